"""Taking a code of the authenticator, or a recovery code in its place: each is good once."""

from uuid import UUID

from sqlalchemy import or_, update

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.errors.access import SecondFactorWrong, TotpNotEnrolled
from prepaid.domains.identity.models import Account, RecoveryCode
from prepaid.domains.identity.reads.accounts import totp_secret
from prepaid.domains.identity.rules.attempt_limits import RECOVERY, TOTP
from prepaid.domains.identity.rules.credentials import normal_recovery_code
from prepaid.domains.identity.rules.totp import matching_step
from prepaid.kit import clock

RECOVERY_INDEX = "recovery_code"


async def prove_totp(tx: WriteSession, *, keyring: KeyRing, account_id: UUID, code: str) -> None:
    """Accept a code of the authenticator.

    Raises:
        TooManyAttempts: five wrong codes have locked the account's second factor for a while.
        TotpNotEnrolled: there is no authenticator.
        SecondFactorWrong: not a code of now, or one that was used before.
    """
    await charge_attempt(tx.database, TOTP, str(account_id))
    secret = await totp_secret(tx.database, keyring, account_id)
    if secret is None:
        raise TotpNotEnrolled
    await use_step(tx, account_id, matching_step(secret, code, clock.now()))
    await forget_attempts(tx, TOTP, str(account_id))


async def use_step(tx: WriteSession, account_id: UUID, step: int | None) -> None:
    """Use a time step up; of two requests with one code one is refused. Raises `SecondFactorWrong`."""
    if step is None:
        raise SecondFactorWrong(path=("code",))
    unused = or_(Account.totp_last_step.is_(None), Account.totp_last_step < step)
    statement = update(Account).where(Account.id == account_id, unused).values(totp_last_step=step)
    async with tx.under(DbRole.IDENTITY):
        if not (await tx.execute(statement.returning(Account.id))).all():
            raise SecondFactorWrong(path=("code",))


async def prove_recovery_code(tx: WriteSession, *, keyring: KeyRing, account_id: UUID, recovery_code: str) -> None:
    """Accept one of the ten codes that were shown at enrolment.

    Raises:
        TooManyAttempts, SecondFactorWrong
    """
    await charge_attempt(tx.database, RECOVERY, str(account_id))
    wanted = recovery_code_index(keyring, account_id, recovery_code)
    statement = (
        update(RecoveryCode)
        .where(RecoveryCode.account_id == account_id, RecoveryCode.code_hash == wanted, RecoveryCode.used_at.is_(None))
        .values(used_at=clock.now())
        .returning(RecoveryCode.id)
    )
    async with tx.under(DbRole.IDENTITY):
        if not (await tx.execute(statement)).all():
            raise SecondFactorWrong(path=("recoveryCode",))
        await audit.record(tx, "account.recovery_code_used", object_type="Account", object_id=account_id)
    await forget_attempts(tx, RECOVERY, str(account_id))


def recovery_code_index(keyring: KeyRing, account_id: UUID, recovery_code: str) -> bytes:
    """A keyed hash: 50 bits could be tried out against a bare one."""
    return keyring.blind_index(RECOVERY_INDEX, f"{account_id}:{normal_recovery_code(recovery_code)}")
