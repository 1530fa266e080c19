"""Jobs of payment: each call to the provider is one, outside every business transaction, safe to repeat."""
