"""`quoteCommission`: what would this sale earn?"""

from typing import Annotated
from uuid import UUID

import strawberry

from prepaid.core.actor import ScopeKind
from prepaid.core.errors import NotFound
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.salesforce.commands.quote_commission import quoted
from prepaid.domains.salesforce.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salesforce.rules.commission import Basis, MatchLevel, Occasion, RateKind, SaleItem
from prepaid.graph.types import Fen, GlobalID, Info, query_field
from prepaid.kit.ids import GlobalId

KINDS = {"Service": ProductKind.SERVICE, "CardType": ProductKind.CARD_TYPE, "Package": ProductKind.PACKAGE}
OWN = "SELECT membership_id FROM salesperson WHERE merchant_id = $1 AND id = $2"


@strawberry.input(description="A line that may earn; amounts are those of the whole line.")
class CommissionItemInput:
    """See `rules.commission.SaleItem`."""

    occasion: Occasion = strawberry.field(description="What earns")
    product: GlobalID = strawberry.field(description="A service or a package")
    list_fen: Fen = strawberry.field(description="List price")
    paid_fen: Fen = strawberry.field(description="Price after reductions, however it is paid")
    from_card_fen: Fen = strawberry.field(default=Fen(0), description="Part that a card pays")
    from_bonus_fen: Fen = strawberry.field(default=Fen(0), description="Part that bonus pays")
    subsidy_fen: Fen = strawberry.field(default=Fen(0), description="Part that the bank pays by a coupon")
    count: int = strawberry.field(default=1, description="Pieces or visits")
    minutes: int | None = strawberry.field(default=None, description="Minutes, for amounts per unit of time")

    def read(self) -> SaleItem:
        """As the rules take it."""
        if self.product.type_code not in KINDS:
            raise NotFound(path=("item", "product"))
        return SaleItem(
            occasion=self.occasion,
            product=ProductRef(KINDS[self.product.type_code], self.product.id),
            list_fen=self.list_fen,
            paid_fen=self.paid_fen,
            from_card_fen=self.from_card_fen,
            from_bonus_fen=self.from_bonus_fen,
            subsidy_fen=self.subsidy_fen,
            count=self.count,
            minutes=self.minutes,
        )


@strawberry.type(description="What a line would earn, and by which rule (分佣试算).")
class CommissionQuote:
    """See `rules.commission.CommissionQuote`."""

    amount_fen: Fen = strawberry.field(description="What it earns")
    counted_fen: Fen = strawberry.field(description="Before floor and cap")
    basis: Basis | None = strawberry.field(description="What a percentage was taken of")
    basis_fen: Fen = strawberry.field(description="How much that was")
    rule_id: strawberry.ID | None = strawberry.field(description="The rule that decides; null: none fits")
    rule_number: str | None = strawberry.field(description="Its number")
    version: int | None = strawberry.field(description="Its version")
    level: MatchLevel | None = strawberry.field(description="What it names")
    rate_kind: RateKind | None = strawberry.field(description="How it counts")
    bps: int | None = strawberry.field(description="Percentage in basis points")
    fixed_fen: Fen | None = strawberry.field(description="Fixed amount for a visit or a unit of time")
    unit_minutes: int | None = strawberry.field(description="Minutes of a unit of time")
    floor_fen: Fen | None = strawberry.field(description="Least that a line earns")
    cap_fen: Fen | None = strawberry.field(description="Most that a line earns")


@query_field(permission="commission_rule.quote")
async def quote_commission(
    info: Info,
    salesperson: Annotated[GlobalID, strawberry.argument(description="Who sells or performs")],
    item: Annotated[CommissionItemInput, strawberry.argument(description="The line")],
) -> CommissionQuote:
    """What a sale would earn by the rules in force; nothing is written."""
    who = salesperson.of("Salesperson", path=("salesperson",))
    source = await info.context.read()
    await _ensure_seen(info, source, who.tenant, who.id)
    found = await quoted(source, who.tenant, who.id, item.read())
    rate = found.rate
    return CommissionQuote(
        amount_fen=Fen(found.amount_fen),
        counted_fen=Fen(found.counted_fen),
        basis=found.basis,
        basis_fen=Fen(found.basis_fen),
        rule_id=_rule_id(who.tenant, found.rule_id),
        rule_number=found.rule_number,
        version=found.version,
        level=found.level,
        rate_kind=rate.kind if rate else None,
        bps=rate.bps if rate else None,
        fixed_fen=_fen(rate.amount_fen if rate else None),
        unit_minutes=rate.unit_minutes if rate else None,
        floor_fen=_fen(rate.floor_fen if rate else None),
        cap_fen=_fen(rate.cap_fen if rate else None),
    )


async def _ensure_seen(info: Info, source: Fetches, merchant_id: UUID, salesperson_id: UUID) -> None:
    """Row-level security hides other merchants' people; whoever sees only his own tries only himself."""
    rows = await source.fetch(OWN, merchant_id, salesperson_id)
    actor = info.context.actor
    own_only = actor.scope is ScopeKind.SELF
    if not rows or (own_only and rows[0]["membership_id"] != actor.membership_id):
        raise NotFound(path=("salesperson",))


def _fen(value: int | None) -> Fen | None:
    return None if value is None else Fen(value)


def _rule_id(merchant_id: UUID, rule_id: UUID | None) -> strawberry.ID | None:
    return None if rule_id is None else strawberry.ID(GlobalId("CommissionRule", merchant_id, rule_id).encode())
