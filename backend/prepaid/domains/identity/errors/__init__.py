"""Refusals of identity, by what they concern."""
