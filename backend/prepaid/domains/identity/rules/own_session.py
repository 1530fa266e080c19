"""What a signed-in person may do with his own account."""

from datetime import datetime
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.errors import Forbidden, StepUpRequired, Unauthenticated
from prepaid.domains.identity.rules.session_life import STEP_UP
from prepaid.kit import clock


def account_of(actor: Actor) -> UUID:
    """The person's account.

    Raises:
        Unauthenticated: nobody is signed in.
        Forbidden: a program acts by an API token; it is nobody's account.
    """
    if not actor.signed_in:
        raise Unauthenticated
    if actor.account_id is None or actor.session_id is None:
        raise Forbidden
    return actor.account_id


def account_in_full(actor: Actor) -> UUID:
    """The same, when no second factor is due.

    Raises:
        Forbidden: also before the second factor that the platform asks for is enrolled.
    """
    account_id = account_of(actor)
    if actor.second_factor_due:
        raise Forbidden
    return account_id


def require_fresh_proof(signed_in_at: datetime, stepped_up_at: datetime | None) -> None:
    """Raises `StepUpRequired` unless the person signed in or stepped up in the last five minutes."""
    if clock.now() >= max(signed_in_at, stepped_up_at or signed_in_at) + STEP_UP:
        raise StepUpRequired
