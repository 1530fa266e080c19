"""What higher slices read of the ledger: balances now and then, trial balance."""

from prepaid.domains.ledger.reads.figures import Standing, TrialLine, balance_before, standing, trial_balance

__all__ = ["Standing", "TrialLine", "balance_before", "standing", "trial_balance"]
