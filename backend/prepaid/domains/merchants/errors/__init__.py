"""Refusals of merchants."""
