"""Scheduled work of merchants, and what `prepaid verify` checks of them."""
