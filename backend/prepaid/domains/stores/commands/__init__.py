"""Commands of stores and regions."""
