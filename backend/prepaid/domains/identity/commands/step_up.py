"""Step-up: proving oneself again before money goes out, a seal is used or an ID is shown."""

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.confirm_password import confirm_password
from prepaid.domains.identity.commands.open_session import IssuedSession
from prepaid.domains.identity.commands.prove_second_factor import prove_totp
from prepaid.domains.identity.commands.rotate_secret import own_locked_session, rotate_secret
from prepaid.domains.identity.rules.own_session import account_of
from prepaid.kit import clock


async def step_up(
    tx: WriteSession, actor: Actor, *, keyring: KeyRing, password: str | None = None, code: str | None = None
) -> IssuedSession:
    """Prove oneself by a code of the authenticator or by the password: good for five minutes, under a new secret.

    Raises:
        TooManyAttempts, PasswordWrong, SecondFactorWrong, TotpNotEnrolled
    """
    account_id = account_of(actor)
    if code is not None:
        await prove_totp(tx, keyring=keyring, account_id=account_id, code=code)
    else:
        await confirm_password(tx, account_id, password or "")
    async with tx.under(DbRole.IDENTITY):
        session = await own_locked_session(tx, actor)
        session.stepped_up_at = clock.now()
        issued = await rotate_secret(tx, session)
        await audit.record(
            tx,
            "session.stepped_up",
            object_type="Account",
            object_id=account_id,
            after={"session": session.id, "by": "TOTP" if code is not None else "PASSWORD"},
        )
    return issued
