"""Sufficiency, quarters and guarantees as they are read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from prepaid.domains.custody import models as m
from prepaid.domains.custody.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.guarantees import GuaranteeKind
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.graph.types import Connection, Fen, PlanContext, column, connection, expr, graph_type, one
from prepaid.kit import clock


def _of_last_check(figure: Any) -> ColumnElement[Any]:
    found: ColumnElement[Any] = (
        select(figure)
        .where(m.SufficiencyCheck.merchant_id == m.CustodyAccount.merchant_id)
        .order_by(m.SufficiencyCheck.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return found


def _in_force(_: PlanContext) -> ColumnElement[bool]:
    today = clock.today_shanghai()
    ended = m.Guarantee.ended_on.is_not(None) & (m.Guarantee.ended_on <= today)
    return (m.Guarantee.valid_from <= today) & (m.Guarantee.valid_until >= today) & ~ended


@graph_type(m.SufficiencyCheck, permission="sufficiency.read")
class SufficiencyCheck:
    """A test whether a merchant's custody is enough (充足性检查)."""

    day: date = column(m.SufficiencyCheck.day, "Day", filterable=True, sortable=True)
    tier: CustodyTier = column(m.SufficiencyCheck.tier, "Tier that it was measured by", filterable=True)
    quarter: str = column(m.SufficiencyCheck.quarter, "Last quarter at that time, e.g. 2026Q1", filterable=True)
    principal_fen: Fen = column(m.SufficiencyCheck.principal_fen, "Owed to card holders then")
    quarter_end_fen: Fen = column(m.SufficiencyCheck.quarter_end_fen, "Owed at the end of the last quarter")
    required_fen: Fen = column(m.SufficiencyCheck.required_fen, "Required by the tier", sortable=True)
    guaranteed_fen: Fen = column(m.SufficiencyCheck.guaranteed_fen, "Covered by guarantees")
    held_fen: Fen = column(m.SufficiencyCheck.held_fen, "Held in wallets")
    in_transit_fen: Fen = column(m.SufficiencyCheck.in_transit_fen, "On its way into wallets")
    shortfall_fen: Fen = column(m.SufficiencyCheck.shortfall_fen, "What is missing", filterable=True, sortable=True)
    checked_at: datetime = column(m.SufficiencyCheck.checked_at, "When", filterable=True, sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda check, merchant: merchant.id == check.merchant_id,
        permission="merchant.read",
    )
    snapshot: "CustodyQuarter | None" = one(
        "CustodyQuarter",
        "The figures at the end of the last quarter",
        on=lambda check, quarter: quarter.quarter == check.quarter,
    )


@graph_type(m.QuarterSnapshot, permission="sufficiency.read")
class CustodyQuarter:
    """A merchant's figures at the end of a quarter (季末快照)."""

    quarter: str = column(m.QuarterSnapshot.quarter, "E.g. 2026Q1", filterable=True, sortable=True)
    last_day: date = column(m.QuarterSnapshot.last_day, "Its last day")
    principal_fen: Fen = column(m.QuarterSnapshot.principal_fen, "Owed to card holders", sortable=True)
    held_fen: Fen = column(m.QuarterSnapshot.held_fen, "Held in wallets")
    guaranteed_fen: Fen = column(m.QuarterSnapshot.guaranteed_fen, "Covered by guarantees")
    taken_at: datetime = column(m.QuarterSnapshot.taken_at, "When it was taken")
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda quarter, merchant: merchant.id == quarter.merchant_id,
        permission="merchant.read",
    )


@graph_type(m.Guarantee, permission="guarantee.read")
class CustodyGuarantee:
    """A guarantee that stands in for money in custody (担保)."""

    kind: GuaranteeKind = column(m.Guarantee.kind, "Kind", filterable=True)
    number: str = column(m.Guarantee.number, "Number", filterable=True, sortable=True)
    issuer: str = column(m.Guarantee.issuer, "Who guarantees", filterable=True, sortable=True)
    amount_fen: Fen = column(m.Guarantee.amount_fen, "Amount", sortable=True)
    valid_from: date = column(m.Guarantee.valid_from, "First day on which it counts", filterable=True, sortable=True)
    valid_until: date = column(m.Guarantee.valid_until, "Last day on which it counts", filterable=True, sortable=True)
    in_force: bool = expr(_in_force, "Whether it counts today")
    ended_on: date | None = column(m.Guarantee.ended_on, "From this day on it was ended")
    end_reason: str | None = column(m.Guarantee.end_reason, "Why")
    has_document: bool = expr(lambda ctx: m.Guarantee.file_id.is_not(None), "Whether its document is kept")
    created_at: datetime = column(m.Guarantee.created_at, "When it was registered", sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda guarantee, merchant: merchant.id == guarantee.merchant_id,
        permission="merchant.read",
    )


@graph_type(m.CustodyAccount, permission="sufficiency.read")
class CustodyAccount:
    """A merchant's account at the custody provider (存管账户)."""

    state: AccountState = column(m.CustodyAccount.state, "Where it stands", filterable=True, sortable=True)
    tier: CustodyTier = column(m.CustodyAccount.tier, "Tier that its custody is measured by", filterable=True)
    prior_year_revenue_fen: Fen | None = column(
        m.CustodyAccount.prior_year_revenue_fen, "Of the local tier: last year's revenue"
    )
    number: str | None = column(m.CustodyAccount.number, "The provider's number of its opening")
    short: bool = expr(
        lambda ctx: m.CustodyAccount.short_since.is_not(None), "Whether custody is not enough", filterable=True
    )
    short_since: datetime | None = column(m.CustodyAccount.short_since, "Since when", sortable=True)
    required_fen: Fen | None = expr(lambda ctx: _of_last_check(m.SufficiencyCheck.required_fen), "At the last test")
    guaranteed_fen: Fen | None = expr(lambda ctx: _of_last_check(m.SufficiencyCheck.guaranteed_fen), "At the last test")
    held_fen: Fen | None = expr(lambda ctx: _of_last_check(m.SufficiencyCheck.held_fen), "At the last test")
    shortfall_fen: Fen | None = expr(lambda ctx: _of_last_check(m.SufficiencyCheck.shortfall_fen), "At the last test")
    checked_at: datetime | None = expr(lambda ctx: _of_last_check(m.SufficiencyCheck.checked_at), "The last test")
    created_at: datetime = column(m.CustodyAccount.created_at, "When it was requested", sortable=True)
    opened_at: datetime | None = column(m.CustodyAccount.opened_at, "When it was opened", sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda account, merchant: merchant.id == account.merchant_id,
        permission="merchant.read",
    )
    checks: Connection[SufficiencyCheck] = connection(
        "SufficiencyCheck",
        "Tests, newest first",
        on=lambda account, check: check.merchant_id == account.merchant_id,
        order_by=["-checked_at"],
    )
    guarantees: Connection[CustodyGuarantee] = connection(
        "CustodyGuarantee",
        "Guarantees",
        on=lambda account, guarantee: guarantee.merchant_id == account.merchant_id,
        permission="guarantee.read",
    )
