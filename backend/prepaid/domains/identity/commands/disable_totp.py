"""Removing the authenticator."""

from sqlalchemy import delete, update

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.confirm_password import confirm_password
from prepaid.domains.identity.commands.prove_second_factor import prove_totp
from prepaid.domains.identity.errors.access import SecondFactorMandatory, TotpNotEnrolled
from prepaid.domains.identity.models import RecoveryCode, UserSession
from prepaid.domains.identity.reads.accounts import own_account
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.identity.reads.membership_choices import membership_choices
from prepaid.domains.identity.rules.own_session import account_in_full


async def disable_totp(tx: WriteSession, actor: Actor, *, keyring: KeyRing, password: str, code: str) -> None:
    """Sign in by password alone from now on. Both factors are asked for: one stolen one does not remove the other.

    Raises:
        SecondFactorMandatory: a platform of this person asks for a second factor.
        TotpNotEnrolled, TooManyAttempts, PasswordWrong, SecondFactorWrong
    """
    account_id = account_in_full(actor)
    await confirm_password(tx, account_id, password)
    await prove_totp(tx, keyring=keyring, account_id=account_id, code=code)
    async with tx.under(DbRole.IDENTITY):
        account = await own_account(tx, account_id)
        if account.totp_confirmed_at is None:
            raise TotpNotEnrolled
        choices = await membership_choices(await tx.raw(), account_id)
        if any(choice.second_factor_required for choice in choices):
            raise SecondFactorMandatory
        account.totp_cipher = account.totp_confirmed_at = account.totp_last_step = None
        await tx.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
        # A platform that asks for a second factor later must not find an old one in an open session.
        await tx.execute(update(UserSession).where(UserSession.account_id == account_id).values(second_factor_at=None))
        await announce(tx, account=account_id)
        await audit.record(tx, "account.totp_removed", object_type="Account", object_id=account_id)
