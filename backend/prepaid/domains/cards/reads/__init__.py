"""Reads of cards that commands of this and higher domains need."""
