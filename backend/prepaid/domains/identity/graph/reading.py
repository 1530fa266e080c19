"""Reading inputs: ids that may be absent, JSON that has to be an object."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.errors import BadUserInput, InvalidValue, NotFound
from prepaid.graph.types import GlobalID


def optional_id(given: GlobalID | None, type_name: str, *path: str) -> UUID | None:
    """The row that a global id names, if one is given. Raises `NotFound` for the id of something else."""
    return None if given is None else given.of(type_name, path=path).id


def own_merchant(actor: Actor, given: GlobalID | None, *path: str) -> UUID:
    """The merchant that an input means: the one it names, or else the one in focus.

    Raises:
        NotFound: another than the caller's own.
        InvalidValue: the caller works for several merchants and names none.
    """
    path = path or ("merchantId",)
    named = optional_id(given, "Merchant", *path) or actor.merchant_id
    if named is None:
        raise InvalidValue(path=path, reason="EMPTY")
    if actor.db_role in (DbRole.MERCHANT, DbRole.OPERATOR) and named not in (actor.merchant_id, *actor.merchant_ids):
        raise NotFound(path=path)
    return named


def as_document(value: Any) -> Mapping[str, Any]:
    """The JSON object; raises `BadUserInput` for any other JSON."""
    if not isinstance(value, dict):
        raise BadUserInput("a document is a JSON object")
    return value
