"""Exports as those who asked for them see them."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement

from prepaid.domains.identity.graph.task_types import Task
from prepaid.domains.pages import models as m
from prepaid.domains.pages.rules.layout.pages import ExportFormat
from prepaid.graph.types import SIGNED_IN, PlanContext, Row, column, expr, extend, graph_type, one, root_connection


def _own(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    return [row.account_id == ctx.actor_param("account_id")]


@graph_type(m.ListExport, permission=SIGNED_IN, scope=_own, own=True)
class ListExport:
    """A list as a file (导出)."""

    page_key: strawberry.ID = column(m.ListExport.page_key, "Page of the list", filterable=True)
    title: str = expr(
        lambda ctx: m.ListExport.title_en if ctx.locale == "en" else m.ListExport.title_zh, "What the list was called"
    )
    format: ExportFormat = column(m.ListExport.format, "Format of the file")
    created_at: datetime = column(m.ListExport.created_at, "When it was asked for", sortable=True)
    task: Task | None = one("Task", "How far it is, and the file that came of it")


extend(
    Task,
    "export",
    one("ListExport", "The list that it exports", on=lambda task, export: export.task_id == task.id),
    annotation=ListExport | None,
)
root_connection(
    "myExports", ListExport, "The caller's own exports, newest first", permission=SIGNED_IN, order_by=["-created_at"]
)
