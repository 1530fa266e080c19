"""Rows that commands need."""
