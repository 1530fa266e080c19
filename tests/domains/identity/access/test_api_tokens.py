"""API tokens: issued within what their maker may, refused when forged, expired, revoked or from elsewhere."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from prepaid.core.actor import Actor, DbRole, ScopeKind, Via
from prepaid.core.errors import NotFound, Refusal, Unauthenticated
from prepaid.domains.identity.commands.create_api_token import IssuedApiToken, NewApiToken, create_api_token
from prepaid.domains.identity.commands.revoke_api_token import revoke_api_token
from prepaid.domains.identity.rules.api_tokens import LONGEST_LIFE
from prepaid.domains.identity.rules.bearer_secrets import new_api_token
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from tests.domains.identity.access.world import Platform, World, request

OF_MERCHANT = MemberScope(kind=ScopeKind.MERCHANT)


async def owner(world: World, platform: Platform) -> Actor:
    """Somebody who may do all that a merchant's platform has, in a merchant of his own."""
    person = await world.person()
    await world.member(person, platform, tenant=await world.merchant())
    return await world.actor(person)


async def banker(world: World, *codes: str) -> tuple[Actor, Platform]:
    person, platform = await world.person(), await world.platform("BANK", *codes)
    await world.member(person, platform, scope=ScopeKind.BANK_ALL)
    return await world.actor(person), platform


async def issue(world: World, actor: Actor, platform: Platform, **more: Any) -> IssuedApiToken:
    wanted = {
        "name": "收银系统",
        "tenant": actor.tenant,
        "template_id": platform.template_id,
        "role_ids": [platform.role_id],
        "scope": OF_MERCHANT,
        "expires_at": clock.now() + timedelta(days=90),
        **more,
    }
    return await world.run(actor, lambda tx: create_api_token(tx, actor, wanted=NewApiToken(**wanted), live=False))


