"""Background work of contracts."""
