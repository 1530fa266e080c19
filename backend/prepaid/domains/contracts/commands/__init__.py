"""Business acts of contracts."""
