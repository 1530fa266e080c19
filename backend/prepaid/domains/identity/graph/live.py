"""Live events of identity: progress of long work, and the review queue."""

from collections.abc import AsyncIterator
from typing import Annotated, Final
from uuid import UUID

import strawberry

from prepaid.core.errors import NotFound
from prepaid.core.tasks import MACHINE, TaskState, topic_of
from prepaid.domains.identity.commands.submit_change import queue_topic
from prepaid.domains.identity.graph.task_types import TaskProgress
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.graph.subscriptions import subscription
from prepaid.graph.types import SIGNED_IN, GlobalID, Info
from prepaid.kit.ids import GlobalId

TASK: Final = (
    "SELECT state, done, total, message, error FROM task WHERE merchant_id = $1 AND id = $2 AND created_by = $3"
)
OPEN: Final = "SELECT count(*) FROM change_request WHERE merchant_id = $1 AND state = 'OPEN'"


@strawberry.type(description="Something happened in the review queue.")
class ReviewQueueEvent:
    """An event of `reviewQueue`."""

    change_id: strawberry.ID | None = strawberry.field(
        description="Global id of the change; null at the start, and when the whole list is to be read again"
    )
    state: ChangeState | None = strawberry.field(description="Where it stands now")
    open_count: int = strawberry.field(description="Changes of the tenant that wait")


@subscription(permission=SIGNED_IN)
async def task_progress(
    info: Info, id: Annotated[GlobalID, strawberry.argument(description="Global id of one of the caller's tasks")]
) -> AsyncIterator[TaskProgress]:
    """How far one of the caller's own tasks is: its state now, then every change until it ends."""
    found = id.of("Task")
    with info.context.services.signals.subscribe(topic_of(found.id)) as signals:
        progress = await _progress(info, found)
        yield progress
        while progress.state not in MACHINE.terminal:
            await anext(signals)
            progress = await _progress(info, found)
            yield progress


@subscription(permission="change.read")
async def review_queue(info: Info) -> AsyncIterator[ReviewQueueEvent]:
    """What waits for review in the caller's tenant: a count at first, then every change as it comes and goes."""
    tenant = info.context.actor.tenant
    with info.context.services.signals.subscribe(queue_topic(tenant)) as signals:
        yield ReviewQueueEvent(change_id=None, state=None, open_count=await _open(info))
        async for signal in signals:
            if signal.gap:
                yield ReviewQueueEvent(change_id=None, state=None, open_count=await _open(info))
                continue
            change = GlobalId("ChangeRequest", tenant, UUID(signal.payload["change"])).encode()
            yield ReviewQueueEvent(
                change_id=strawberry.ID(change),
                state=ChangeState(signal.payload["state"]),
                open_count=await _open(info),
            )


async def _progress(info: Info, task: GlobalId) -> TaskProgress:
    context = info.context
    async with context.database.read(context.actor) as source:
        rows = await source.fetch(TASK, task.tenant, task.id, context.actor.account_id)
    if not rows:
        raise NotFound
    row = rows[0]
    return TaskProgress(
        id=strawberry.ID(task.encode()),
        state=TaskState(row["state"]),
        done=row["done"],
        total=row["total"],
        message=row["message"],
        error=row["error"],
    )


async def _open(info: Info) -> int:
    context = info.context
    async with context.database.read(context.actor) as source:
        return int(await source.fetchval(OPEN, context.actor.tenant))
