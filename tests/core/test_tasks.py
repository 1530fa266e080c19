"""Tasks: progress that others see while the work's transaction is open, cancelling, ends that stay."""

import asyncio
from uuid import UUID

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.core import tasks
from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.errors import NotFound
from prepaid.core.services import Services
from prepaid.core.tasks import MACHINE, Progress, TaskEnded, TaskState, topic_of
from prepaid.kit.ids import uuid7


@pytest.fixture
def tenant(cashier: Actor) -> UUID:
    assert cashier.merchant_id
    return cashier.merchant_id


async def started(services: Services, cashier: Actor, total: int = 3) -> UUID:
    async with services.database.write(cashier) as tx:
        return await tasks.start(tx, "test.import", total=total)


async def state(superuser: asyncpg.Connection) -> tuple[str, int]:
    row = await superuser.fetchrow("SELECT state, done FROM task")
    return row["state"], row["done"]


async def test_progress_is_seen_while_the_work_goes_on(
    services: Services, cashier: Actor, tenant: UUID, superuser: asyncpg.Connection
) -> None:
    task_id = await started(services, cashier)
    assert await state(superuser) == ("QUEUED", 0)
    progress = Progress(services.database, tenant, task_id, total=3)
    with services.signals.subscribe(topic_of(task_id)) as heard:
        async with services.database.write(SYSTEM) as work:
            await work.connection()
            await progress.begin()
            await progress.report(1, "IMPORTING")
            assert await state(superuser) == ("RUNNING", 1)
            await progress.report(2)
            assert await state(superuser) == ("RUNNING", 1), "too soon after the last report"
            await progress.report(3)
            assert await state(superuser) == ("RUNNING", 3), "the end is always reported"
            await tasks.finish(work, tenant, task_id, result={"rows": 3})
            assert await state(superuser) == ("RUNNING", 3)
        assert await state(superuser) == ("DONE", 3)
        for _ in range(4):
            assert (await asyncio.wait_for(anext(heard), 5)).payload == {"id": str(task_id)}


async def test_cancelled_work_notices_and_cannot_finish(services: Services, cashier: Actor, tenant: UUID) -> None:
    task_id = await started(services, cashier)
    progress = Progress(services.database, tenant, task_id)
    await progress.begin()
    async with services.database.write(cashier) as tx:
        await tasks.cancel(tx, tenant, task_id)
    with pytest.raises(TaskEnded):
        await progress.report(1)
    with pytest.raises(TaskEnded):
        await services.database.run(SYSTEM, lambda tx: tasks.finish(tx, tenant, task_id))
    with pytest.raises(TaskEnded):
        await progress.begin()


async def test_work_that_crashed_begins_again(services: Services, cashier: Actor, tenant: UUID) -> None:
    task_id = await started(services, cashier)
    for _ in range(2):
        await Progress(services.database, tenant, task_id).begin()
    await services.database.run(SYSTEM, lambda tx: tasks.fail(tx, tenant, task_id, "INVALID_VALUE"))
    with pytest.raises(TaskEnded):
        await services.database.run(SYSTEM, lambda tx: tasks.fail(tx, tenant, task_id, "INVALID_VALUE"))


async def test_a_neighbours_task_is_not_found(
    services: Services, cashier: Actor, neighbour: Actor, tenant: UUID
) -> None:
    task_id = await started(services, cashier)
    with pytest.raises(NotFound):
        await services.database.run(neighbour, lambda tx: tasks.cancel(tx, tenant, task_id))
    with pytest.raises(NotFound):
        await services.database.run(SYSTEM, lambda tx: tasks.cancel(tx, tenant, uuid7()))


@given(st.lists(st.sampled_from(TaskState)))
def test_no_way_leads_out_of_an_end(steps: list[TaskState]) -> None:
    current = MACHINE.initial
    for step in steps:
        if MACHINE.can(current, step):
            assert current not in MACHINE.terminal
            current = MACHINE.advance(current, step)
