"""Signing in as somebody whom the bank's own directory vouches for."""

from uuid import UUID

from sqlalchemy import update

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing, SecretBox
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.open_session import Wish, open_session
from prepaid.domains.identity.commands.sign_in import SignIn, SignInStep, second_factor_ticket
from prepaid.domains.identity.errors.access import DirectoryAccountUnknown
from prepaid.domains.identity.models import Account
from prepaid.domains.identity.reads.accounts import (
    Credentials,
    credentials_of_account,
    credentials_of_login,
    credentials_of_subject,
)
from prepaid.domains.identity.rules.logins import read_login
from prepaid.kit.identifiers import InvalidIdentifier
from prepaid.providers.directory import DirectoryIdentity


async def sign_in_with_directory(
    tx: WriteSession, actor: Actor, *, keyring: KeyRing, box: SecretBox, identity: DirectoryIdentity, wish: Wish
) -> SignIn:
    """Open a session for the account that is linked to this person of the directory.

    The first time, the account that was made for the person's verified e-mail address is linked. The
    directory's own second factor counts; without one, ours is asked for as after a password.

    Raises:
        DirectoryAccountUnknown: no active account is linked or waits for this person.
    """
    known = await credentials_of_subject(tx.database, identity.key) or await _link(tx, keyring, identity)
    if known.has_totp and not identity.second_factor:
        return SignIn(SignInStep.SECOND_FACTOR, ticket=second_factor_ticket(box, known, wish))
    return SignIn.done(
        await open_session(
            tx, actor, box=box, account_id=known.account_id, wish=wish, second_factor=identity.second_factor
        )
    )


async def _link(tx: WriteSession, keyring: KeyRing, identity: DirectoryIdentity) -> Credentials:
    waiting = await _with_email(tx, keyring, identity.email)
    if waiting is None:
        raise DirectoryAccountUnknown
    unlinked = (Account.id == waiting) & Account.directory_subject.is_(None)
    statement = update(Account).where(unlinked).values(directory_subject=identity.key).returning(Account.id)
    async with tx.under(DbRole.IDENTITY):
        if not (await tx.execute(statement)).all():
            # Somebody else of the directory has this account already: an address that was given anew.
            raise DirectoryAccountUnknown
        await audit.record(tx, "account.directory_linked", object_type="Account", object_id=waiting)
    known = await credentials_of_account(tx.database, waiting)
    if known is None:
        raise DirectoryAccountUnknown
    return known


async def _with_email(tx: WriteSession, keyring: KeyRing, email: str | None) -> UUID | None:
    try:
        known = await credentials_of_login(tx.database, keyring, read_login(email)) if email else None
    except InvalidIdentifier:
        return None
    return known.account_id if known else None
