"""What every domain stands on: database, tenancy, events, jobs, idempotency, audit, files, settings."""
