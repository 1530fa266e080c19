"""Rules of merchants."""
