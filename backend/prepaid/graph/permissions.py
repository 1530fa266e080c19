"""Who may use a root field, a type, a field or a mutation: one permission code, or one of two open doors."""

from typing import Final

from prepaid.core.actor import Actor
from prepaid.core.errors import Forbidden, ScreenLocked, Unauthenticated

PUBLIC: Final = "PUBLIC"
"""Anybody, also before sign-in."""
SIGNED_IN: Final = "SIGNED_IN"
"""Every signed-in caller, whatever the grants."""


def allows(actor: Actor, permission: str | None) -> bool:
    """Whether the actor may; None is as open as what stands around it."""
    if permission is None or permission == PUBLIC:
        return True
    if not actor.signed_in:
        return False
    return permission == SIGNED_IN or actor.may(permission)


def require(actor: Actor, permission: str, *, while_locked: bool = False) -> None:
    """Refuse a root field or mutation that the actor may not use.

    Raises:
        Unauthenticated: nobody is signed in and the door is not public.
        ScreenLocked: the actor has locked the screen and this is not part of unlocking.
        Forbidden: the permission is not among the grants.
    """
    if permission != PUBLIC and not actor.signed_in:
        raise Unauthenticated
    if actor.locked and not while_locked:
        raise ScreenLocked
    if not allows(actor, permission):
        raise Forbidden
