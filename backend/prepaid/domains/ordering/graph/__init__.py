"""Orders and deals in the schema and in the admin."""
