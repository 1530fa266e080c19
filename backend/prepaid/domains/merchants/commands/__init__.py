"""Commands of merchants."""
