"""After the storm: what the schedules of the next hours would do, until nothing is under way any more."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.jobs import JobContext, run_due
from prepaid.core.services import Services, open_services
from prepaid.core.settings import settings
from prepaid.domains.custody.commands.retry_operation import retry_operation
from prepaid.domains.custody.jobs.sweep import sweep as sweep_custody
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.rules.operations import OperationState
from prepaid.domains.payment.jobs.sweep import sweep as sweep_payments
from prepaid.kit import clock
from tests.faults.plant import Plant

STEP: Final = timedelta(minutes=20)
STEPS: Final = 12
UNDER_WAY: Final = """
SELECT (SELECT count(*) FROM custody_operation WHERE state IN ('REQUESTED', 'SENT', 'IN_QUEUE'))
  + (SELECT count(*) FROM payment WHERE state IN ('REQUESTED', 'READY'))
  + (SELECT count(*) FROM payment_refund WHERE state IN ('REQUESTED', 'PROCESSING'))
  + (SELECT count(*) FROM payout WHERE state IN ('REQUESTED', 'PROCESSING'))
"""


@asynccontextmanager
async def services_of(plant: Plant) -> AsyncIterator[Services]:
    """The product's parts in this process."""
    values = {
        "database_url": plant.database_url,
        "data_dir": plant.folder,
        "custody_url": plant.sandbox_url,
        "wechat_pay_url": plant.sandbox_url,
        "public_url": plant.server_url,
        "environment": "test",
    }
    async with open_services(settings().model_copy(update=values)) as services:
        yield services


async def settle(services: Services) -> int:
    """Let hours pass, the bank retrying what it finds in its queue; how much is still under way at the end."""
    left = 0
    for step in range(1, STEPS + 1):
        with clock.travel(step * STEP):
            await services.database.run(SYSTEM, lambda tx: _sweep(tx, services))
            for merchant_id, operation_id in await _queued(services):
                await _retry(services, merchant_id, operation_id)
            await run_due(services)
        async with services.database.read(SYSTEM) as reading:
            left = await reading.fetchval(UNDER_WAY)
        if left == 0:
            break
    return left


async def _sweep(tx: WriteSession, services: Services) -> None:
    ctx = JobContext(tx, services, 0, 1)
    await sweep_custody(ctx)
    await sweep_payments(ctx)


async def _queued(services: Services) -> list[tuple[UUID, UUID]]:
    query = select(WalletOperation.merchant_id, WalletOperation.id).filter_by(state=OperationState.IN_QUEUE.value)
    async with services.database.write(SYSTEM) as tx:
        return [(merchant_id, operation_id) for merchant_id, operation_id in await tx.execute(query)]


async def _retry(services: Services, merchant_id: UUID, operation_id: UUID) -> None:
    async def run(tx: WriteSession) -> None:
        await retry_operation(tx, SYSTEM, merchant_id=merchant_id, operation_id=operation_id, reason="存管机构已恢复")

    await services.database.run(SYSTEM, run)
