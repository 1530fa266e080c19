"""The audit trail as it is read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from strawberry.scalars import JSON

from prepaid.core.audit import diff
from prepaid.core.tables import AuditEvent as Event
from prepaid.domains.identity.graph.member_types import Member, Merchant
from prepaid.domains.identity.graph.telling import called, told
from prepaid.domains.identity.rules.devices import device_name
from prepaid.graph.context import GraphContext
from prepaid.graph.types import batch, column, expr, graph_type, one


async def _differences(context: GraphContext, events: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    return await told(
        context, [(event["object_type"], event["before"], event["after"], event["object_id"]) for event in events]
    )


async def _object_names(context: GraphContext, events: list[dict[str, Any]]) -> list[str | None]:
    return await called(context, [(event["object_type"], event["object_id"]) for event in events])


def _changes(_: Any, events: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    return [
        [
            {"path": change.path, "before": change.before, "after": change.after}
            for change in diff(event["before"], event["after"])
        ]
        for event in events
    ]


@graph_type(Event, permission="audit.read")
class AuditEvent:
    """One act: who, where from, what, before and after (审计记录)."""

    at: datetime = column(Event.at, "When", filterable=True, sortable=True)
    action: str = column(Event.action, "What was done, e.g. role.grants_saved", filterable=True)
    object_type: str = column(Event.object_type, "Type of the object", filterable=True)
    object_id: UUID | None = column(Event.object_id, "The object", filterable=True)
    before: JSON | None = column(Event.before, "Values before")
    after: JSON | None = column(Event.after, "Values after")
    changes: JSON = batch(_changes, "Values that differ: [{path, before, after}]", requires=[Event.before, Event.after])
    differences: JSON = batch(
        _differences,
        "Values that differ, in words of the caller's language: [{label, before, after}], of a list "
        "[{label, removed, added}]",
        requires=[Event.object_type, Event.before, Event.after, Event.object_id],
    )
    object_name: str | None = batch(
        _object_names,
        "What the object is called now; null when it is gone, or the caller may not see it",
        requires=[Event.object_type, Event.object_id],
    )
    reason: str | None = column(Event.reason, "Reason that was given")
    template: str | None = column(Event.template, "Platform in which the actor worked", filterable=True)
    request_id: str | None = column(Event.request_id, "Id of the request, as in answers and logs", filterable=True)
    address: str | None = column(Event.address, "Address of the actor", permission="audit.device", filterable=True)
    device: str | None = column(Event.device, "Device of the actor, as it named itself", permission="audit.device")
    device_name: str | None = batch(
        lambda _, events: [device_name(event["device"]) for event in events],
        "Program and system of the actor, as far as they are known",
        requires=[Event.device],
        permission="audit.device",
    )
    by_token: bool = expr(lambda ctx: Event.actor_token_id.is_not(None), "Whether an API token did it")
    actor: Member | None = one(
        "Member",
        "Who did it; null for the system, for tokens and for people whom the caller may not see",
        on=lambda event, member: member.id == event.actor_membership_id,
        same_tenant=False,
    )
    merchant: Merchant | None = one(
        "Merchant",
        "Merchant that the object belongs to; null for the bank's own",
        on=lambda event, merchant: merchant.id == event.merchant_id,
        permission="merchant.read",
    )
