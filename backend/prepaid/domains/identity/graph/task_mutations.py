"""Mutations of long work, and those that begin it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry

from prepaid.domains.identity.commands import download_task_file as downloading
from prepaid.domains.identity.commands import export_audit as exporting
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.identity.graph.task_types import Task
from prepaid.domains.identity.rules.audit_csv import TrailFilter
from prepaid.graph.types import SIGNED_IN, GlobalID, MutationContext, mutation, ref


@strawberry.input(
    description="Which part of the audit trail is wanted; without any condition all that the caller sees."
)
class ExportAuditEventsInput:
    """Input of `exportAuditEvents`."""

    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")
    since: datetime | None = strawberry.field(name="from", default=None, description="First instant")
    until: datetime | None = strawberry.field(name="to", default=None, description="First instant after the period")
    action: str | None = strawberry.field(default=None, description="How the code of the action begins, e.g. role.")
    object_type: str | None = strawberry.field(default=None, description="Type of the object")
    object_id: GlobalID | None = strawberry.field(default=None, description="The object")
    member_id: GlobalID | None = strawberry.field(default=None, description="Member who acted")
    merchant_id: GlobalID | None = strawberry.field(
        default=None, description="Merchant; staff of several merchants name one"
    )


@strawberry.input(description="A task whose file is wanted.")
class DownloadTaskFileInput:
    """Input of `downloadTaskFile`."""

    id: GlobalID = strawberry.field(description="One of the caller's own tasks")


@mutation(permission="audit.export", idempotent=True, payload={"task": Task})
async def export_audit_events(ctx: MutationContext, input: ExportAuditEventsInput) -> Mapping[str, Any]:
    """Write the audit trail into a CSV file of at most 200,000 rows, newest first; the task tells when it is there."""
    member = input.member_id.of("Member", path=("memberId",)) if input.member_id else None
    chosen = TrailFilter(
        since=input.since,
        until=input.until,
        action=input.action,
        object_type=input.object_type,
        object_id=input.object_id.id if input.object_id else None,
        membership_id=member.id if member else None,
        merchant_id=optional_id(input.merchant_id, "Merchant", "merchantId"),
    )
    tenant, task_id = await exporting.export_audit(
        ctx.tx, ctx.actor, chosen=chosen, member_tenant=member.tenant if member else None
    )
    return {"task": ref(Task, tenant, task_id)}


@mutation(permission=SIGNED_IN, payload={"url": str, "expires_at": datetime})
async def download_task_file(ctx: MutationContext, input: DownloadTaskFileInput) -> Mapping[str, Any]:
    """Where to GET the file of one of the caller's own tasks, for this session and a few minutes."""
    task = input.id.of("Task", path=("id",))
    link = await downloading.download_task_file(
        ctx.tx, ctx.actor, files=ctx.services.files, tenant=task.tenant, task_id=task.id
    )
    return {"url": link.url, "expires_at": link.expires_at}
