"""Reads of products that commands of this and higher domains need."""
