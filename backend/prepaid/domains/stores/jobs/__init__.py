"""Scheduled work of stores, and what `prepaid verify` checks of them."""
