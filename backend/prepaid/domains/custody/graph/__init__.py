"""Custody in the schema and on pages."""
