"""Salespeople and commission rules in the schema and in the admin."""
