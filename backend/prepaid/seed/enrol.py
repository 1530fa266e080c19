"""Making one person a member with a known password, without anybody signed in who could be asked."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.add_member import NewMember, add_member
from prepaid.domains.identity.commands.create_account import create_account
from prepaid.domains.identity.models import Account, Membership, PlatformTemplate, Role
from prepaid.domains.identity.reads.accounts import TOTP_COLUMN, account_place, account_with_login, login_index
from prepaid.domains.identity.rules.logins import read_login
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.kit import clock


async def enrol(
    tx: WriteSession,
    *,
    keyring: KeyRing,
    data_keys: DataKeys,
    name: str,
    logins: Sequence[str],
    password: str,
    template: str,
    role: str,
    tenant: UUID,
    scope: MemberScope,
    staff_number: str | None = None,
    totp_secret: str | None = None,
) -> None:
    """Account and membership, unless they are there. `totp_secret` counts as enrolled.

    Raises:
        The refusals of `create_account` and `add_member`.
    """
    login = read_login(logins[0])
    async with tx.under(DbRole.IDENTITY):
        account_id = await account_with_login(await tx.raw(), login_index(keyring, login), login.kind)
    if account_id is None:
        account_id = await create_account(
            tx, keyring=keyring, data_keys=data_keys, display_name=name, logins=logins, password=password
        )
        if totp_secret is not None:
            await _enrol_totp(tx, keyring, account_id, totp_secret)
    platform = (await tx.scalars(select(PlatformTemplate).filter_by(code=template))).one()
    place = {"merchant_id": tenant, "account_id": account_id, "template_id": platform.id}
    if await tx.scalar(select(Membership.id).filter_by(**place)):
        return
    role_id = (await tx.scalars(select(Role.id).filter_by(template_id=platform.id, code=role))).one()
    person = NewMember(
        tenant=tenant,
        template_id=platform.id,
        login=logins[0],
        display_name=name,
        role_ids=[role_id],
        scope=scope,
        staff_number=staff_number,
    )
    await add_member(tx, tx.actor, keyring=keyring, data_keys=data_keys, person=person)


async def _enrol_totp(tx: WriteSession, keyring: KeyRing, account_id: UUID, secret: str) -> None:
    async with tx.under(DbRole.IDENTITY):
        account = await tx.get_one(Account, account_id)
        account.totp_cipher = keyring.encrypt(secret, account_place(TOTP_COLUMN, account_id))
        account.totp_confirmed_at = clock.now()
