"""What every command does that changes who may do what."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from sqlalchemy import select, update

from prepaid.core import events, signals
from prepaid.core.database import WriteSession
from prepaid.domains.identity.errors.permissions import LastAdministrator
from prepaid.domains.identity.events.permissions import TemplateChanged
from prepaid.domains.identity.models import PolicyVersion
from prepaid.domains.identity.reads.administrators import count_administrators
from prepaid.domains.identity.reads.policy_store import TOPIC
from prepaid.kit.ids import PLATFORM_TENANT


async def policy_changed(tx: WriteSession, template_id: UUID) -> int:
    """Raise the policy version and tell every process when this transaction commits; returns the version.

    The row's lock puts policy changes in a line: guards that count over several rows hold until the commit.
    So it is called before the change.
    """
    await tx.flush()
    raised = update(PolicyVersion).values(version=PolicyVersion.version + 1).returning(PolicyVersion.version)
    version = (await tx.execute(raised)).scalar_one()
    await signals.publish(tx, TOPIC, {"template": str(template_id), "version": version})
    await events.publish(tx, TemplateChanged(template_id, version))
    return version


@asynccontextmanager
async def keeping_administrators(tx: WriteSession, *, tenant: UUID = PLATFORM_TENANT) -> AsyncIterator[None]:
    """Refuse a change after which nobody could administer permissions any more.

    `tenant`: where the change happens; a merchant has none of these people. The policy's row is locked for
    it, or two administrators could remove each other at the same time.

    Raises:
        LastAdministrator: there were administrators before the block and there are none after it.
    """
    if tenant != PLATFORM_TENANT:
        yield
        return
    await tx.execute(select(PolicyVersion.version).with_for_update())
    before = await count_administrators(tx)
    yield
    if before and not await count_administrators(tx):
        raise LastAdministrator
