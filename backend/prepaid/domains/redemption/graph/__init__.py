"""Redemption in the schema and on pages."""
