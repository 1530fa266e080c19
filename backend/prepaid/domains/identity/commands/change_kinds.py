"""The kinds of change that need a second person, and what runs when one is approved.

A pair of permissions is data of the kind: who may submit it and who may decide it. Any domain adds its own:

    @change_kind("role.grants", target_type="Role", make="role.grant", decide="role.approve", ...)
    async def apply(tx: WriteSession, change: ChangeRequest) -> None: ...
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import ChangeRequest

Apply = Callable[[WriteSession, ChangeRequest], Awaitable[None]]
"""Does what the payload says, in the approval's transaction; refuses when the target has changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeKind:
    """A kind of change, e.g. `role.grants`."""

    code: str
    target_type: str
    make: str
    """Permission to submit; the maker must still have it when the change is approved."""
    decide: str
    """Permission to approve and to reject."""
    zh: str
    en: str
    expires_days: int
    apply: Apply


CHANGE_KINDS: Final[dict[str, ChangeKind]] = {}


def _words(code: str) -> tuple[str, str] | None:
    kind = CHANGE_KINDS.get(code)
    return (kind.zh, kind.en) if kind is not None else None


audit.listed("changeKind", _words)


def change_kind(
    code: str, *, target_type: str, make: str, decide: str, zh: str, en: str, expires_days: int = 7
) -> Callable[[Apply], Apply]:
    """Decorator: run this function when a change of this kind is approved.

    Raises:
        ValueError: the kind is registered already.
    """

    def register(apply: Apply) -> Apply:
        if code in CHANGE_KINDS:
            raise ValueError(f"two change kinds are called {code}")
        CHANGE_KINDS[code] = ChangeKind(
            code=code,
            target_type=target_type,
            make=make,
            decide=decide,
            zh=zh,
            en=en,
            expires_days=expires_days,
            apply=apply,
        )
        return apply

    return register
