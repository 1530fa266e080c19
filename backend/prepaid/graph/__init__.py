"""The GraphQL engine: types declared once over their tables, read plans, mutations, limits, stored documents."""
