"""Refusals: definitions that cannot work, values that a form does not take."""
