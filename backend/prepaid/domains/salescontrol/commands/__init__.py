"""Commands of sales control."""
