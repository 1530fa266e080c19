"""Rules of salespeople and their commission."""
