"""The business: one package a domain, in the order that `.importlinter` declares."""
