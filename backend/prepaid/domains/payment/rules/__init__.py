"""Rules of payment: references, states derived from events, what fits an order, limits, reconciliation."""
