"""Fetching the file that came of long work."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.files import DownloadLink, Files
from prepaid.core.tables import Task
from prepaid.domains.identity.commands.export_audit import EXPORT_AUDIT

ACTIONS: Final = {EXPORT_AUDIT: "audit.exported"}
"""What the audit trail calls the fetching of a file, by the kind of the task."""
OTHERWISE: Final = "task.file_fetched"


async def download_task_file(
    tx: WriteSession, actor: Actor, *, files: Files, tenant: UUID, task_id: UUID
) -> DownloadLink:
    """An address for the actor's session, good for some minutes; that it was asked for is in the audit trail.

    Raises:
        NotFound: no such task, or another's, or it has no file.
    """
    own = select(Task).filter_by(merchant_id=tenant, id=task_id).where(Task.created_by == actor.account_id)
    task = await tx.scalar(own)
    if task is None or task.file_id is None:
        raise NotFound(path=("id",))
    link = await files.download_link(tx, task.file_id, tenant=tenant)
    action = ACTIONS.get(task.kind, OTHERWISE)
    after = {"file": task.file_id, **(task.result or {})}
    await audit.record(tx, action, object_type="Task", object_id=task.id, tenant=tenant, after=after)
    return link
