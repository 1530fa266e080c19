"""Commands of commission."""
