"""Long work that a user waits for: an import, an export, a payout run. Its progress is seen live.

The work itself is a job. Progress commits in short transactions of its own, so that others see it while the
job's transaction is open; the signal `task:<id>` tells that there is something new to read.
"""

import time
from enum import StrEnum
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import CursorResult, select, update

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import NotFound, Refusal
from prepaid.core.signals import publish
from prepaid.core.tables import Task
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.states import StateMachine

SECONDS_BETWEEN_REPORTS = 0.5


class TaskState(StrEnum):
    """Where a task stands."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


TRANSITIONS = {
    TaskState.QUEUED: frozenset({TaskState.RUNNING, TaskState.FAILED, TaskState.CANCELLED}),
    TaskState.RUNNING: frozenset({TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED}),
    TaskState.DONE: frozenset[TaskState](),
    TaskState.FAILED: frozenset[TaskState](),
    TaskState.CANCELLED: frozenset[TaskState](),
}
MACHINE = StateMachine(TRANSITIONS, initial=TaskState.QUEUED)


TASK_KINDS: Final[dict[str, tuple[str, str]]] = {}
"""What tasks are called, Chinese and English, by their kind."""


def task_kind(code: str, zh: str, en: str) -> str:
    """Declare what tasks of a kind are called; the code itself comes back.

    Raises:
        ValueError: the code has another name already.
    """
    if TASK_KINDS.setdefault(code, (zh, en)) != (zh, en):
        raise ValueError(f"two kinds of tasks are called {code}")
    return code


class TaskEnded(Refusal):
    """The task is over; nothing about it changes any more."""

    code = "TASK_ENDED"
    zh = "任务已结束"
    en = "The task has ended"


def topic_of(task_id: UUID) -> str:
    """Topic of the signals about a task."""
    return f"task:{task_id}"


async def start(tx: WriteSession, kind: str, *, total: int | None = None, tenant: UUID | None = None) -> UUID:
    """Note a task of the actor of `tx`; returns its id. Enqueue the job that does it in the same transaction."""
    task_id = uuid7()
    tx.add(
        Task(
            merchant_id=tenant or tx.actor.tenant,
            id=task_id,
            kind=kind,
            state=MACHINE.initial,
            done=0,
            total=total,
            created_by=tx.actor.account_id,
            created_at=clock.now(),
        )
    )
    await tx.flush()
    return task_id


async def finish(
    tx: WriteSession, tenant: UUID, task_id: UUID, *, result: dict[str, Any] | None = None, file_id: UUID | None = None
) -> None:
    """The work is done, in its own transaction. `result` holds figures and references.

    Raises:
        TaskEnded: it was cancelled meanwhile; the transaction is to roll back.
    """
    ended = {"result": result, "file_id": file_id, "ended_at": clock.now()}
    await _advance(tx, tenant, task_id, TaskState.DONE, **ended)


async def fail(tx: WriteSession, tenant: UUID, task_id: UUID, code: str) -> None:
    """The work came to nothing; `code` is that of a refusal or error. Raises `TaskEnded`."""
    await _advance(tx, tenant, task_id, TaskState.FAILED, error=code, ended_at=clock.now())


async def cancel(tx: WriteSession, tenant: UUID, task_id: UUID) -> None:
    """Somebody does not want it any more; the work notices at its next report. Raises `TaskEnded`."""
    await _advance(tx, tenant, task_id, TaskState.CANCELLED, ended_at=clock.now())


class Progress:
    """Reports of one run of a task: cheap to call for every row, written now and then."""

    def __init__(self, database: Database, tenant: UUID, task_id: UUID, *, total: int | None = None) -> None:
        self._database = database
        self._tenant = tenant
        self._task_id = task_id
        self._total = total
        self._next_at = 0.0

    async def begin(self) -> None:
        """The work begins, or begins again after a crash. Raises `TaskEnded` when it was cancelled."""
        async with self._database.write(SYSTEM) as tx:
            await _advance(tx, self._tenant, self._task_id, TaskState.RUNNING, started_at=clock.now())

    async def report(self, done: int, message: str | None = None) -> None:
        """So many steps are done; `message` is the code of what is being done now.

        Raises:
            TaskEnded: it was cancelled; the work is to stop and its transaction to roll back.
        """
        if time.monotonic() < self._next_at and done != self._total:
            return
        self._next_at = time.monotonic() + SECONDS_BETWEEN_REPORTS
        async with self._database.write(SYSTEM) as tx:
            values = {"done": done, "total": self._total, "message": message}
            await _change(tx, self._tenant, self._task_id, {TaskState.RUNNING}, values)


async def _advance(tx: WriteSession, tenant: UUID, task_id: UUID, to: TaskState, **values: Any) -> None:
    origins = {state for state in MACHINE.states if MACHINE.can(state, to)}
    if to is TaskState.RUNNING:
        origins.add(TaskState.RUNNING)
    await _change(tx, tenant, task_id, origins, {"state": to} | values)


async def _change(
    tx: WriteSession, tenant: UUID, task_id: UUID, states: set[TaskState], values: dict[str, Any]
) -> None:
    """One guarded UPDATE; the signal goes out with its commit."""
    row = {"merchant_id": tenant, "id": task_id}
    statement = update(Task).filter_by(**row).where(Task.state.in_(states)).values(**values)
    if cast(CursorResult[Any], await tx.execute(statement)).rowcount != 1:
        if await tx.scalar(select(Task.id).filter_by(**row)) is None:
            raise NotFound
        raise TaskEnded
    await publish(tx, topic_of(task_id), {"id": task_id})
