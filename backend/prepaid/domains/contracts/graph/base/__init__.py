"""Base pages of contracts, templates and seals."""
