"""Getting ten new recovery codes."""

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.confirm_totp import replace_recovery_codes
from prepaid.domains.identity.commands.prove_second_factor import prove_totp
from prepaid.domains.identity.rules.own_session import account_in_full


async def regenerate_recovery_codes(tx: WriteSession, actor: Actor, *, keyring: KeyRing, code: str) -> list[str]:
    """Ten new codes against a code of the authenticator; the ones before are worth nothing.

    Raises:
        TotpNotEnrolled, TooManyAttempts, SecondFactorWrong
    """
    account_id = account_in_full(actor)
    await prove_totp(tx, keyring=keyring, account_id=account_id, code=code)
    async with tx.under(DbRole.IDENTITY):
        codes = await replace_recovery_codes(tx, keyring, account_id)
        await audit.record(tx, "account.recovery_codes_replaced", object_type="Account", object_id=account_id)
    return codes
