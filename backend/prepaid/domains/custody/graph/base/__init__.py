"""Base pages of custody."""
