"""Refusals of contracts, templates and seals."""
