"""Notices as their owner reads them."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement, or_

from prepaid.domains.notifications import models as m
from prepaid.domains.notifications.rules.kinds import NoticeTone
from prepaid.graph.types import SIGNED_IN, PlanContext, Row, column, described_enum, expr, graph_type

described_enum(
    NoticeTone,
    {
        NoticeTone.NEUTRAL: "普通: nothing special",
        NoticeTone.INFO: "提示: something to know or to do",
        NoticeTone.SUCCESS: "成功: something went well",
        NoticeTone.WARNING: "注意: something did not",
        NoticeTone.DANGER: "警示: something is wrong",
    },
)


def _own(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    here = or_(row.membership_id.is_(None), row.membership_id == ctx.actor_param("membership_id"))
    return [row.account_id == ctx.actor_param("account_id"), here]


@graph_type(m.Notice, permission=SIGNED_IN, scope=_own, own=True)
class Notice:
    """What the caller is told (通知)."""

    kind: str = column(m.Notice.kind, "Kind, e.g. change.waiting", filterable=True)
    tone: NoticeTone = column(m.Notice.tone, "How it looks")
    title: str = expr(lambda ctx: m.Notice.title_en if ctx.locale == "en" else m.Notice.title_zh, "What it says")
    body: str | None = expr(
        lambda ctx: m.Notice.body_en if ctx.locale == "en" else m.Notice.body_zh, "What it says below"
    )
    page_key: strawberry.ID | None = column(m.Notice.page_key, "Page that it leads to")
    target_id: strawberry.ID | None = column(m.Notice.target_id, "Global id of what that page shows")
    created_at: datetime = column(m.Notice.created_at, "When", filterable=True, sortable=True)
    read_at: datetime | None = column(m.Notice.read_at, "When it was read", filterable=True)
