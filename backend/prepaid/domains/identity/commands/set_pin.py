"""Setting the PIN that re-opens a locked screen."""

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.confirm_password import confirm_password
from prepaid.domains.identity.errors.access import PinMalformed, PinTooSimple
from prepaid.domains.identity.reads.accounts import own_account
from prepaid.domains.identity.rules.credentials import is_pin, is_simple_pin
from prepaid.domains.identity.rules.own_session import account_in_full
from prepaid.domains.identity.rules.password_hash import hash_password


async def set_pin(tx: WriteSession, actor: Actor, *, pin: str, password: str) -> None:
    """Set or replace the account's PIN, against the password.

    Raises:
        PinMalformed, PinTooSimple, TooManyAttempts, PasswordWrong
    """
    account_id = account_in_full(actor)
    if not is_pin(pin):
        raise PinMalformed(path=("pin",))
    if is_simple_pin(pin):
        raise PinTooSimple(path=("pin",))
    await confirm_password(tx, account_id, password)
    pin_hash = await hash_password(pin)
    async with tx.under(DbRole.IDENTITY):
        account = await own_account(tx, account_id)
        account.pin_hash = pin_hash
        await audit.record(tx, "account.pin_set", object_type="Account", object_id=account_id)
