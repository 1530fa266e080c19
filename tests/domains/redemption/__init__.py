"""Redemption: codes, counters, money, disputes."""
