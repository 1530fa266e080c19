"""Reads of commission."""
