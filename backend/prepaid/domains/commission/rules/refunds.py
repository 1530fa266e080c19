"""What a card refund does to commission (the table of domain/60)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from prepaid.domains.catalog.rules.products import ProductRef
from prepaid.domains.commission.rules.lines import LineKind
from prepaid.domains.salesforce.rules.commission import Occasion, SaleItem
from prepaid.kit.money import Fen


class RefundCase(StrEnum):
    """How a card is refunded (退卡情形)."""

    NOT_CONSUMED = "NOT_CONSUMED"
    ORDINARY = "ORDINARY"
    """Consumed in part; the rest goes back."""
    FULL = "FULL"
    """Consumed in part, and all is paid back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A redemption that was made of what a refunded order paid for."""

    redemption_item_id: UUID
    order_id: UUID
    """The order that sold it."""
    service: ProductRef
    name: str
    count: int
    list_fen: Fen
    value_fen: Fen
    """Principal performed."""
    minutes: int | None = None

    def as_item(self) -> SaleItem:
        """What it earns its seller by: a single service, paid with new money, for the opening earns nothing now."""
        return SaleItem(
            occasion=Occasion.SERVICE,
            product=self.service,
            list_fen=self.list_fen,
            paid_fen=self.value_fen,
            count=self.count,
            minutes=self.minutes,
        )


SALE: Final = frozenset({LineKind.OPENING, LineKind.RECHARGE})
RETURNED: Final[Mapping[RefundCase, frozenset[LineKind]]] = {
    RefundCase.NOT_CONSUMED: SALE,
    RefundCase.ORDINARY: SALE,
    RefundCase.FULL: SALE | {LineKind.VISIT, LineKind.PERFORMANCE},
}
"""Kinds of lines that are reversed; an ordinary refund pays its visits instead."""
EARNS_VISITS: Final = frozenset({RefundCase.ORDINARY})
