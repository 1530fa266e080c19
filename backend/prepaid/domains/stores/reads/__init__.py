"""Tenant-scoped reads of stores and regions."""
