"""Rules of sales control."""
