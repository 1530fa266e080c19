"""Telling people, and noting what they have read."""
