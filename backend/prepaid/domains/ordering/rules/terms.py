"""The shares that a card contract freezes at its sale."""

from dataclasses import dataclass

from prepaid.domains.contracts.rules.parameters import RuleParameters


@dataclass(frozen=True, slots=True)
class Shares:
    """Custody share r and holdback h, in basis points."""

    custody_bps: int
    holdback_bps: int


def frozen_shares(promised: RuleParameters, agreed: RuleParameters | None) -> Shares:
    """R and h of a card sold under the consumer agreement `promised` by a merchant whose contract says `agreed`.

    The buyer gets at least what his agreement promises, and the bank at least what the merchant has signed.
    """
    both = [promised] if agreed is None else [promised, agreed]
    return Shares(max(each.custody_ratio_bps for each in both), max(each.holdback_bps for each in both))
