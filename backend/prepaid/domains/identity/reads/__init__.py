"""Reads of identity that commands, sessions and pages need."""
