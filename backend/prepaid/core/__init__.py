"""Database, tenancy, authorisation, events, jobs, idempotency, audit, files and settings: what every domain stands on."""
