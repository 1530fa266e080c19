"""Signing in by phone number or e-mail and password."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import update

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing, SecretBox
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.commands.open_session import OpenedSession, Wish, open_session
from prepaid.domains.identity.errors.access import SignInFailed
from prepaid.domains.identity.models import Account
from prepaid.domains.identity.reads.accounts import Credentials, credentials_of_login
from prepaid.domains.identity.rules.attempt_limits import PASSWORD_FROM_ADDRESS, PASSWORD_OF_ACCOUNT
from prepaid.domains.identity.rules.logins import tried_login
from prepaid.domains.identity.rules.password_hash import hash_password, verify_password
from prepaid.domains.identity.rules.session_life import SECOND_FACTOR_TICKET

TICKET_PURPOSE = "sign_in.second_factor"


class SignInStep(StrEnum):
    """What comes next."""

    SIGNED_IN = "SIGNED_IN"
    SECOND_FACTOR = "SECOND_FACTOR"
    """A code of the authenticator, with the ticket."""
    SECOND_FACTOR_ENROLMENT = "SECOND_FACTOR_ENROLMENT"
    """Signed in, but only to enrol the second factor that the platform asks for."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How far a sign-in has come: a session, or a ticket for the second step."""

    step: SignInStep
    opened: OpenedSession | None = None
    ticket: str | None = None

    @classmethod
    def done(cls, opened: OpenedSession) -> "SignIn":
        due = opened.second_factor_due
        return cls(SignInStep.SECOND_FACTOR_ENROLMENT if due else SignInStep.SIGNED_IN, opened)


async def sign_in(
    tx: WriteSession, actor: Actor, *, keyring: KeyRing, box: SecretBox, login: str, password: str, wish: Wish
) -> SignIn:
    """Check the password and open a session, or ask for the second factor of an account that has one.

    An unknown login, a disabled account and a wrong password are answered in the same words and time. The
    tries are counted by login and by address before the password is looked at.

    Raises:
        TooManyAttempts: the login or the address is locked for a while.
        SignInFailed: not a login with this password.
    """
    tried = tried_login(login)
    await charge_attempt(tx.database, PASSWORD_FROM_ADDRESS, actor.address)
    await charge_attempt(tx.database, PASSWORD_OF_ACCOUNT, tried.value)
    # Nothing of `tx` is used before the hash: it takes 50 ms of a core, and no connection waits for that.
    known = await credentials_of_login(tx.database, keyring, tried)
    verdict = await verify_password(known.password_hash if known else None, password)
    if known is None or not verdict.right:
        _note_failure(tx, actor, known)
        raise SignInFailed
    await forget_attempts(tx, PASSWORD_OF_ACCOUNT, tried.value)
    if verdict.outdated:
        await _hash_anew(tx, known.account_id, password)
    if known.has_totp:
        return SignIn(SignInStep.SECOND_FACTOR, ticket=second_factor_ticket(box, known, wish))
    return SignIn.done(
        await open_session(tx, actor, box=box, account_id=known.account_id, wish=wish, second_factor=False)
    )


def second_factor_ticket(box: SecretBox, known: Credentials, wish: Wish) -> str:
    """A text that stands for the first factor for five minutes, and only as long as the password is the same."""
    payload = {
        "a": known.account_id.hex,
        "p": known.stamp,
        "k": wish.kind.value,
        "m": wish.membership_id.hex if wish.membership_id else None,
        "t": wish.template,
    }
    return box.sign(TICKET_PURPOSE, payload, SECOND_FACTOR_TICKET)


def _note_failure(tx: WriteSession, actor: Actor, known: Credentials | None) -> None:
    account_id = known.account_id if known else None

    async def note(aside: WriteSession) -> None:
        # Also for unknown logins: the same work, and a spray shows in the audit.
        await audit.record(
            aside,
            "session.sign_in_failed",
            object_type="Account",
            object_id=account_id,
            after={"address": actor.address, "device": actor.device},
        )

    tx.if_refused(note)


async def _hash_anew(tx: WriteSession, account_id: UUID, password: str) -> None:
    fresh = await hash_password(password)
    async with tx.under(DbRole.IDENTITY):
        await tx.execute(update(Account).where(Account.id == account_id).values(password_hash=fresh))
