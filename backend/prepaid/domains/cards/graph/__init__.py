"""Cards in the schema and on the pages."""
