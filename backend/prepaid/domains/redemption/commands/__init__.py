"""Acts of redemption."""
