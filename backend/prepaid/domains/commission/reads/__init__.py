"""Reads of commission; after-sales calls what is listed here."""

from prepaid.domains.commission.reads.visits import visits_of

__all__ = ["visits_of"]
