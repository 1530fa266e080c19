"""Commission in the schema and on pages."""
