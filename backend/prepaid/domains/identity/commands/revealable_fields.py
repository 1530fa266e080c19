"""The masked fields that can be revealed; any domain registers its own.

@revealable("Member", "phone", permission="member.reveal")
async def phone(tx, actor, data_keys, tenant, row_id) -> str | None: ...
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession

ReadPlain = Callable[[WriteSession, Actor, DataKeys, UUID, UUID], Awaitable[str | None]]
"""`(tx, actor, data keys, tenant, row id)`; refuses what the actor's scope does not reach."""


@dataclass(frozen=True, slots=True)
class Revealable:
    """A field whose plain value may be asked for."""

    permission: str
    read: ReadPlain


REVEALABLE: Final[dict[tuple[str, str], Revealable]] = {}
"""By GraphQL type and field."""


def revealable(type_name: str, field: str, *, permission: str) -> Callable[[ReadPlain], ReadPlain]:
    """Decorator: this function reads the plain value of a type's field.

    Raises:
        ValueError: the field is registered already.
    """

    def register(read: ReadPlain) -> ReadPlain:
        if (type_name, field) in REVEALABLE:
            raise ValueError(f"two readers of {type_name}.{field}")
        REVEALABLE[type_name, field] = Revealable(permission, read)
        return read

    return register
