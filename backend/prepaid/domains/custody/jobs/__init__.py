"""Background work of custody."""
