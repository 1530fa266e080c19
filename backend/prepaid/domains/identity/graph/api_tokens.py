"""API tokens in the schema: reading, issuing, revoking."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry

from prepaid.core.actor import ScopeKind
from prepaid.domains.identity import models as m
from prepaid.domains.identity.commands.create_api_token import NewApiToken
from prepaid.domains.identity.commands.create_api_token import create_api_token as create_api_token_command
from prepaid.domains.identity.commands.revoke_api_token import revoke_api_token as revoke_api_token_command
from prepaid.domains.identity.graph import enums as _enums  # noqa: F401 - names the enums
from prepaid.domains.identity.graph.permission_types import PlatformTemplate, Role
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.graph.types import (
    ActionState,
    GlobalID,
    MutationContext,
    action,
    actions,
    column,
    graph_type,
    many,
    mutation,
    one,
    ref,
    root_connection,
)


@graph_type(m.ApiToken, permission="token.read")
class ApiToken:
    """An integrator's token (接口令牌): a program that acts in roles of one platform."""

    name: str = column(m.ApiToken.name, "What it is for", filterable=True, sortable=True)
    prefix: str = column(m.ApiToken.prefix, "Beginning of the token, by which people recognise it", filterable=True)
    template: PlatformTemplate | None = one("PlatformTemplate", "Platform whose roles it has")
    roles: list[Role] = many("Role", "What it may do", via=m.ApiTokenRole)
    scope: ScopeKind = column(m.ApiToken.scope, "Data scope", filterable=True)
    allowed_addresses: list[str] = column(
        m.ApiToken.allowed_addresses, "Networks that it may be used from; empty: from everywhere"
    )
    created_at: datetime = column(m.ApiToken.created_at, "Issued", filterable=True, sortable=True)
    expires_at: datetime = column(m.ApiToken.expires_at, "End", filterable=True, sortable=True)
    last_used_at: datetime | None = column(
        m.ApiToken.last_used_at, "Last use, to the minute", filterable=True, sortable=True
    )
    revoked_at: datetime | None = column(m.ApiToken.revoked_at, "Revoked", filterable=True, sortable=True)
    available_actions: list[ActionState] = actions(
        action("revokeApiToken", offered=lambda ctx: m.ApiToken.revoked_at.is_(None))
    )


root_connection(
    "apiTokens",
    ApiToken,
    "API tokens of the tenants that the caller sees, the newest first",
    permission="token.read",
    order_by=["-created_at"],
    search=[m.ApiToken.name, m.ApiToken.prefix],
)


@strawberry.input(description="What a token is to be. It can do and see no more than the person who issues it.")
class CreateApiTokenInput:
    """A token."""

    name: str = strawberry.field(description="What it is for")
    template_id: GlobalID = strawberry.field(description="Platform whose roles it gets")
    role_ids: list[GlobalID] = strawberry.field(description="Roles, at least one")
    expires_at: datetime = strawberry.field(description="End, at most a year away")
    scope: ScopeKind = strawberry.field(
        default=ScopeKind.MERCHANT, description="MERCHANT, OPERATOR, CUSTOM or BANK_ALL"
    )
    merchant_id: GlobalID | None = strawberry.field(
        default=None, description="Merchant of a MERCHANT scope; without it the caller's own"
    )
    operator_id: GlobalID | None = strawberry.field(default=None, description="Operator of an OPERATOR scope")
    merchant_ids: list[GlobalID] | None = strawberry.field(default=None, description="Merchants of a CUSTOM scope")
    allowed_addresses: list[str] | None = strawberry.field(
        default=None, description="Addresses and networks (CIDR) that it may be used from; empty: from everywhere"
    )


@strawberry.input(description="A token to take back.")
class RevokeApiTokenInput:
    """A token."""

    id: GlobalID = strawberry.field(description="The token")


@mutation(permission="token.issue", step_up=True, payload={"token": ApiToken, "secret": str})
async def create_api_token(ctx: MutationContext, input: CreateApiTokenInput) -> Mapping[str, Any]:
    """Issue an API token. Its `secret` is shown this once."""
    scope = MemberScope(
        kind=input.scope,
        operator_id=input.operator_id.of("Operator", path=("operatorId",)).id if input.operator_id else None,
        merchant_ids=tuple(one_of.of("Merchant", path=("merchantIds",)).id for one_of in input.merchant_ids or ()),
    )
    merchant = input.merchant_id.of("Merchant", path=("merchantId",)).id if input.merchant_id else None
    wanted = NewApiToken(
        name=input.name,
        tenant=merchant or ctx.actor.tenant,
        template_id=input.template_id.of("PlatformTemplate", path=("templateId",)).id,
        role_ids=[role.of("Role", path=("roleIds",)).id for role in input.role_ids],
        scope=scope,
        expires_at=input.expires_at,
        allowed_addresses=input.allowed_addresses or (),
    )
    issued = await create_api_token_command(ctx.tx, ctx.actor, wanted=wanted, live=ctx.services.settings.production)
    return {"token": ref(ApiToken, issued.tenant, issued.id), "secret": issued.secret}


@mutation(permission="token.revoke", payload={"token": ApiToken})
async def revoke_api_token(ctx: MutationContext, input: RevokeApiTokenInput) -> Mapping[str, Any]:
    """Take a token back: it is refused from now on."""
    found = input.id.of("ApiToken", path=("id",))
    token = await revoke_api_token_command(ctx.tx, ctx.actor, tenant=found.tenant, token_id=found.id)
    return {"token": ref(ApiToken, token.merchant_id, token.id)}
