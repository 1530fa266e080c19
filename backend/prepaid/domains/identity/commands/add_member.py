"""Adding a person to a merchant, an operator or the bank."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from prepaid.core import audit, events
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.jobs import enqueue
from prepaid.domains.identity.commands.appointment import ensure_scope, roles_to_give
from prepaid.domains.identity.commands.change_member_roles import MemberSaved, propose_roles, set_roles
from prepaid.domains.identity.commands.change_member_scope import write_places
from prepaid.domains.identity.commands.create_account import create_account
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.errors.access import LoginMalformed
from prepaid.domains.identity.errors.members import MemberExists, StaffNumberRequired, StaffNumberTaken
from prepaid.domains.identity.events.members import MemberAdded
from prepaid.domains.identity.models import Account, Membership, Merchant, Operator, PlatformTemplate
from prepaid.domains.identity.reads.accounts import account_with_login, login_index
from prepaid.domains.identity.reads.templates import active_template
from prepaid.domains.identity.rules.logins import Login, read_login
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.kit import clock
from prepaid.kit.identifiers import InvalidIdentifier
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

INVITE: Final = "identity.invite_member"
ONE_PERSON: Final = "ex_membership_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """Who is added, to what."""

    tenant: UUID
    template_id: UUID
    login: str
    """Phone number or e-mail address; a person who has no account gets one and is invited to set a password."""
    display_name: str
    role_ids: Sequence[UUID]
    scope: MemberScope
    staff_number: str | None = None
    """Number on the tenant's staff (工号); the bank's own people need one."""


async def add_member(
    tx: WriteSession, actor: Actor, *, keyring: KeyRing, data_keys: DataKeys, person: NewMember, reason: str = ""
) -> MemberSaved:
    """Make a person a member. In a platform of the bank's own staff his roles wait for a second person.

    The answer is the same whether the person had an account.

    Raises:
        NotFound, TemplateRetired, InvalidValue, LoginMalformed.
        RoleOfOtherTemplate, RoleExceedsOwn, OtherPlatform, ScopeImpossible, ScopeExceedsOwn.
        StaffNumberRequired, StaffNumberTaken, MemberExists.
    """
    template = await active_template(tx, person.template_id)
    bank = Audience(template.audience) is Audience.BANK
    ensure_scope(actor, template, person.tenant, person.scope)
    await _ensure_place(tx, person)
    roles = await roles_to_give(tx, actor, template, person.role_ids)
    name = name_text(person.display_name, ("displayName",))
    number = name_text(person.staff_number, ("staffNumber",)) if person.staff_number else None
    if bank and number is None:
        raise StaffNumberRequired(path=("staffNumber",))
    account, is_new = await _account(tx, keyring, data_keys, name, person.login)
    member = _membership(person, account, name, number)
    await _insert(tx, member)
    await write_places(tx, member, person.scope)
    await audit.record(
        tx,
        "member.added",
        object_type="Member",
        object_id=member.id,
        tenant=member.merchant_id,
        after={"template": template.code, "account": account.id, "scope": person.scope.as_json()},
        reason=reason or None,
    )
    change = None
    if bank and roles and actor.membership_id is not None:
        change = await propose_roles(tx, actor, member, template.code, [], roles, reason)
    elif roles:
        await set_roles(tx, member, [], roles, reason or None)
    await _welcome(tx, member, template, is_new=is_new)
    return MemberSaved(member, change)


async def _ensure_place(tx: WriteSession, person: NewMember) -> None:
    """The tenant, operator and merchants that are named exist and are the actor's to see."""
    if person.tenant != PLATFORM_TENANT and await tx.get(Merchant, person.tenant) is None:
        raise NotFound(path=("merchantId",))
    if person.scope.operator_id is not None and await tx.get(Operator, person.scope.operator_id) is None:
        raise NotFound(path=("scope", "operatorId"))
    merchants: Collection[UUID] = set(person.scope.merchant_ids)
    found = await tx.scalars(select(Merchant.id).where(Merchant.id.in_(merchants)))
    if len(set(found)) != len(merchants):
        raise NotFound(path=("scope", "merchantIds"))


async def _account(
    tx: WriteSession, keyring: KeyRing, data_keys: DataKeys, name: str, text: str
) -> tuple[Account, bool]:
    """The person's account with its masked logins, and whether it was made just now."""
    login = _login(text)
    async with tx.under(DbRole.IDENTITY):
        account_id = await account_with_login(await tx.raw(), login_index(keyring, login), login.kind)
    is_new = account_id is None
    if account_id is None:
        account_id = await create_account(
            tx, keyring=keyring, data_keys=data_keys, display_name=name, logins=[login.value]
        )
    async with tx.under(DbRole.IDENTITY):
        return await tx.get_one(Account, account_id), is_new


def _login(text: str) -> Login:
    try:
        return read_login(text)
    except InvalidIdentifier:
        raise LoginMalformed(path=("login",)) from None


def _membership(person: NewMember, account: Account, name: str, number: str | None) -> Membership:
    return Membership(
        merchant_id=person.tenant,
        id=uuid7(),
        account_id=account.id,
        template_id=person.template_id,
        operator_id=person.scope.operator_id,
        scope=person.scope.kind.value,
        scope_merchant_ids=list(person.scope.merchant_ids),
        status="ACTIVE",
        display_name=name,
        staff_number=number,
        phone_masked=account.phone_masked,
        email_masked=account.email_masked,
        created_at=clock.now(),
    )


async def _insert(tx: WriteSession, member: Membership) -> None:
    """The keys decide, also between two who add at the same time: one membership, one account a person."""
    try:
        async with tx.begin_nested():
            tx.add(member)
    except IntegrityError as error:
        if ONE_PERSON in str(error.orig):
            raise StaffNumberTaken(path=("staffNumber",)) from error
        raise MemberExists(path=("login",)) from error


async def _welcome(tx: WriteSession, member: Membership, template: PlatformTemplate, *, is_new: bool) -> None:
    if is_new:
        await enqueue(tx, INVITE, payload={"account_id": member.account_id, "template_id": template.id})
    added = MemberAdded(member.merchant_id, member.id, member.account_id, template.code, is_new)
    await events.publish(tx, added)
