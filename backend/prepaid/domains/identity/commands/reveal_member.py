"""The plain contact details of a member."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.revealable_fields import revealable
from prepaid.domains.identity.models import Account
from prepaid.domains.identity.reads.accounts import EMAIL_COLUMN, PHONE_COLUMN, account_place
from prepaid.domains.identity.reads.members import visible_member
from prepaid.kit.ids import PLATFORM_TENANT


@revealable("Member", "phone", permission="member.reveal")
async def member_phone(tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID) -> str | None:
    """The member's phone number."""
    account = await _account(tx, actor, tenant, row_id)
    return await _plain(tx, data_keys, account.id, account.phone_cipher, PHONE_COLUMN)


@revealable("Member", "email", permission="member.reveal")
async def member_email(tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID) -> str | None:
    """The member's e-mail address."""
    account = await _account(tx, actor, tenant, row_id)
    return await _plain(tx, data_keys, account.id, account.email_cipher, EMAIL_COLUMN)


async def _account(tx: WriteSession, actor: Actor, tenant: UUID, membership_id: UUID) -> Account:
    member = await visible_member(tx, actor, tenant, membership_id)
    async with tx.under(DbRole.IDENTITY):
        return await tx.get_one(Account, member.account_id)


async def _plain(
    tx: WriteSession, data_keys: DataKeys, account_id: UUID, cipher: bytes | None, column: str
) -> str | None:
    if cipher is None:
        return None
    async with tx.under(DbRole.IDENTITY):
        plain = await data_keys.decrypt(tx, cipher, account_place(column, account_id), tenant=PLATFORM_TENANT)
    return plain.decode()
