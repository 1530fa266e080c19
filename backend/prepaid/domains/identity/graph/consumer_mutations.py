"""Mutations of the mini-program's users about themselves."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.domains.identity.commands.bind_phone import bind_phone as bind_phone_command
from prepaid.domains.identity.commands.enter_identity import enter_identity as enter_identity_command
from prepaid.domains.identity.commands.sign_in_by_mini_program import (
    sign_in_by_mini_program as sign_in_by_mini_program_command,
)
from prepaid.domains.identity.graph.session_types import SessionTokens
from prepaid.domains.identity.reads.own_profile import own_profile
from prepaid.domains.identity.rules import consumer_permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.identity.rules.own_session import account_of
from prepaid.graph.types import PUBLIC, Info, MutationContext, mutation, query_field
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId
from prepaid.providers.mini_program import WeChatMiniProgram


@strawberry.type(description="What the bank knows of the consumer who asks; nothing of it in the clear.")
class ConsumerProfile:
    """The caller as a consumer (消费者)."""

    id: strawberry.ID = strawberry.field(description="Global id")
    phone: str | None = strawberry.field(description="Mobile number, masked; null until one is bound")
    real_name: str | None = strawberry.field(description="Real name, masked; null until it is entered")
    id_card: str | None = strawberry.field(description="Identity number, masked")
    identified_at: datetime | None = strawberry.field(description="When name and number were put on record")
    created_at: datetime = strawberry.field(description="First sign-in, or first purchase at a counter")


@strawberry.input(description="A code of `wx.login`.")
class SignInByMiniProgramInput:
    """Application and code."""

    appid: str = strawberry.field(description="APPID of the mini-program that runs")
    code: str = strawberry.field(description="What `wx.login` answered; good once, for five minutes")


@strawberry.input(description="A code of WeChat's `getPhoneNumber` button.")
class BindPhoneInput:
    """Code."""

    code: str = strawberry.field(description="What the button answered; good once, for five minutes")


@strawberry.input(description="Real name and identity number, as on the card.")
class EnterIdentityInput:
    """Name and number."""

    real_name: str = strawberry.field(description="Name")
    id_card: str = strawberry.field(description="Resident identity number, 18 characters")


@mutation(permission=PUBLIC, payload={"tokens": SessionTokens})
async def sign_in_by_mini_program(ctx: MutationContext, input: SignInByMiniProgramInput) -> Mapping[str, Any]:
    """Sign in as a consumer. WeChat says who it is; who was never here becomes a consumer of the bank."""
    async with WeChatMiniProgram.of(ctx.services.settings) as provider:
        opened = await sign_in_by_mini_program_command(
            ctx.tx, ctx.actor, provider=provider, box=ctx.services.box, appid=input.appid, code=input.code
        )
    return {"tokens": SessionTokens.of(opened.issued)}


@mutation(permission="consumer.profile", payload={"tokens": SessionTokens})
async def bind_phone(ctx: MutationContext, input: BindPhoneInput) -> Mapping[str, Any]:
    """Bind the mobile number that WeChat has verified.

    With `tokens`, the caller was known by this number from a counter: they replace his session.
    """
    services = ctx.services
    async with WeChatMiniProgram.of(services.settings) as provider:
        bound = await bind_phone_command(
            ctx.tx,
            ctx.actor,
            provider=provider,
            keyring=services.keyring,
            data_keys=services.data_keys,
            box=services.box,
            code=input.code,
        )
    return {"tokens": SessionTokens.of(bound.opened.issued) if bound.opened else None}


@mutation(permission="consumer.profile")
async def enter_identity(ctx: MutationContext, input: EnterIdentityInput) -> Mapping[str, Any]:
    """Put one's real name and identity number on record; a registered card needs them."""
    await enter_identity_command(
        ctx.tx,
        ctx.actor,
        keyring=ctx.services.keyring,
        data_keys=ctx.services.data_keys,
        account_id=account_of(ctx.actor),
        real_name=input.real_name,
        id_card=input.id_card,
        accept_fictitious=not ctx.services.settings.production,
    )
    return {}


@query_field(permission="consumer.profile")
async def my_profile(info: Info) -> ConsumerProfile | None:
    """The caller as a consumer; null for whoever is none."""
    return await _profile(info.context.database, info.context.actor)


async def _profile(database: Database, actor: Actor) -> ConsumerProfile | None:
    row = await own_profile(database, actor)
    if row is None:
        return None
    return ConsumerProfile(
        id=strawberry.ID(GlobalId("Consumer", PLATFORM_TENANT, row["id"]).encode()),
        phone=row["phone_masked"],
        real_name=row["name_masked"],
        id_card=row["id_card_masked"],
        identified_at=row["identified_at"],
        created_at=row["created_at"],
    )
