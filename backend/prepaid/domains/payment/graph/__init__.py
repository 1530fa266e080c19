"""Payment in the schema, its base pages, and the address that the provider notifies."""
