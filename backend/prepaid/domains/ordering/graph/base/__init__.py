"""Base pages of orders and deals."""
