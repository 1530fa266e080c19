"""Identity in the GraphQL schema."""
