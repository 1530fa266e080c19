"""Who may give which roles and scopes to whom."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor, Via
from prepaid.core.database import WriteSession
from prepaid.domains.identity.errors.members import (
    OtherPlatform,
    OwnMembership,
    RoleExceedsOwn,
    ScopeExceedsOwn,
    ScopeImpossible,
)
from prepaid.domains.identity.errors.permissions import RoleOfOtherTemplate
from prepaid.domains.identity.models import Membership, PlatformTemplate, Role
from prepaid.domains.identity.reads.grants import codes_of_membership, codes_of_roles
from prepaid.domains.identity.reads.members import roles_of_member
from prepaid.domains.identity.reads.templates import find_template
from prepaid.domains.identity.rules.catalogue import APPOINT
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.scopes import covers, possible
from prepaid.kit.ids import PLATFORM_TENANT


async def roles_to_give(
    tx: WriteSession, actor: Actor, template: PlatformTemplate, role_ids: Collection[UUID]
) -> list[Role]:
    """The roles, if the actor may give and take them.

    Whoever has the permission to appoint gives any role of any platform; for the bank's own staff a second
    person agrees, so that he appoints checkers without being one. Others give, in their own platform, only
    roles that may do no more than they.

    Raises:
        RoleOfOtherTemplate, RoleExceedsOwn, OtherPlatform.
    """
    query = select(Role).where(Role.id.in_(role_ids), Role.template_id == template.id).order_by(Role.id)
    roles = list(await tx.scalars(query))
    if len(roles) != len(set(role_ids)):
        raise RoleOfOtherTemplate(path=("roleIds",))
    await _ensure_within_own(tx, actor, template, [role.id for role in roles])
    return roles


async def ensure_may_manage(tx: WriteSession, actor: Actor, member: Membership) -> PlatformTemplate:
    """Nobody changes his own membership, or that of somebody who may do more than he; returns the platform.

    Raises:
        OwnMembership, RoleExceedsOwn, OtherPlatform.
    """
    if actor.account_id is not None and member.account_id == actor.account_id:
        raise OwnMembership(path=("memberId",))
    template = await find_template(tx, member.template_id)
    held = await roles_of_member(tx, member)
    await _ensure_within_own(tx, actor, template, [role.id for role in held])
    return template


def ensure_scope(actor: Actor, template: PlatformTemplate, tenant: UUID, scope: MemberScope) -> None:
    """The scope is one that such a member can have and that the actor can give.

    Raises:
        ScopeImpossible, ScopeExceedsOwn.
    """
    fits = possible(Audience(template.audience), scope.kind, in_platform_tenant=tenant == PLATFORM_TENANT)
    if not fits or not scope.complete:
        raise ScopeImpossible(path=("scope",))
    if actor.via is not Via.SYSTEM and not covers(actor.scope, actor.store_ids, scope.kind, scope.store_ids):
        raise ScopeExceedsOwn(path=("scope",))


async def _ensure_within_own(
    tx: WriteSession, actor: Actor, template: PlatformTemplate, role_ids: Collection[UUID]
) -> None:
    if actor.via is Via.SYSTEM or actor.may(APPOINT):
        return
    if actor.template != template.code:
        raise OtherPlatform(path=("roleIds",))
    given = await codes_of_roles(tx, template.id, role_ids)
    if excess := given - await _own_codes(tx, actor):
        raise RoleExceedsOwn(path=("roleIds",), codes=sorted(excess))


async def _own_codes(tx: WriteSession, actor: Actor) -> frozenset[str]:
    """Before features and gates: a suspended merchant's owner still hires cashiers."""
    if actor.account_id is None or actor.membership_id is None:
        return actor.grants.codes
    return await codes_of_membership(tx, actor.account_id, actor.membership_id)
