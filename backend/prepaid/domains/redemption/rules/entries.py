"""What a card offers at a counter: its lots put together by what they are used for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Protocol
from uuid import UUID

from prepaid.domains.cards.rules.cards import Funding, LotUnit
from prepaid.domains.cards.rules.value import worth

NEVER: Final = datetime.max.replace(tzinfo=UTC)


class LotFacts(Protocol):
    """A lot as its row says."""

    id: UUID
    unit: str
    funding: str
    service_ids: list[UUID]
    granted: int
    consumed: int
    available: int
    paid_fen: int
    list_fen: int
    granted_at: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be chosen."""

    key: str
    """Stable for a card: unit and service."""
    unit: LotUnit
    service_id: UUID | None
    name: str | None
    """Of the service; None: stored value."""
    available: int
    """Uses, fen of face value, or days."""
    value_fen: int
    """Worth of the next use; of MONEY of all, of PERIOD nothing."""
    expires_at: datetime | None
    """When the first of it expires."""
    lot_ids: tuple[UUID, ...]
    """Next one first."""


def entries_of(lots: Sequence[LotFacts], names: Mapping[UUID, str], now: datetime) -> list[Entry]:
    """Entries in the order of the services' first lots; a lot for several services is in each of theirs.

    Stored value that is bound to no service is one entry, and what is bound adds it: spending draws on both.
    """
    open_lots = [lot for lot in lots if lot.available > 0 and (lot.expires_at is None or lot.expires_at > now)]
    groups: dict[tuple[LotUnit, UUID | None], list[LotFacts]] = defaultdict(list)
    for lot in open_lots:
        services: Sequence[UUID | None] = lot.service_ids or [None]
        for service in services:
            groups[LotUnit(lot.unit), service].append(lot)
    free = groups.get((LotUnit.MONEY, None), [])
    return [
        _entry(unit, service, [*group, *(free if unit is LotUnit.MONEY and service else [])], names)
        for (unit, service), group in groups.items()
    ]


def _entry(unit: LotUnit, service: UUID | None, lots: Sequence[LotFacts], names: Mapping[UUID, str]) -> Entry:
    # As the use will be taken: paid before bonus, earliest expiry, then oldest (domain/30).
    ordered = sorted(
        lots, key=lambda lot: (lot.funding != Funding.PAID, lot.expires_at or NEVER, lot.granted_at, lot.id)
    )
    expiries = [lot.expires_at for lot in ordered if lot.expires_at is not None]
    return Entry(
        key=f"{unit}:{service or ''}",
        unit=unit,
        service_id=service,
        name=names.get(service) if service else None,
        available=sum(lot.available for lot in ordered),
        value_fen=_value(unit, ordered),
        expires_at=min(expiries, default=None),
        lot_ids=tuple(lot.id for lot in ordered),
    )


def _value(unit: LotUnit, ordered: Sequence[LotFacts]) -> int:
    match unit:
        case LotUnit.PERIOD:
            return 0
        case LotUnit.MONEY:
            return sum(_worth(lot, lot.available) for lot in ordered)
        case LotUnit.VISIT:
            return _worth(ordered[0], 1)


def _worth(lot: LotFacts, units: int) -> int:
    value = worth(
        Funding(lot.funding),
        paid_fen=lot.paid_fen,
        list_fen=lot.list_fen,
        granted=lot.granted,
        since=lot.consumed,
        until=lot.consumed + units,
    )
    return value.principal_fen + value.bonus_fen
