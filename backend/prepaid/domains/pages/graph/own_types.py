"""Saved views as they are read."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_

from prepaid.domains.pages import models as m
from prepaid.graph.types import SIGNED_IN, PlanContext, Row, column, expr, graph_type


def _reachable(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """The caller's own, and those shared in his tenant on his platform."""
    return [
        row.merchant_id == ctx.actor_param("tenant"),
        row.template_code == ctx.actor_param("template"),
        or_(row.shared, row.membership_id == ctx.actor_param("membership_id")),
    ]


@graph_type(m.SavedView, permission=SIGNED_IN, scope=_reachable, own=True)
class SavedView:
    """A named state of a list (视图)."""

    page_key: str = column(m.SavedView.page_key, "Key of the list page", filterable=True)
    label: str = column(m.SavedView.label, "What it is called")
    query: str = column(m.SavedView.query, "Query string of the page's address")
    shared: bool = column(m.SavedView.shared, "Whether the whole tenant sees it")
    mine: bool = expr(
        lambda ctx: m.SavedView.membership_id == ctx.actor_param("membership_id"), "Whether the caller saved it"
    )
    saved_at: datetime = column(m.SavedView.saved_at, "When it was saved")
