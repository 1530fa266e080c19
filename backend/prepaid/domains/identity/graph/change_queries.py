"""Root fields about change requests."""

from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

root_connection(
    "changeRequests",
    ChangeRequest,
    "Changes of the caller's tenant, newest first",
    permission="change.read",
    arguments={
        "target": Argument(GlobalID | None, "Of this object", lambda row, value: row.target_id == value),
    },
)
root_one("changeRequest", ChangeRequest, "One change", permission="change.read")
