"""Sales control in the schema and in the admin."""
