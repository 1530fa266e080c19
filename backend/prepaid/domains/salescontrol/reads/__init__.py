"""Reads of sales control."""
