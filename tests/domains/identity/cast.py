"""The people and platforms of these tests: the smallest valid ones, made through the commands where they exist."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM, Actor, DbRole, ScopeKind, Via, intern_grants
from prepaid.core.database import Database, WriteSession
from prepaid.domains.identity.commands.create_merchant import create_merchant
from prepaid.domains.identity.commands.import_template import import_template
from prepaid.domains.identity.models import (
    Account,
    Membership,
    MembershipRole,
    MembershipStore,
    Merchant,
    PermissionNode,
    PlatformTemplate,
    Role,
)
from prepaid.domains.identity.reads.grants import codes_of_membership
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.scopes import database_role
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

T = TypeVar("T")

BANK = replace(SYSTEM, db_role=DbRole.BANK)
"""The system, where only the bank's database role may write."""

NAME = {"zh": "甲", "en": "A"}


def node(code: str, kind: str, parent: str | None = None, **more: Any) -> dict[str, Any]:
    return {"code": code, "kind": kind, "parent": parent, "name": NAME, **more}


def role(code: str, *grants: str) -> dict[str, Any]:
    return {"code": code, "name": {"zh": code, "en": code}, "description": "", "grants": list(grants)}


def document(code: str, audience: str, nodes: list[dict[str, Any]], roles: list[dict[str, Any]]) -> dict[str, Any]:
    factor = "REQUIRED" if audience == "BANK" else "OPTIONAL"
    head = {"code": code, "name": NAME, "audience": audience, "secondFactor": factor, "idleMinutes": 15}
    return {
        "format": "prepaid.platform-template",
        "version": 1,
        "template": head,
        "nodes": nodes,
        "roles": roles,
    }


SHOP = document(
    "shop",
    "MERCHANT",
    [
        node("menu.team", "MENU"),
        node("member.read", "PAGE", "menu.team"),
        node("member.add", "ACTION", "member.read"),
        node("member.roles", "ACTION", "member.read"),
        node("member.scope", "ACTION", "member.read"),
        node("member.suspend", "ACTION", "member.read"),
        node("member.remove", "ACTION", "member.read"),
        node("member.contact", "FIELD", "member.read"),
        node("menu.audit", "MENU", feature="auditing"),
        node("audit.read", "PAGE", "menu.audit"),
    ],
    [
        role(
            "owner",
            "member.add",
            "member.roles",
            "member.scope",
            "member.suspend",
            "member.remove",
            "member.contact",
            "audit.read",
        ),
        role("lead", "member.add", "member.roles", "member.scope", "member.suspend"),
        role("clerk", "member.read"),
    ],
)

HEADQUARTERS = document(
    "headquarters",
    "BANK",
    [
        node("template.read", "PAGE"),
        node("template.edit", "ACTION", "template.read"),
        node("template.approve", "ACTION", "template.read"),
        node("role.read", "PAGE"),
        node("role.grant", "ACTION", "role.read"),
        node("role.approve", "ACTION", "role.read"),
        node("member.read", "PAGE"),
        node("member.roles", "ACTION", "member.read"),
        node("member.scope", "ACTION", "member.read"),
        node("member.appoint", "ACTION", "member.read"),
        node("member.approve", "ACTION", "member.read"),
        node("audit.read", "PAGE"),
    ],
    [
        role("auditor", "audit.read"),
        role("checker", "role.approve", "member.approve", "template.approve"),
        role(
            "root",
            "template.edit",
            "role.grant",
            "role.approve",
            "member.roles",
            "member.scope",
            "member.appoint",
            "member.approve",
            "audit.read",
        ),
    ],
)


async def do(db: Database, actor: Actor, command: Callable[..., Awaitable[T]], **inputs: Any) -> T:
    """Run a command as the mutation wrapper does: one transaction, rolled back by a refusal."""

    async def run(tx: WriteSession) -> T:
        return await command(tx, actor, **inputs)

    return await db.run(actor, run)


@dataclass(frozen=True)
class Platform:
    """A template with the ids of its nodes and roles by code."""

    id: UUID
    code: str
    audience: Audience
    nodes: Mapping[str, UUID]
    roles: Mapping[str, UUID]


async def platform(db: Database, source: Mapping[str, Any], code: str | None = None) -> Platform:
    template = await do(db, BANK, import_template, document=source, code=code)
    return await as_it_is(db, template.id)


async def as_it_is(db: Database, template_id: UUID) -> Platform:
    async with db.write(BANK) as tx:
        template = (await tx.scalars(select(PlatformTemplate).filter_by(id=template_id))).one()
        nodes = await tx.scalars(select(PermissionNode).filter_by(template_id=template_id))
        roles = await tx.scalars(select(Role).filter_by(template_id=template_id))
        return Platform(
            template.id,
            template.code,
            Audience(template.audience),
            {each.code: each.id for each in nodes},
            {each.code: each.id for each in roles},
        )


async def shop(db: Database, name: str = "云岭滑冰馆", **more: Any) -> Merchant:
    return await do(db, BANK, create_merchant, name=name, **more)


async def account(db: Database, name: str = "李雷") -> UUID:
    async with db.write(replace(SYSTEM, db_role=DbRole.IDENTITY)) as tx:
        person = Account(id=uuid7(), display_name=name, phone_index=uuid7().bytes, created_at=clock.now())
        tx.add(person)
    return person.id


async def member(
    db: Database,
    of: Platform,
    *roles: str,
    tenant: UUID = PLATFORM_TENANT,
    person: UUID | None = None,
    scope: ScopeKind | None = None,
    stores: Collection[UUID] = (),
    operator: UUID | None = None,
    staff_number: str | None = None,
) -> Actor:
    """A member with these roles, as the actor of a request."""
    person = person or await account(db)
    scope = scope or (ScopeKind.BANK_ALL if of.audience is Audience.BANK else ScopeKind.MERCHANT)
    async with db.write(SYSTEM) as tx:
        membership = Membership(
            merchant_id=tenant,
            id=uuid7(),
            account_id=person,
            template_id=of.id,
            operator_id=operator,
            scope=scope.value,
            scope_merchant_ids=[],
            status="ACTIVE",
            display_name="韩梅梅",
            staff_number=staff_number,
            created_at=clock.now(),
        )
        tx.add(membership)
        await tx.flush()
        key = {"merchant_id": tenant, "membership_id": membership.id}
        tx.add_all(MembershipRole(**key, role_id=of.roles[each], template_id=of.id) for each in roles)
        tx.add_all(MembershipStore(**key, store_id=store) for store in stores)
    merchant = None if tenant == PLATFORM_TENANT else tenant
    return await signed_in(
        db,
        Actor(
            via=Via.COOKIE,
            db_role=database_role(of.audience, scope),
            account_id=person,
            membership_id=membership.id,
            template=of.code,
            scope=scope,
            merchant_id=merchant,
            merchant_ids=(merchant,) if merchant else (),
            store_ids=tuple(stores),
        ),
    )


async def signed_in(db: Database, actor: Actor) -> Actor:
    """The actor with the grants that he has now."""
    assert actor.account_id
    assert actor.membership_id
    async with db.write(SYSTEM) as tx:
        codes = await codes_of_membership(tx, actor.account_id, actor.membership_id)
    return replace(actor, grants=intern_grants(codes))
