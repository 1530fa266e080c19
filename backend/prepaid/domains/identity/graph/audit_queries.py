"""Root fields about the audit trail."""

from prepaid.core.tables import AuditEvent as Event
from prepaid.domains.identity.graph.audit_types import AuditEvent
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

root_connection(
    "auditEvents",
    AuditEvent,
    "What was done in the caller's tenant, newest first",
    permission="audit.read",
    order_by=["-at"],
    search=[Event.action, Event.reason],
    arguments={
        "actor": Argument(GlobalID | None, "By this member", lambda row, value: row.actor_membership_id == value),
        "object": Argument(GlobalID | None, "About this object", lambda row, value: row.object_id == value),
        "merchant": Argument(GlobalID | None, "In this merchant", lambda row, value: row.merchant_id == value),
    },
)
root_connection(
    "timeline",
    AuditEvent,
    "Everything that happened to one object, newest first",
    permission="audit.read",
    order_by=["-at"],
    arguments={"object": Argument(GlobalID, "The object", lambda row, value: row.object_id == value)},
)
root_one("auditEvent", AuditEvent, "One act", permission="audit.read")
