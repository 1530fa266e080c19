"""Base pages of payment."""
