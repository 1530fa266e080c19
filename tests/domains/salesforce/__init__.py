"""Tests of salespeople and commission rules."""
