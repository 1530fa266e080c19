"""Reads of the ledger: balances now and then, trial balance, statements."""
