"""Business acts on cards."""
