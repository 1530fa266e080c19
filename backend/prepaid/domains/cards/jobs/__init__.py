"""Scheduled work of cards, and what `prepaid verify` checks of them."""
