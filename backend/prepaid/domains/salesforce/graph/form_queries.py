"""`salespersonForm`, `commissionRuleForm`: a record as the input that would write it again."""

from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

import strawberry

from prepaid.core.actor import ScopeKind
from prepaid.core.errors import NotFound
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.salesforce.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salesforce.rules.commission import Basis, Occasion, RateKind
from prepaid.domains.salesforce.rules.people import Employment
from prepaid.graph.types import Fen, GlobalID, Info, query_field
from prepaid.kit.ids import GlobalId

PERSON: Final = "SELECT * FROM salesperson WHERE merchant_id = $1 AND id = $2"
RULE: Final = """
SELECT r.name, r.position, v.* FROM commission_rule r JOIN commission_rule_version v
  ON v.merchant_id = r.merchant_id AND v.rule_id = r.id AND v.version = r.version
WHERE r.merchant_id = $1 AND r.id = $2
"""
Id = Annotated[GlobalID, strawberry.argument(description="The record's id")]


@strawberry.type(description="A personnel record as the input that would write it again.")
class SalespersonForm:
    """Mirrors `SalespersonDetailsInput`."""

    name: str = strawberry.field(description="Name")
    staff_number: str = strawberry.field(description="Staff number")
    title: str = strawberry.field(description="What the person does")
    employment: Employment = strawberry.field(description="How the person works for the merchant")
    performs: bool = strawberry.field(description="Gives services")
    store_id: strawberry.ID = strawberry.field(description="Store that the person belongs to")
    member_id: strawberry.ID | None = strawberry.field(description="Account that the person works with")
    hired_on: date = strawberry.field(description="First day")
    note: str = strawberry.field(description="Remark")


@strawberry.type(description="How much a commission rule gives.")
class CommissionRateForm:
    """Mirrors `CommissionRateInput`."""

    kind: RateKind = strawberry.field(description="How it counts")
    basis: Basis = strawberry.field(description="What a percentage is taken of")
    bps: int | None = strawberry.field(description="Percentage in basis points")
    amount_fen: Fen | None = strawberry.field(description="Fixed amount")
    unit_minutes: int | None = strawberry.field(description="Minutes of a unit of time")
    floor_fen: Fen | None = strawberry.field(description="Least that a line earns")
    cap_fen: Fen | None = strawberry.field(description="Most that a line earns")


@strawberry.type(description="A commission rule as the input that would revise it.")
class CommissionRuleForm:
    """Mirrors `CommissionTermsInput`."""

    name: str = strawberry.field(description="Name")
    position: int = strawberry.field(description="Place among the rules of its level")
    occasion: Occasion = strawberry.field(description="What earns")
    salesperson_id: strawberry.ID | None = strawberry.field(description="Only this person")
    service_id: strawberry.ID | None = strawberry.field(description="Only this service")
    package_id: strawberry.ID | None = strawberry.field(description="Only this package")
    card_type_id: strawberry.ID | None = strawberry.field(description="Only packages of this card type")
    category: str | None = strawberry.field(description="Only services of this category")
    rate: CommissionRateForm = strawberry.field(description="How much it gives")


@query_field(permission="salesperson.read")
async def salesperson_form(info: Info, id: Id) -> SalespersonForm:
    """A personnel record as the input that would write it again."""
    merchant_id, row = await _row(info, id, "Salesperson", PERSON)
    actor = info.context.actor
    hidden = actor.scope in WITHIN_STORES and row["store_id"] not in actor.store_ids
    if hidden or (actor.scope is ScopeKind.SELF and row["membership_id"] != actor.membership_id):
        raise NotFound(path=("id",))
    return SalespersonForm(
        name=row["name"],
        staff_number=row["staff_number"],
        title=row["title"],
        employment=Employment(row["employment"]),
        performs=row["performs"],
        store_id=strawberry.ID(GlobalId("Store", merchant_id, row["store_id"]).encode()),
        member_id=_id("Member", merchant_id, row["membership_id"]),
        hired_on=row["hired_on"],
        note=row["note"],
    )


@query_field(permission="commission_rule.read")
async def commission_rule_form(info: Info, id: Id) -> CommissionRuleForm:
    """The version in force of a commission rule as the input that would revise it."""
    merchant_id, row = await _row(info, id, "CommissionRule", RULE)
    return CommissionRuleForm(
        name=row["name"],
        position=row["position"],
        occasion=Occasion(row["occasion"]),
        salesperson_id=_id("Salesperson", merchant_id, row["salesperson_id"]),
        service_id=_id("Service", merchant_id, row["service_id"]),
        package_id=_id("Package", merchant_id, row["package_id"]),
        card_type_id=_id("CardType", merchant_id, row["card_type_id"]),
        category=row["category"],
        rate=CommissionRateForm(
            kind=RateKind(row["rate_kind"]),
            basis=Basis(row["basis"]),
            bps=row["bps"],
            amount_fen=_fen(row["amount_fen"]),
            unit_minutes=row["unit_minutes"],
            floor_fen=_fen(row["floor_fen"]),
            cap_fen=_fen(row["cap_fen"]),
        ),
    )


async def _row(info: Info, given: GlobalID, kind: str, sql: str) -> tuple[UUID, Any]:
    """The row that row-level security shows. Raises `NotFound`."""
    which = given.of(kind, path=("id",))
    rows = await (await info.context.read()).fetch(sql, which.tenant, which.id)
    if not rows:
        raise NotFound(path=("id",))
    return which.tenant, rows[0]


def _id(kind: str, merchant_id: UUID, row_id: UUID | None) -> strawberry.ID | None:
    return None if row_id is None else strawberry.ID(GlobalId(kind, merchant_id, row_id).encode())


def _fen(value: int | None) -> Fen | None:
    return None if value is None else Fen(value)
