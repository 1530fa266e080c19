"""Reads that the commands and jobs of payment need."""
