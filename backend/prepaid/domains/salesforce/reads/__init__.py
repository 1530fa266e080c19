"""Reads of salespeople and commission rules."""
