"""Rules of commission lines, payouts and handover."""
