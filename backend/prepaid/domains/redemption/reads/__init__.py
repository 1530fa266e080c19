"""Reads of redemptions and codes."""
