"""Reading inputs: ids that may be absent, JSON that has to be an object."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from prepaid.core.errors import BadUserInput
from prepaid.graph.types import GlobalID


def optional_id(given: GlobalID | None, type_name: str, *path: str) -> UUID | None:
    """The row that a global id names, if one is given. Raises `NotFound` for the id of something else."""
    return None if given is None else given.of(type_name, path=path).id


def as_document(value: Any) -> Mapping[str, Any]:
    """The JSON object; raises `BadUserInput` for any other JSON."""
    if not isinstance(value, dict):
        raise BadUserInput("a document is a JSON object")
    return value
