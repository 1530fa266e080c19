"""Rules of stores and regions."""
