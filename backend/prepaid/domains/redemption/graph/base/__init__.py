"""Base pages of redemption."""
