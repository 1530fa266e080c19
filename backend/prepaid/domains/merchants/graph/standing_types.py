"""The sale gate of merchants, their documents, and the blacklist as they are read."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, literal, select

from prepaid.core.actor import SYSTEM
from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.domains.identity.models import Merchant as MerchantRow
from prepaid.domains.merchants import models as m
from prepaid.domains.merchants.graph import deposit_labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.graph.deposit_types import Deposit
from prepaid.domains.merchants.reads.blacklist_obstacles import REMOVE
from prepaid.domains.merchants.reads.sale_gate import sale_stops
from prepaid.domains.merchants.reads.suspension_obstacles import (
    CANCEL_CLOSING,
    CLOSE,
    RESUME,
    SUSPEND,
    announced,
    suspended,
)
from prepaid.domains.merchants.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.merchants.rules.blacklist import BlacklistKind
from prepaid.domains.merchants.rules.document_expiry import REMINDERS, DocumentState
from prepaid.domains.merchants.rules.sale_gate import SaleStop
from prepaid.graph.types import (
    ActionState,
    GraphContext,
    PlanContext,
    action,
    actions,
    batch,
    column,
    expr,
    extend,
    graph_type,
    one,
)
from prepaid.kit import clock

DOC, ENTRY, CLOSING = m.MerchantDocument, m.BlacklistEntry, m.MerchantClosing
READ = "sale_gate.read"


def _document_state(_: PlanContext) -> ColumnElement[Any]:
    today = clock.today_shanghai()
    return case(
        (DOC.replaced_at.is_not(None), literal("REPLACED")),
        (DOC.expires_on < today, literal("EXPIRED")),
        (DOC.expires_on <= today + timedelta(days=max(REMINDERS)), literal("EXPIRING")),
        else_=literal("VALID"),
    )


async def _stops(ctx: GraphContext, merchants: list[dict[str, Any]]) -> Sequence[list[SaleStop]]:
    """The reasons lie beyond the caller's own rows: the bank's switch, say, holds for everybody."""
    ids = [UUID(str(each["id"])) for each in merchants]
    async with ctx.database.read(SYSTEM) as source:
        found = await sale_stops(source, ids, clock.today_shanghai())
    return [found.get(each, [SaleStop.CLOSED]) for each in ids]


async def _may_sell(ctx: GraphContext, merchants: list[dict[str, Any]]) -> Sequence[bool]:
    return [not stops for stops in await _stops(ctx, merchants)]


def _open_suspension(figure: Any) -> ColumnElement[Any]:
    row = m.MerchantSuspension
    found: ColumnElement[Any] = (
        select(figure).where(row.merchant_id == MerchantRow.id, row.lifted_at.is_(None)).scalar_subquery()
    )
    return found


def _closing_on(_: PlanContext) -> ColumnElement[Any]:
    found: ColumnElement[Any] = (
        select(CLOSING.closes_on)
        .where(CLOSING.merchant_id == MerchantRow.id, CLOSING.state != "CANCELLED")
        .scalar_subquery()
    )
    return found


@graph_type(DOC, permission="merchant_document.read")
class MerchantDocument:
    """A document that the bank has accepted (资质证照)."""

    code: str = column(DOC.code, "Field of the form that it was uploaded under", filterable=True)
    name: str = expr(lambda ctx: DOC.name_en if ctx.locale == "en" else DOC.name_zh, "What it is")
    state: DocumentState = expr(_document_state, "How it stands", filterable=True)
    expires_on: date | None = column(DOC.expires_on, "Last day on which it is valid", filterable=True, sortable=True)
    required: bool = column(DOC.required, "Whether sales pause without it", filterable=True)
    accepted_at: datetime = column(DOC.accepted_at, "When the bank accepted it", filterable=True, sortable=True)
    replaced_at: datetime | None = column(DOC.replaced_at, "When another one took its place")
    merchant: Merchant | None = one(
        "Merchant", "The merchant", on=lambda row, merchant: merchant.id == row.merchant_id, permission="merchant.read"
    )


@graph_type(ENTRY, permission="blacklist.read")
class BlacklistEntry:
    """A company or person that the bank does no business with (黑名单)."""

    kind: BlacklistKind = column(ENTRY.kind, "What it names", filterable=True, sortable=True)
    shown: str = column(ENTRY.shown, "Its value, people masked")
    reason: str = column(ENTRY.reason, "Why")
    source: str = column(ENTRY.source, "Who says so")
    listed: bool = expr(lambda ctx: ENTRY.removed_at.is_(None), "Whether it counts", filterable=True)
    listed_at: datetime = column(ENTRY.listed_at, "Since when", filterable=True, sortable=True)
    removed_at: datetime | None = column(ENTRY.removed_at, "When it was taken off", filterable=True)
    removal_reason: str | None = column(ENTRY.removal_reason, "Why it was taken off")
    available_actions: list[ActionState] = actions(action("removeFromBlacklist", *REMOVE))


extend(
    Merchant,
    "sale_gate",
    batch(_stops, "Every reason why it may not sell; empty: it may", requires=[MerchantRow.id], permission=READ),
    annotation=list[SaleStop] | None,
)
extend(
    Merchant,
    "may_sell",
    batch(_may_sell, "Whether it may sell and recharge cards", requires=[MerchantRow.id], permission=READ),
    annotation=bool | None,
)
extend(
    Merchant,
    "suspended_because",
    expr(lambda ctx: _open_suspension(m.MerchantSuspension.reason), "Why the bank suspended it", permission=READ),
    annotation=str | None,
)
extend(
    Merchant,
    "suspended_at",
    expr(lambda ctx: _open_suspension(m.MerchantSuspension.suspended_at), "Since when", permission=READ),
    annotation=datetime | None,
)
extend(
    Merchant,
    "closes_on",
    expr(_closing_on, "Day of its announced end", permission=READ),
    annotation=date | None,
)
extend(
    Merchant,
    "deposit",
    one(
        "Deposit",
        "Its deposit",
        on=lambda merchant, deposit: deposit.merchant_id == merchant.id,
        same_tenant=False,
        permission="deposit.read",
    ),
    annotation=Deposit | None,
)
extend(
    Merchant,
    "available_actions",
    actions(
        action("setMerchantGate"),
        action("assignMerchantOperator"),
        action("suspendMerchant", *SUSPEND, offered=lambda ask: ~suspended(ask)),
        action("proposeResumption", *RESUME, offered=suspended),
        action("proposeClosing", *CLOSE, offered=lambda ask: ~announced(ask)),
        action("cancelClosing", *CANCEL_CLOSING, offered=announced),
    ),
    annotation=list[ActionState],
)
