"""Asking for a code because the password is forgotten."""

from prepaid.core.actor import Actor
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.identity.commands.charge_attempt import charge_attempt
from prepaid.domains.identity.reads.accounts import login_index
from prepaid.domains.identity.rules.attempt_limits import RESET_REQUEST, RESET_REQUEST_FROM_ADDRESS
from prepaid.domains.identity.rules.logins import tried_login

SEND_CODE = "identity.send_reset_code"


async def request_password_reset(tx: WriteSession, actor: Actor, *, keyring: KeyRing, login: str) -> None:
    """Have a code sent to the owner of a login, if there is one.

    The account is looked for by the job: whether it exists shows neither in the answer nor in its time.

    Raises:
        TooManyAttempts: too many requests for this login, known or not, or from this address.
    """
    tried = tried_login(login)
    await charge_attempt(tx.database, RESET_REQUEST_FROM_ADDRESS, actor.address)
    await charge_attempt(tx.database, RESET_REQUEST, tried.value)
    payload = {"kind": tried.kind, "index": login_index(keyring, tried).hex()}
    await enqueue(tx, SEND_CODE, payload=payload)
