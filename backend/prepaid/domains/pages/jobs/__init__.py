"""Background work of pages."""
