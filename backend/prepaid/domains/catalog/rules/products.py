"""Kinds, units and states of products."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from prepaid.kit.states import StateMachine


class ProductKind(StrEnum):
    """What can be sold or controlled (商品种类)."""

    SERVICE = "SERVICE"
    CARD_TYPE = "CARD_TYPE"
    PACKAGE = "PACKAGE"


@dataclass(frozen=True, slots=True)
class ProductRef:
    """One product of a merchant, whatever its kind."""

    kind: ProductKind
    id: UUID


class ServiceUnit(StrEnum):
    """What a service is counted by (计量单位)."""

    VISIT = "VISIT"
    HOUR = "HOUR"
    LESSON = "LESSON"
    PIECE = "PIECE"


class CardKind(StrEnum):
    """Whether a card bears a name (记名、不记名)."""

    REGISTERED = "REGISTERED"
    ANONYMOUS = "ANONYMOUS"


class CardForm(StrEnum):
    """What a card is made of (实体卡、虚拟卡)."""

    VIRTUAL = "VIRTUAL"
    PHYSICAL = "PHYSICAL"


class ConsumptionOrder(StrEnum):
    """Which of a card's value goes first (消费顺序)."""

    PRINCIPAL_FIRST = "PRINCIPAL_FIRST"
    PROPORTIONAL = "PROPORTIONAL"


class ValidityKind(StrEnum):
    """From when a card's validity counts (有效期规则)."""

    NONE = "NONE"
    FROM_PURCHASE = "FROM_PURCHASE"
    FROM_FIRST_USE = "FROM_FIRST_USE"


class EntitlementKind(StrEnum):
    """What an entitlement holds (权益类型)."""

    VISITS = "VISITS"
    PERIOD = "PERIOD"
    MONEY = "MONEY"


class GiftKind(StrEnum):
    """What a package gives besides (赠品类型)."""

    VISITS = "VISITS"
    MONEY = "MONEY"
    COUPON = "COUPON"


class CostBearer(StrEnum):
    """Who pays for a gift (成本承担方)."""

    MERCHANT = "MERCHANT"
    BANK = "BANK"


class SoldAs(StrEnum):
    """When a package can be bought (销售场景)."""

    OPENING = "OPENING"
    RECHARGE = "RECHARGE"
    BOTH = "BOTH"


class VersionState(StrEnum):
    """State of a version of a product (商品版本状态)."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    ON_SALE = "ON_SALE"
    OFF_SALE = "OFF_SALE"


class ReviewState(StrEnum):
    """State of a review (商品审核状态)."""

    OPEN = "OPEN"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


VERSION_STATES: Final = StateMachine(
    {
        VersionState.DRAFT: frozenset({VersionState.SUBMITTED}),
        VersionState.SUBMITTED: frozenset({VersionState.APPROVED, VersionState.REJECTED, VersionState.DRAFT}),
        VersionState.REJECTED: frozenset({VersionState.DRAFT}),
        VersionState.APPROVED: frozenset({VersionState.ON_SALE, VersionState.OFF_SALE}),
        VersionState.ON_SALE: frozenset({VersionState.OFF_SALE}),
        VersionState.OFF_SALE: frozenset({VersionState.ON_SALE}),
    }
)
"""A submission can be taken back; a rejected version becomes a draft again by editing it."""

EDITABLE: Final = frozenset({VersionState.DRAFT, VersionState.REJECTED})
"""States in which an edit changes the version itself; otherwise it begins the next one."""
