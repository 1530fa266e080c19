"""Issuing an API token to an integrator's program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.identity.commands.appointment import ensure_scope, roles_to_give
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.errors.access import AddressBlockInvalid, ApiTokenLifeInvalid
from prepaid.domains.identity.errors.members import RoleExceedsOwn, ScopeExceedsOwn, ScopeImpossible
from prepaid.domains.identity.models import ApiToken, ApiTokenRole, Merchant, Operator, PlatformTemplate
from prepaid.domains.identity.reads.grants import codes_of_roles
from prepaid.domains.identity.reads.templates import active_template
from prepaid.domains.identity.rules.api_tokens import (
    LONGEST_LIFE,
    MOST_BLOCKS,
    SCOPES,
    MalformedBlock,
    address_blocks,
)
from prepaid.domains.identity.rules.bearer_secrets import new_api_token, secret_hash
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class NewApiToken:
    """What a token is to be."""

    name: str
    tenant: UUID
    template_id: UUID
    role_ids: Sequence[UUID]
    scope: MemberScope
    expires_at: datetime
    allowed_addresses: Sequence[str] = ()
    """Addresses and networks; empty allows every address."""


@dataclass(frozen=True, slots=True)
class IssuedApiToken:
    """A token with its secret, known this once."""

    tenant: UUID
    id: UUID
    secret: str


async def create_api_token(tx: WriteSession, actor: Actor, *, wanted: NewApiToken, live: bool) -> IssuedApiToken:
    """Issue a token that acts in roles of one template, in one tenant. `live`: of a production system.

    It can do and see no more than the person who issues it: as with members, only roles within his own, or
    any role of another platform for whoever may appoint members there. For the bank's own platforms the
    former holds for everybody, because no second person looks at a token.

    Raises:
        NotFound, TemplateRetired, InvalidValue, AddressBlockInvalid, ApiTokenLifeInvalid.
        RoleOfOtherTemplate, RoleExceedsOwn, OtherPlatform, ScopeImpossible, ScopeExceedsOwn.
    """
    name = name_text(wanted.name, ("name",))
    blocks = _blocks(wanted.allowed_addresses)
    now = clock.now()
    if not now < wanted.expires_at <= now + LONGEST_LIFE:
        raise ApiTokenLifeInvalid(path=("expiresAt",), days=LONGEST_LIFE.days)
    template = await active_template(tx, wanted.template_id)
    await _ensure_place(tx, actor, template, wanted)
    roles = await roles_to_give(tx, actor, template, wanted.role_ids)
    if not roles:
        raise InvalidValue(path=("roleIds",), reason="EMPTY")
    await _ensure_no_bank_rights_beyond_own(tx, actor, template, wanted.role_ids)

    secret, prefix = new_api_token(live=live)
    token = ApiToken(
        merchant_id=wanted.tenant,
        id=uuid7(),
        template_id=template.id,
        operator_id=wanted.scope.operator_id,
        name=name,
        prefix=prefix,
        secret_hash=secret_hash(secret),
        scope=wanted.scope.kind.value,
        scope_merchant_ids=list(wanted.scope.merchant_ids),
        allowed_addresses=blocks,
        created_at=now,
        created_by=actor.account_id,
        expires_at=wanted.expires_at,
    )
    tx.add(token)
    await tx.flush()
    key = {"merchant_id": token.merchant_id, "token_id": token.id, "template_id": template.id}
    tx.add_all(ApiTokenRole(**key, role_id=role.id) for role in roles)
    await tx.flush()
    await audit.record(
        tx,
        "api_token.created",
        object_type="ApiToken",
        object_id=token.id,
        tenant=token.merchant_id,
        after={
            "prefix": prefix,
            "template": template.code,
            "roles": [role.code for role in roles],
            "scope": wanted.scope.as_json(),
            "addresses": blocks,
            "expires_at": wanted.expires_at,
        },
    )
    return IssuedApiToken(token.merchant_id, token.id, secret)


def _blocks(texts: Sequence[str]) -> list[str]:
    if len(texts) > MOST_BLOCKS:
        raise InvalidValue(path=("allowedAddresses",), reason="TOO_LONG")
    try:
        return address_blocks(texts)
    except MalformedBlock as error:
        raise AddressBlockInvalid(path=("allowedAddresses",), block=error.args[0]) from None


async def _ensure_place(tx: WriteSession, actor: Actor, template: PlatformTemplate, wanted: NewApiToken) -> None:
    """Tenant and scope are possible for a program and the actor's to give; rows that he does not see do not exist."""
    scope = wanted.scope
    if scope.kind not in SCOPES:
        raise ScopeImpossible(path=("scope",))
    ensure_scope(actor, template, wanted.tenant, scope)
    if wanted.tenant == PLATFORM_TENANT:
        if actor.db_role not in (DbRole.BANK, DbRole.WORKER):
            raise ScopeExceedsOwn(path=("scope",))
    elif await tx.get(Merchant, wanted.tenant) is None:
        raise NotFound(path=("merchantId",))
    if scope.operator_id is not None and await tx.get(Operator, scope.operator_id) is None:
        raise NotFound(path=("scope", "operatorId"))
    for merchant_id in scope.merchant_ids:
        if await tx.get(Merchant, merchant_id) is None:
            raise NotFound(path=("scope", "merchantIds"))


async def _ensure_no_bank_rights_beyond_own(
    tx: WriteSession, actor: Actor, template: PlatformTemplate, role_ids: Sequence[UUID]
) -> None:
    if Audience(template.audience) is Audience.BANK and actor.signed_in:
        excess = await codes_of_roles(tx, template.id, role_ids) - actor.grants.codes
        if excess:
            raise RoleExceedsOwn(path=("roleIds",), codes=sorted(excess))
