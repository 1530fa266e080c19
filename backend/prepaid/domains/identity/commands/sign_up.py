"""Making an account for oneself: whoever applies for a merchant begins here."""

from hmac import compare_digest
from typing import Final
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.crypto import DataKeys, KeyRing, SecretBox
from prepaid.core.crypto.keyring import place
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.commands.create_account import create_account
from prepaid.domains.identity.commands.open_session import OpenedSession, Wish, open_session
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.errors.access import LoginMalformed, SignUpCodeWrong
from prepaid.domains.identity.rules.logins import Login, read_login
from prepaid.domains.identity.rules.sign_up import (
    SIGN_UP_CODE,
    SIGN_UP_CODE_FROM_ADDRESS,
    SIGN_UP_REQUEST,
    SIGN_UP_REQUEST_FROM_ADDRESS,
    code_text,
    windows,
)
from prepaid.kit import clock
from prepaid.kit.identifiers import InvalidIdentifier
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

SEND_CODE: Final = "identity.send_sign_up_code"
COLUMN: Final = "job.sign_up_login"


async def request_sign_up(tx: WriteSession, actor: Actor, *, keyring: KeyRing, login: str) -> None:
    """Have a code sent to a login. One that has an account is told so by the message, not by the answer.

    Raises:
        LoginMalformed, TooManyAttempts.
    """
    wanted = _read(login)
    await charge_attempt(tx.database, SIGN_UP_REQUEST_FROM_ADDRESS, actor.address)
    await charge_attempt(tx.database, SIGN_UP_REQUEST, wanted.value)
    number = uuid7()
    cipher = keyring.encrypt(wanted.value, place(COLUMN, PLATFORM_TENANT, number))
    await enqueue(tx, SEND_CODE, payload={"number": str(number), "login": cipher.hex(), "locale": actor.locale})


async def sign_up(
    tx: WriteSession,
    actor: Actor,
    *,
    keyring: KeyRing,
    data_keys: DataKeys,
    box: SecretBox,
    login: str,
    code: str,
    display_name: str,
    password: str,
    wish: Wish,
) -> OpenedSession:
    """Make the account and open its first session, in no place yet.

    Raises:
        LoginMalformed, InvalidValue, TooManyAttempts.
        SignUpCodeWrong: not the code that was sent to this login in the last minutes.
        LoginTaken, PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordContainsLogin.
    """
    wanted = _read(login)
    name = name_text(display_name, ("displayName",))
    await charge_attempt(tx.database, SIGN_UP_CODE_FROM_ADDRESS, actor.address)
    await charge_attempt(tx.database, SIGN_UP_CODE, wanted.value)
    given = "".join(code.split()).encode("utf-8", "replace")
    if not any(compare_digest(given, known.encode()) for known in codes(keyring, wanted)):
        raise SignUpCodeWrong(path=("code",))
    account_id: UUID = await create_account(
        tx,
        keyring=keyring,
        data_keys=data_keys,
        display_name=name,
        logins=[wanted.value],
        password=password,
        locale=actor.locale,
    )
    await forget_attempts(tx, SIGN_UP_CODE, wanted.value)
    return await open_session(tx, actor, box=box, account_id=account_id, wish=wish, second_factor=False)


def codes(keyring: KeyRing, login: Login) -> tuple[str, ...]:
    """The codes that are good now, the newest first. Nothing is stored: a code is a keyed hash of login and time."""
    return tuple(
        code_text(keyring.blind_index("sign_up_code", f"{login.value}:{window}")) for window in windows(clock.now())
    )


def _read(login: str) -> Login:
    try:
        return read_login(login)
    except InvalidIdentifier:
        raise LoginMalformed(path=("login",)) from None
