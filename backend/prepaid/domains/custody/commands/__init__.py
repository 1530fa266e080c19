"""Business acts of custody, one a file."""
