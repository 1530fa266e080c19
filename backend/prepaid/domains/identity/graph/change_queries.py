"""Root fields about change requests."""

from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.graph.types import root_connection, root_one

root_connection(
    "changeRequests", ChangeRequest, "Changes of the caller's tenant, newest first", permission="change.read"
)
root_one("changeRequest", ChangeRequest, "One change", permission="change.read")
