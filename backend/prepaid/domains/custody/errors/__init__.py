"""Refusals of custody."""
