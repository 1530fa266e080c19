"""Parties outside: for each an interface that the product speaks and the real client for it."""
