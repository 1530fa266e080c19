"""Finishing the enrolment of an authenticator, and its recovery codes."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.commands.open_session import IssuedSession
from prepaid.domains.identity.commands.prove_second_factor import recovery_code_index, use_step
from prepaid.domains.identity.commands.rotate_secret import own_locked_session, rotate_secret
from prepaid.domains.identity.errors.access import TotpAlreadyEnrolled, TotpNotEnrolled
from prepaid.domains.identity.models import RecoveryCode
from prepaid.domains.identity.reads.accounts import own_account, totp_secret
from prepaid.domains.identity.rules.attempt_limits import TOTP
from prepaid.domains.identity.rules.credentials import new_recovery_codes
from prepaid.domains.identity.rules.own_session import account_of
from prepaid.domains.identity.rules.totp import matching_step
from prepaid.kit import clock


@dataclass(frozen=True, slots=True)
class ConfirmedTotp:
    """The session under a new secret, and ten recovery codes, shown this once."""

    issued: IssuedSession
    recovery_codes: list[str]


async def confirm_totp(tx: WriteSession, actor: Actor, *, keyring: KeyRing, code: str) -> ConfirmedTotp:
    """Enrol the authenticator by its first code. From now on signing in asks for one.

    This session counts as signed in with both factors.

    Raises:
        TotpNotEnrolled: `enroll_totp` comes first.
        TotpAlreadyEnrolled, TooManyAttempts, SecondFactorWrong
    """
    account_id = account_of(actor)
    await charge_attempt(tx.database, TOTP, str(account_id))
    secret = await totp_secret(tx.database, keyring, account_id, confirmed=False)
    if secret is None:
        raise TotpNotEnrolled
    now = clock.now()
    step = matching_step(secret, code, now)
    await use_step(tx, account_id, step)
    async with tx.under(DbRole.IDENTITY):
        account = await own_account(tx, account_id)
        if account.totp_confirmed_at is not None:
            raise TotpAlreadyEnrolled
        account.totp_confirmed_at = now
        session = await own_locked_session(tx, actor)
        session.second_factor_at = now
        issued = await rotate_secret(tx, session)
        codes = await replace_recovery_codes(tx, keyring, account_id)
        await audit.record(tx, "account.totp_enrolled", object_type="Account", object_id=account_id)
    await forget_attempts(tx, TOTP, str(account_id))
    return ConfirmedTotp(issued, codes)


async def replace_recovery_codes(tx: WriteSession, keyring: KeyRing, account_id: UUID) -> list[str]:
    """Ten new codes; the ones before are worth nothing. Under `app_identity`."""
    codes = new_recovery_codes()
    await tx.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    tx.add_all(
        RecoveryCode(account_id=account_id, code_hash=recovery_code_index(keyring, account_id, code)) for code in codes
    )
    await tx.flush()
    return codes
