"""Which lots a use is taken from (domain/30): earliest expiry, then oldest payment; BONUS after PAID."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from prepaid.domains.cards.rules.cards import Funding, LotUnit
from prepaid.domains.catalog.rules.products import ConsumptionOrder
from prepaid.kit.money import share_by_weights

NEVER: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be taken: `quantity` fen of MONEY, uses of VISIT of one service, or days of a PERIOD."""

    unit: LotUnit
    quantity: int
    service_id: UUID | None = None
    """The service that is used; for MONEY only said where lots are bound to services."""
    lot_id: UUID | None = None
    """From this lot alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What is left in one lot that may be used for what is wanted."""

    lot_id: UUID
    funding: Funding
    available: int
    expires_at: datetime | None
    granted_at: datetime


def plan(lots: Sequence[Stock], quantity: int, order: ConsumptionOrder) -> list[tuple[UUID, int]]:
    """Lots with the units that are taken from each, in the order of taking.

    Raises:
        ValueError: the lots hold less, or nothing is wanted.
    """
    paid = [lot for lot in lots if lot.funding is Funding.PAID]
    bonus = [lot for lot in lots if lot.funding is Funding.BONUS]
    held = [sum(lot.available for lot in some) for some in (paid, bonus)]
    if quantity <= 0 or quantity > sum(held):
        raise ValueError("more is wanted than there is, or nothing")
    if order is ConsumptionOrder.PROPORTIONAL:
        parts = share_by_weights(quantity, held)
    else:
        parts = [min(quantity, held[0]), max(0, quantity - held[0])]
    return _filled(paid, parts[0]) + _filled(bonus, parts[1])


def _filled(lots: Sequence[Stock], quantity: int) -> list[tuple[UUID, int]]:
    found = []
    for lot in sorted(lots, key=lambda each: (each.expires_at or NEVER, each.granted_at, each.lot_id)):
        units = min(quantity, lot.available)
        if units:
            found.append((lot.lot_id, units))
            quantity -= units
    return found
