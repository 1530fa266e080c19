"""Sales control."""
