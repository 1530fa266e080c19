"""Asking for a list as a file."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from prepaid.core import audit, tasks
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden
from prepaid.core.jobs import enqueue
from prepaid.domains.pages.models import ListExport
from prepaid.domains.pages.rules.layout.pages import ExportFormat
from prepaid.domains.pages.rules.text import Text
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

EXPORT_LIST: Final = tasks.task_kind("list.export", "导出列表", "Export of a list")
"""Kind of the task, and the permission."""
WRITE_LIST_EXPORT: Final = "pages.write_list_export"


async def export_list(
    tx: WriteSession,
    actor: Actor,
    *,
    page_key: str,
    title: Text,
    columns: Sequence[str],
    variables: Mapping[str, Any],
    file_format: ExportFormat,
) -> UUID:
    """Begin a task of the actor's tenant that writes a list into a file; its id.

    Page, columns and variables have been proven against what the actor sees; the job proves them again.

    Raises:
        Forbidden: an API token asks; a task belongs to a person in a place.
    """
    if actor.account_id is None or actor.membership_id is None:
        raise Forbidden
    task_id = await tasks.start(tx, EXPORT_LIST)
    asked = ListExport(
        merchant_id=actor.tenant,
        id=uuid7(),
        account_id=actor.account_id,
        membership_id=actor.membership_id,
        task_id=task_id,
        page_key=page_key,
        title_zh=title.zh,
        title_en=title.en,
        format=file_format.value,
        locale=actor.locale,
        columns=list(columns),
        variables=dict(variables),
        created_at=clock.now(),
    )
    tx.add(asked)
    await tx.flush()
    after = {"page": page_key, "columns": list(columns), "format": file_format.value}
    await audit.record(tx, "list.export_asked", object_type="ListExport", object_id=asked.id, after=after)
    await enqueue(tx, WRITE_LIST_EXPORT, payload={"export_id": asked.id}, tenant=actor.tenant, task_id=task_id)
    return task_id
