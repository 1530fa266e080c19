"""Expiry of orders and reports of delivery, and what `prepaid verify` checks of orders."""
