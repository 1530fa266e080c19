"""States, codes, windows and words of redemption."""
