"""Stores and regions in the schema and in the admin."""
