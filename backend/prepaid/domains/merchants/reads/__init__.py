"""Reads of merchants that commands of this and higher domains need."""
