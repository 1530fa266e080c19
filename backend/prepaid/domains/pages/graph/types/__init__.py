"""Configuration as GraphQL types: what the admin is built on."""
