"""What a package is worth, how its price is shared, and what no package may be."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from prepaid.domains.catalog.rules.products import CardKind, EntitlementKind
from prepaid.kit.money import ceil_share, share_by_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """What a buyer of a package gains (权益)."""

    kind: EntitlementKind
    service_ids: tuple[UUID, ...] = ()
    """One service for VISITS, one or more for PERIOD, none for MONEY."""
    times: int = 0
    days: int = 0
    unit_price_fen: int = 0
    """List price of one use (VISITS) or of the whole period (PERIOD)."""
    amount_fen: int = 0
    """Stored value of MONEY."""

    @property
    def list_fen(self) -> int:
        """What it would cost bought singly."""
        match self.kind:
            case EntitlementKind.VISITS:
                return self.times * self.unit_price_fen
            case EntitlementKind.PERIOD:
                return self.unit_price_fen
            case EntitlementKind.MONEY:
                return self.amount_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the merchant's type and the package's card type allow."""

    deepest_discount_bps: int
    longest_term_days: int | None
    most_lessons: int | None
    registered_face_limit_fen: int
    anonymous_face_limit_fen: int
    card_kind: CardKind
    face_limit_fen: int
    allowed_services: Collection[UUID]


class PackageFault(StrEnum):
    """Why a package cannot be submitted."""

    EMPTY = "EMPTY"
    PRICE_OVER_LIST = "PRICE_OVER_LIST"
    DISCOUNT_TOO_DEEP = "DISCOUNT_TOO_DEEP"
    FACE_OVER_LIMIT = "FACE_OVER_LIMIT"
    SERVICE_NOT_ALLOWED = "SERVICE_NOT_ALLOWED"
    TERM_OVER_CAP = "TERM_OVER_CAP"
    LESSONS_OVER_CAP = "LESSONS_OVER_CAP"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and the bound that it breaks; `place` is the entitlement's index, if it is one's."""

    fault: PackageFault
    bound: int = 0
    place: int | None = None


def list_value_fen(entitlements: Sequence[Entitlement]) -> int:
    """Σ times × unit price, with the list price of periods and stored amounts."""
    return sum(each.list_fen for each in entitlements)


def paid_shares_fen(price_fen: int, entitlements: Sequence[Entitlement]) -> list[int]:
    """The sale price shared over the entitlements by their list value, largest remainder, exact to the fen."""
    return share_by_weights(price_fen, [each.list_fen for each in entitlements])


def faults(
    price_fen: int, term_days: int | None, entitlements: Sequence[Entitlement], bounds: Bounds
) -> Iterator[Fault]:
    """Everything that is wrong with a package (domain/30), in the order in which people fix it."""
    if not entitlements:
        yield Fault(PackageFault.EMPTY)
        return
    for place, each in enumerate(entitlements):
        if set(each.service_ids) - set(bounds.allowed_services):
            yield Fault(PackageFault.SERVICE_NOT_ALLOWED, place=place)
    worth = list_value_fen(entitlements)
    if price_fen > worth:
        yield Fault(PackageFault.PRICE_OVER_LIST, worth)
    elif price_fen < (lowest := ceil_share(worth, bounds.deepest_discount_bps)):
        yield Fault(PackageFault.DISCOUNT_TOO_DEEP, lowest)
    limit = face_limit_fen(bounds)
    if price_fen > limit:
        yield Fault(PackageFault.FACE_OVER_LIMIT, limit)
    longest = max([term_days or 0, *(each.days for each in entitlements)])
    if bounds.longest_term_days is not None and (longest > bounds.longest_term_days):
        yield Fault(PackageFault.TERM_OVER_CAP, bounds.longest_term_days)
    lessons = sum(each.times for each in entitlements)
    if bounds.most_lessons is not None and lessons > bounds.most_lessons:
        yield Fault(PackageFault.LESSONS_OVER_CAP, bounds.most_lessons)


def face_limit_fen(bounds: Bounds) -> int:
    """The lower of the card type's own limit and what the type's regime allows a card of its kind."""
    registered = bounds.card_kind is CardKind.REGISTERED
    lawful = bounds.registered_face_limit_fen if registered else bounds.anonymous_face_limit_fen
    return min(bounds.face_limit_fen, lawful)
