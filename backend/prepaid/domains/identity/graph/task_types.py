"""Long work as its owner sees it."""

from datetime import datetime
from uuid import UUID

import strawberry
from sqlalchemy import ColumnElement
from strawberry.scalars import JSON

from prepaid.core.tables import Task as Row
from prepaid.core.tasks import TaskState
from prepaid.domains.identity.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.graph.types import SIGNED_IN, PlanContext, column, graph_type
from prepaid.graph.types import Row as PlanRow


def _own(ctx: PlanContext, row: PlanRow) -> list[ColumnElement[bool]]:
    return [row.created_by == ctx.actor_param("account_id")]


@graph_type(Row, permission=SIGNED_IN, scope=_own, own=True)
class Task:
    """Long work that the caller has begun (任务): an import, an export, a payout run."""

    kind: str = column(Row.kind, "What is being done", filterable=True)
    state: TaskState = column(Row.state, "Where it stands", filterable=True)
    done: int = column(Row.done, "Steps that are done")
    total: int | None = column(Row.total, "Steps in all; null when nobody knows yet")
    message: str | None = column(Row.message, "Code of what is being done now")
    result: JSON | None = column(Row.result, "Figures and references that came of it")
    file_id: UUID | None = column(Row.file_id, "File that came of it")
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