async def refused(world: World, actor: Actor, platform: Platform, **more: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        await issue(world, actor, platform, **more)
    return refusal.value.code


async def test_a_token_acts_in_its_tenant_with_its_roles(world: World) -> None:
    platform = await world.platform("MERCHANT", "desk.read")
    maker = await owner(world, platform)
    token = await issue(world, maker, platform)
    assert token.secret.startswith("mk_test_")
    actor = await world.visit(token.secret)
    assert (actor.via, actor.token_id, actor.account_id) == (Via.API_TOKEN, token.id, None)
    assert (actor.db_role, actor.merchant_id, actor.scope) == (DbRole.MERCHANT, maker.merchant_id, ScopeKind.MERCHANT)
    assert (actor.template, actor.grants.codes) == (platform.code, frozenset({"desk.read"}))


@pytest.mark.parametrize("change", ["first", "last", "middle", "shorter", "longer", "live", "upper", "made up"])
async def test_a_forged_token_is_refused(world: World, change: str) -> None:
    platform = await world.platform()
    secret = (await issue(world, await owner(world, platform), platform)).secret
    forged = {
        "first": "x" + secret[1:],
        "last": secret[:-1] + ("A" if secret[-1] != "A" else "B"),
        "middle": secret[:25] + ("A" if secret[25] != "A" else "B") + secret[26:],
        "shorter": secret[:-1],
        "longer": secret + "A",
        "live": secret.replace("mk_test_", "mk_live_"),
        "upper": secret.upper(),
        "made up": new_api_token(live=False)[0],
    }[change]
    with pytest.raises(Unauthenticated):
        await world.visit(forged)


@pytest.mark.parametrize(
    "jwt",
    [
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
        "eyJhbGciOiJIUzI1NiIsImtpZCI6Ii4uLy4uL2Rldi9udWxsIn0.eyJzdWIiOiJhZG1pbiJ9.AAAA",
    ],
)
async def test_a_self_made_jwt_is_no_bearer_token(world: World, jwt: str) -> None:
    with pytest.raises(Unauthenticated):
        await world.visit(jwt)


async def test_a_token_in_a_cookie_is_nothing(world: World) -> None:
    platform = await world.platform()
    token = await issue(world, await owner(world, platform), platform)
    with pytest.raises(Unauthenticated):
        await world.authenticator.authenticate(request(cookie=token.secret))


async def test_a_token_ends_at_its_expiry_and_when_it_is_revoked(world: World) -> None:
    platform = await world.platform()
    maker = await owner(world, platform)
    token, other = await issue(world, maker, platform), await issue(world, maker, platform)
    with clock.travel(timedelta(days=89)):
        await world.visit(token.secret)
    with clock.travel(timedelta(days=90, seconds=1)), pytest.raises(Unauthenticated):
        await world.visit(token.secret)
    await world.visit(token.secret)
    for _ in range(2):
        await world.run(maker, lambda tx: revoke_api_token(tx, maker, tenant=token.tenant, token_id=token.id))
        with pytest.raises(Unauthenticated):
            await world.visit(token.secret)
    await world.visit(other.secret)
    assert await world.authenticator.still_valid(replace(maker, account_id=None, token_id=token.id)) is None


async def test_nobody_revokes_a_foreign_merchants_token(world: World) -> None:
    platform = await world.platform()
    maker, stranger = await owner(world, platform), await owner(world, platform)
    token = await issue(world, maker, platform)
    for tenant in (token.tenant, stranger.tenant, PLATFORM_TENANT):
        with pytest.raises(NotFound):
            await world.run(
                stranger,
                lambda tx, tenant=tenant: revoke_api_token(  # type: ignore[misc]
                    tx, stranger, tenant=tenant, token_id=token.id
                ),
            )
    await world.visit(token.secret)


@pytest.mark.parametrize(
    ("blocks", "address", "allowed"),
    [
        ([], "203.0.113.5", True),
        (["203.0.113.5"], "203.0.113.5", True),
        (["203.0.113.0/24"], "203.0.113.255", True),
        (["203.0.113.0/24"], "203.0.114.1", False),
        (["2001:db8::/32", "198.51.100.0/24"], "2001:db8:1::7", True),
        (["2001:db8::/32"], "198.51.100.1", False),
        (["203.0.113.5"], "not an address", False),
    ],
)
async def test_a_token_is_used_from_its_addresses_alone(
    world: World, blocks: list[str], address: str, allowed: bool
) -> None:
    platform = await world.platform()
    token = await issue(world, await owner(world, platform), platform, allowed_addresses=blocks)
    for _ in range(2):
        if allowed:
            await world.visit(token.secret, address)
        else:
            with pytest.raises(Unauthenticated):
                await world.visit(token.secret, address)
    if blocks:
        with pytest.raises(Unauthenticated):
            await world.authenticator.authenticate(request(bearer=token.secret, address=address), "192.0.2.250")


@pytest.mark.parametrize("block", ["", "203.0.113.5/24", "203.0.113.0/33", "example.com", "::/200", "\udc00", "a\x00"])
async def test_what_is_no_address_block_is_refused(world: World, block: str) -> None:
    platform = await world.platform()
    assert await refused(world, await owner(world, platform), platform, allowed_addresses=[block]) == (
        "ADDRESS_BLOCK_INVALID"
    )


@pytest.mark.parametrize("life", [timedelta(0), timedelta(days=-1), LONGEST_LIFE + timedelta(minutes=1)])
async def test_a_token_lives_a_year_at_most(world: World, life: timedelta) -> None:
    platform = await world.platform()
    maker = await owner(world, platform)
    assert await refused(world, maker, platform, expires_at=clock.now() + life) == "API_TOKEN_LIFE_INVALID"


async def test_a_token_can_do_no_more_than_its_maker(world: World) -> None:
    small, large = await world.platform("MERCHANT", "desk.read"), await world.platform("MERCHANT", "desk.sell")
    maker = await owner(world, small)
    assert await refused(world, maker, large) == "OTHER_PLATFORM"
    assert await refused(world, maker, small, role_ids=[large.role_id]) == "ROLE_OF_OTHER_TEMPLATE"
    assert await refused(world, maker, small, role_ids=[]) == "INVALID_VALUE"
    assert await refused(world, maker, small, name=" ") == "INVALID_VALUE"


async def test_a_token_sees_no_more_than_its_maker(world: World) -> None:
    platform = await world.platform()
    maker, foreign = await owner(world, platform), await world.merchant()
    assert await refused(world, maker, platform, tenant=foreign) == "NOT_FOUND"
    everything = MemberScope(kind=ScopeKind.CUSTOM, merchant_ids=(foreign,))
    assert await refused(world, maker, platform, tenant=PLATFORM_TENANT, scope=everything) == "SCOPE_EXCEEDS_OWN"
    assert await refused(world, maker, platform, scope=MemberScope(kind=ScopeKind.SELF)) == "SCOPE_IMPOSSIBLE"
    assert await refused(world, maker, platform, scope=MemberScope(kind=ScopeKind.BANK_ALL)) == "SCOPE_IMPOSSIBLE"


async def test_an_operator_issues_tokens_of_his_merchants_alone(world: World) -> None:
    operator, platform = await world.operator(), await world.platform()
    mine, foreign = await world.merchant(operator_id=operator), await world.merchant()
    person = await world.person()
    await world.member(person, platform, scope=ScopeKind.OPERATOR, operator_id=operator)
    maker = await world.actor(person)
    token = await issue(world, maker, platform, tenant=mine)
    assert (await world.visit(token.secret)).merchant_id == mine
    assert await refused(world, maker, platform, tenant=foreign) == "NOT_FOUND"
    of_operator = MemberScope(kind=ScopeKind.OPERATOR, operator_id=operator)
    assert await refused(world, maker, platform, tenant=PLATFORM_TENANT, scope=of_operator) == "SCOPE_EXCEEDS_OWN"


async def test_the_bank_issues_tokens_over_several_merchants_which_grow_with_their_operator(world: World) -> None:
    operator, platform = await world.operator(), await world.platform("MERCHANT", "desk.read")
    first, foreign = await world.merchant(operator_id=operator), await world.merchant()
    maker, _ = await banker(world, "member.appoint")
    of_operator = MemberScope(kind=ScopeKind.OPERATOR, operator_id=operator)
    token = await issue(world, maker, platform, tenant=PLATFORM_TENANT, scope=of_operator)
    second = await world.merchant(operator_id=operator)
    actor = await world.visit(token.secret)
    assert (actor.db_role, set(actor.merchant_ids), actor.merchant_id) == (DbRole.OPERATOR, {first, second}, None)
    custom = MemberScope(kind=ScopeKind.CUSTOM, merchant_ids=(foreign,))
    token = await issue(world, maker, platform, tenant=PLATFORM_TENANT, scope=custom)
    assert (await world.visit(token.secret)).merchant_ids == (foreign,)
    unknown = MemberScope(kind=ScopeKind.CUSTOM, merchant_ids=(uuid7(),))
    assert await refused(world, maker, platform, tenant=PLATFORM_TENANT, scope=unknown) == "NOT_FOUND"


async def test_who_appoints_everywhere_still_makes_no_bank_token_beyond_himself(world: World) -> None:
    maker, own = await banker(world, "member.appoint", "audit.read")
    _, stronger = await banker(world, "role.approve")
    over_all = MemberScope(kind=ScopeKind.BANK_ALL)
    token = await issue(world, maker, own, tenant=PLATFORM_TENANT, scope=over_all)
    assert (await world.visit(token.secret)).db_role is DbRole.BANK
    assert await refused(world, maker, stronger, tenant=PLATFORM_TENANT, scope=over_all) == "ROLE_EXCEEDS_OWN"


async def test_the_secret_is_not_stored_and_last_use_is(world: World, fresh_database: str) -> None:
    platform = await world.platform()
    token = await issue(world, await owner(world, platform), platform)
    superuser = await asyncpg.connect(fresh_database)

    async def stored(column: str, token_id: UUID) -> Any:
        return await superuser.fetchval(f"SELECT {column} FROM api_token WHERE id = $1", token_id)

    assert token.secret[21:] not in await stored("api_token::text", token.id)
    assert token.secret.startswith(await stored("prefix", token.id))
    assert await stored("last_used_at", token.id) is None
    await asyncio.gather(*(world.visit(token.secret) for _ in range(5)))
    await world.authenticator.close()
    assert await stored("last_used_at", token.id) is not None
    audited = str(await superuser.fetch("SELECT after FROM audit_event WHERE object_id = $1", token.id))
    assert token.secret[21:] not in audited
    await superuser.close()
