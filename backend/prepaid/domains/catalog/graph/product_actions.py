"""What can be done with a product, by the state of its newest version."""

from typing import Any, Final

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import aliased

from prepaid.core.obstacles import Asker, Condition
from prepaid.domains.catalog.models.publication import ProductRow, VersionRow
from prepaid.graph.types import action, actions

UNLOCKED: Final = ("DRAFT", "REJECTED", "APPROVED", "ON_SALE", "OFF_SALE")
"""States of the newest version in which an edit changes it, or begins the next one."""


def product_actions(product: type[ProductRow], version: type[VersionRow]) -> Any:
    """The field `availableActions` of a product's type."""
    return actions(
        action(f"save{product.__name__}", offered=_newest(product, version, *UNLOCKED)),
        action("submitProduct", offered=_newest(product, version, "DRAFT")),
        action("withdrawProduct", offered=_newest(product, version, "SUBMITTED")),
        action("putProductOnSale", offered=_newest(product, version, "APPROVED", "OFF_SALE")),
        action("takeProductOffSale", offered=lambda ask: product.on_sale_version_id.is_not(None)),
    )


def _newest(product: type[ProductRow], version: type[VersionRow], *states: str) -> Condition:
    def offered(_: Asker) -> ColumnElement[bool]:
        newer = aliased(version)
        highest = (
            select(func.max(newer.version))
            .where(newer.merchant_id == product.merchant_id, newer.product_id == product.id)
            .scalar_subquery()
        )
        return exists().where(
            version.merchant_id == product.merchant_id,
            version.product_id == product.id,
            version.version == highest,
            version.state.in_(states),
        )

    return offered
