"""Commission rules as they are matched, and the categories of a product."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from prepaid.domains.catalog.reads.lineage import lineage_of
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.salesforce.rules.commission import (
    Basis,
    CommissionRule,
    MatchLevel,
    Occasion,
    Rate,
    RateKind,
)

RULES: Final = """
SELECT r.id AS rule_id, r.number, r.position, v.* FROM commission_rule r
JOIN commission_rule_version v ON v.merchant_id = r.merchant_id AND v.rule_id = r.id AND v.version = r.version
WHERE r.merchant_id = $1 AND r.retired_at IS NULL AND v.occasion = $2
"""
RULES_AT: Final = """
SELECT * FROM (
    SELECT DISTINCT ON (r.id) r.id AS rule_id, r.number, r.position, v.* FROM commission_rule r
    JOIN commission_rule_version v ON v.merchant_id = r.merchant_id AND v.rule_id = r.id AND v.made_at <= $3
    WHERE r.merchant_id = $1 AND (r.retired_at IS NULL OR r.retired_at > $3)
    ORDER BY r.id, v.version DESC
) AS in_force WHERE occasion = $2
"""
CATEGORY: Final = """
SELECT category FROM service_version WHERE merchant_id = $1 AND product_id = $2
ORDER BY state = 'ON_SALE' DESC, version DESC LIMIT 1
"""


async def rules_for(
    source: Fetches, merchant_id: UUID, occasion: Occasion, at: datetime | None = None
) -> list[CommissionRule]:
    """All rules for an occasion in force now, or at a past instant."""
    if at is None:
        return [_rule(row) for row in await source.fetch(RULES, merchant_id, occasion.value)]
    return [_rule(row) for row in await source.fetch(RULES_AT, merchant_id, occasion.value, at)]


async def categories_of(source: Fetches, merchant_id: UUID, product: ProductRef) -> tuple[str, ...]:
    """A service's category, or the id of a package's card type."""
    if product.kind is ProductKind.SERVICE:
        return tuple(row["category"] for row in await source.fetch(CATEGORY, merchant_id, product.id))
    return tuple(str(each.id) for each in (await lineage_of(source, merchant_id, product))[1:])


def _rule(row: Any) -> CommissionRule:
    return CommissionRule(
        rule_id=row["rule_id"],
        version_id=row["id"],
        number=row["number"],
        version=row["version"],
        position=row["position"],
        occasion=Occasion(row["occasion"]),
        level=MatchLevel(row["level"]),
        salesperson=row["salesperson_id"],
        product=row["service_id"] or row["package_id"],
        category=row["category"] or (row["card_type_id"] and str(row["card_type_id"])),
        rate=Rate(
            kind=RateKind(row["rate_kind"]),
            basis=Basis(row["basis"]),
            bps=row["bps"],
            amount_fen=row["amount_fen"],
            unit_minutes=row["unit_minutes"],
            floor_fen=row["floor_fen"],
            cap_fen=row["cap_fen"],
        ),
    )
