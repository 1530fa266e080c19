"""Jobs of commission."""
