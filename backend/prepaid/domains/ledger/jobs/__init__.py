"""Background work of the ledger, and what `prepaid verify` checks of it; importing the package declares all of it."""

from prepaid.domains.ledger.jobs import checks, expiry

__all__ = ["checks", "expiry"]
