"""Acts of identity, one a file."""
