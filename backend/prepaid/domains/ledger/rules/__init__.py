"""Rules of the ledger: the chart, what a transfer may be, and the arithmetic of shares."""
