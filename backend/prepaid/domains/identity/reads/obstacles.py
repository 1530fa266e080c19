"""Why something cannot be done at present with a member, a role or a change, as lists show it."""

from typing import Final

from sqlalchemy import ColumnElement, and_, exists, false, func, select
from sqlalchemy.orm import aliased

from prepaid.core.obstacles import Asker, Obstacle
from prepaid.domains.identity.errors.changes import ChangeExpired, ChangeIsOwn
from prepaid.domains.identity.errors.members import MemberLeft, OtherPlatform, OwnMembership, RoleExceedsOwn
from prepaid.domains.identity.errors.permissions import RoleInUse
from prepaid.domains.identity.models import (
    ApiToken,
    ApiTokenRole,
    ChangeRequest,
    Membership,
    MembershipRole,
    PlatformTemplate,
    Role,
    RoleGrant,
)
from prepaid.domains.identity.rules.catalogue import APPOINT


def _of_other_platform(ask: Asker) -> ColumnElement[bool]:
    if ask.granted(APPOINT):
        return false()
    return exists().where(
        PlatformTemplate.id == Membership.template_id, PlatformTemplate.code != ask.actor_param("template")
    )


def _may_do_more(ask: Asker) -> ColumnElement[bool]:
    """He holds a node that the caller's own roles do not; unknown where the caller's own roles are out of sight."""
    if ask.granted(APPOINT):
        return false()
    own_role, own_grant = aliased(MembershipRole), aliased(RoleGrant)
    own = (
        select(own_grant.node_id)
        .join(own_role, own_role.role_id == own_grant.role_id)
        .where(
            own_role.merchant_id == ask.actor_param("tenant"),
            own_role.membership_id == ask.actor_param("membership_id"),
        )
    )
    beyond = exists().where(
        MembershipRole.merchant_id == Membership.merchant_id,
        MembershipRole.membership_id == Membership.id,
        RoleGrant.role_id == MembershipRole.role_id,
        RoleGrant.node_id.not_in(own),
    )
    return and_(own.exists(), beyond)


MEMBER_LEFT: Final = Obstacle(MemberLeft, lambda ask: Membership.status == "LEFT")
MEMBER_IS_SELF: Final = Obstacle(OwnMembership, lambda ask: Membership.account_id == ask.actor_param("account_id"))
MANAGING: Final = (
    MEMBER_LEFT,
    MEMBER_IS_SELF,
    Obstacle(OtherPlatform, _of_other_platform),
    Obstacle(RoleExceedsOwn, _may_do_more),
)
"""Of everything that is done to a member: what `ensure_may_manage` refuses, in its order."""


def _members(_: Asker) -> ColumnElement[int]:
    return (
        select(func.count())
        .where(
            MembershipRole.role_id == Role.id,
            Membership.merchant_id == MembershipRole.merchant_id,
            Membership.id == MembershipRole.membership_id,
            Membership.status != "LEFT",
        )
        .scalar_subquery()
    )


def _tokens(_: Asker) -> ColumnElement[int]:
    return (
        select(func.count())
        .where(
            ApiTokenRole.role_id == Role.id,
            ApiToken.merchant_id == ApiTokenRole.merchant_id,
            ApiToken.id == ApiTokenRole.token_id,
            ApiToken.revoked_at.is_(None),
        )
        .scalar_subquery()
    )


ROLE_IN_USE: Final = Obstacle(
    RoleInUse, lambda ask: _members(ask) + _tokens(ask) > 0, data={"members": _members, "tokens": _tokens}
)
"""Members who have not left, or tokens that are not revoked, have the role."""

CHANGE_EXPIRED: Final = Obstacle(ChangeExpired, lambda ask: ChangeRequest.expires_at <= ask.now())
CHANGE_IS_OWN: Final = Obstacle(
    ChangeIsOwn, lambda ask: ChangeRequest.maker_account_id == ask.actor_param("account_id")
)
DECIDING: Final = (CHANGE_EXPIRED, CHANGE_IS_OWN)
