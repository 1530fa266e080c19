"""The second step of signing in."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.crypto import BadTicket, KeyRing, SecretBox
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.open_session import Wish, open_session
from prepaid.domains.identity.commands.prove_second_factor import prove_recovery_code, prove_totp
from prepaid.domains.identity.commands.sign_in import TICKET_PURPOSE, SignIn
from prepaid.domains.identity.errors.access import SecondFactorWrong, SignInExpired
from prepaid.domains.identity.reads.accounts import credentials_of_account
from prepaid.domains.identity.rules.session_life import SessionKind


async def verify_second_factor(
    tx: WriteSession,
    actor: Actor,
    *,
    keyring: KeyRing,
    box: SecretBox,
    ticket: str,
    code: str | None = None,
    recovery_code: str | None = None,
) -> SignIn:
    """Open the session that a ticket of `sign_in` stands for, by a code or a recovery code.

    Raises:
        SignInExpired: the ticket is older than five minutes, not ours, or the password has changed since.
        TooManyAttempts: five wrong codes.
        SecondFactorWrong: the code is wrong or was used before.
    """
    account_id, stamp, wish = _opened(box, ticket)
    known = await credentials_of_account(tx.database, account_id)
    if known is None or known.stamp != stamp:
        raise SignInExpired
    if code is not None:
        await prove_totp(tx, keyring=keyring, account_id=account_id, code=code)
    elif recovery_code is not None:
        await prove_recovery_code(tx, keyring=keyring, account_id=account_id, recovery_code=recovery_code)
    else:
        raise SecondFactorWrong(path=("code",))
    return SignIn.done(await open_session(tx, actor, box=box, account_id=account_id, wish=wish, second_factor=True))


def _opened(box: SecretBox, ticket: str) -> tuple[UUID, str, Wish]:
    try:
        payload = box.open(TICKET_PURPOSE, ticket)
    except BadTicket:
        raise SignInExpired from None
    membership = payload["m"]
    wish = Wish(SessionKind(payload["k"]), UUID(membership) if membership else None, payload["t"])
    return UUID(payload["a"]), payload["p"], wish
