"""Products in the schema and in the admin."""
