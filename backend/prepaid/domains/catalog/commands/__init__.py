"""Commands of products."""
