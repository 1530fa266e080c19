"""The ledger in the schema and on pages: accounts, transfers, statements, trial balance; nothing writes here."""
