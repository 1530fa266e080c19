"""A small business for the engine's tests: every kind of field, root and mutation is declared once."""
