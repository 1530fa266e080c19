"""Kinds of notices and their texts."""
