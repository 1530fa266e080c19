"""Long work as its owner sees it."""

from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry
from sqlalchemy import ColumnElement, case, literal, select
from strawberry.scalars import JSON

from prepaid.core.tables import StoredFile
from prepaid.core.tables import Task as Row
from prepaid.core.tasks import TASK_KINDS, TaskState
from prepaid.domains.identity.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.graph.types import SIGNED_IN, PlanContext, column, expr, graph_type
from prepaid.graph.types import Row as PlanRow


def _own(ctx: PlanContext, row: PlanRow) -> list[ColumnElement[bool]]:
    return [row.created_by == ctx.actor_param("account_id")]


def _title(ctx: PlanContext) -> ColumnElement[str]:
    names = {code: en if ctx.locale == "en" else zh for code, (zh, en) in TASK_KINDS.items()}
    return case({code: literal(name) for code, name in names.items()}, value=Row.kind, else_=Row.kind)


def _of_file(column: Any) -> ColumnElement[Any]:
    there = StoredFile.status == "READY"
    of_task = (StoredFile.merchant_id == Row.merchant_id, StoredFile.id == Row.file_id)
    return select(column).where(*of_task, there).scalar_subquery()


@graph_type(Row, permission=SIGNED_IN, scope=_own, own=True)
class Task:
    """Long work that the caller has begun (任务): an import, an export, a payout run."""

    kind: str = column(Row.kind, "What is being done", filterable=True)
    title: str = expr(_title, "What it is called")
    state: TaskState = column(Row.state, "Where it stands", filterable=True)
    done: int = column(Row.done, "Steps that are done")
    total: int | None = column(Row.total, "Steps in all; null when nobody knows yet")
    message: str | None = column(Row.message, "Code of what is being done now")
    result: JSON | None = column(Row.result, "Figures and references that came of it")
    file_id: UUID | None = column(Row.file_id, "File that came of it")
    file_name: str | None = expr(lambda ctx: _of_file(StoredFile.name), "Name of that file, as long as it is there")
    file_size: int | None = expr(lambda ctx: _of_file(StoredFile.size), "Its size in bytes")
    file_expires_at: datetime | None = expr(
        lambda ctx: _of_file(StoredFile.expires_at), "When that file is deleted; null when it is kept"
    )
    error: str | None = column(Row.error, "Code of why it failed")
    created_at: datetime = column(Row.created_at, "When it was asked for", filterable=True, sortable=True)
    started_at: datetime | None = column(Row.started_at, "When it began")
    ended_at: datetime | None = column(Row.ended_at, "When it ended")


@strawberry.type(description="How far long work is.")
class TaskProgress:
    """An event of `taskProgress`."""

    id: strawberry.ID = strawberry.field(description="Global id of the task")
    state: TaskState = strawberry.field(description="Where it stands")
    done: int = strawberry.field(description="Steps that are done")
    total: int | None = strawberry.field(description="Steps in all; null when nobody knows yet")
    message: str | None = strawberry.field(description="Code of what is being done now")
    error: str | None = strawberry.field(description="Code of why it failed")
