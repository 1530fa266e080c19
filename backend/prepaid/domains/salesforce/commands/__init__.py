"""Commands of salespeople and commission rules."""
