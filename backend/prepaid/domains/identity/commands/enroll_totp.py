"""Beginning to enrol an authenticator."""

from dataclasses import dataclass

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.rotate_secret import own_locked_session
from prepaid.domains.identity.errors.access import TotpAlreadyEnrolled
from prepaid.domains.identity.reads.accounts import TOTP_COLUMN, account_place, own_account
from prepaid.domains.identity.rules.own_session import account_of, require_fresh_proof
from prepaid.domains.identity.rules.totp import new_totp_secret, totp_address


@dataclass(frozen=True, slots=True)
class TotpEnrolment:
    """What the authenticator app is given, shown this once."""

    secret: str
    address: str
    """`otpauth://…`, for a QR code."""


async def enroll_totp(tx: WriteSession, actor: Actor, *, keyring: KeyRing) -> TotpEnrolment:
    """A new secret for an authenticator; it counts once `confirm_totp` has seen a code of it.

    Raises:
        StepUpRequired: neither signed in nor stepped up in the last five minutes.
        TotpAlreadyEnrolled: one is confirmed; remove it first.
    """
    account_id = account_of(actor)
    async with tx.under(DbRole.IDENTITY):
        session = await own_locked_session(tx, actor)
        require_fresh_proof(session.created_at, session.stepped_up_at)
        account = await own_account(tx, account_id)
        if account.totp_confirmed_at is not None:
            raise TotpAlreadyEnrolled
        secret = new_totp_secret()
        account.totp_cipher = keyring.encrypt(secret, account_place(TOTP_COLUMN, account_id))
        account.totp_last_step = None
        await audit.record(tx, "account.totp_enrolment_begun", object_type="Account", object_id=account_id)
    label = account.email_masked or account.phone_masked or account.display_name
    return TotpEnrolment(secret, totp_address(secret, label))
