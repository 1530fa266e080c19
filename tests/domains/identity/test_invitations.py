"""Background work of members and changes: invitations through the real queue and gateway, and expiry."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from prepaid.core.actor import Actor, ScopeKind
from prepaid.core.database import Database
from prepaid.core.jobs import enqueue, run_due
from prepaid.core.services import Services, open_services
from prepaid.core.settings import settings
from prepaid.domains.identity.commands.add_member import NewMember, add_member
from prepaid.domains.identity.commands.change_member_roles import change_member_roles
from prepaid.domains.identity.jobs.changes import EXPIRE_CHANGES
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.sandbox.app import create_app
from tests.domains.identity.cast import HEADQUARTERS, SHOP, Platform, do, member, platform, shop
from tests.support.http_server import running


@dataclass
class Post:
    """The services of a worker, and the inbox of the message gateway."""

    services: Services
    inbox: httpx.AsyncClient

    async def texts_to(self, address: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = (await self.inbox.get("/messages", params={"to": address})).json()
        return found


@asynccontextmanager
async def gateway(url: str) -> AsyncIterator[Post]:
    async with running(create_app()) as address:
        chosen = settings().model_copy(update={"database_url": url, "messages_url": address})
        async with open_services(chosen) as services, httpx.AsyncClient(base_url=address, trust_env=False) as inbox:
            yield Post(services, inbox)


@pytest.fixture
async def post(app_database_url: str) -> AsyncIterator[Post]:
    async with gateway(app_database_url) as post:
        yield post


async def add(post: Post, owner: Actor, of: Platform, login: str) -> None:
    assert owner.merchant_id
    person = NewMember(
        tenant=owner.merchant_id,
        template_id=of.id,
        login=login,
        display_name="张伟",
        role_ids=[of.roles["clerk"]],
        scope=MemberScope(kind=ScopeKind.MERCHANT),
    )
    services = post.services
    await do(
        services.database, owner, add_member, keyring=services.keyring, data_keys=services.data_keys, person=person
    )


async def test_a_new_person_is_told_how_to_get_in_by_the_way_he_was_named(db: Database, post: Post) -> None:
    of = await platform(db, SHOP)
    owner = await member(db, of, "owner", tenant=(await shop(db)).id)
    other = await member(db, of, "owner", tenant=(await shop(db, "星河舞蹈")).id)
    phone, mail = fictitious.phone(3), fictitious.email(3)
    for login in (phone, mail):
        await add(post, owner, of, login)
        await add(post, other, of, login)
    await run_due(post.services)
    await run_due(post.services)
    (by_phone,) = await post.texts_to(phone)
    assert "忘记密码" in by_phone["text"]
    assert settings().public_url in by_phone["text"]
    (by_mail,) = await post.texts_to(mail)
    assert by_mail["subject"] == "您已被添加为甲的成员"


async def test_changes_that_nobody_decided_expire_batch_by_batch(db: Database, post: Post) -> None:
    of = await platform(db, HEADQUARTERS)
    maker = await member(db, of, "root")
    for _ in range(3):
        target = await member(db, of, "auditor")
        who = {"tenant": PLATFORM_TENANT, "membership_id": target.membership_id}
        await do(db, maker, change_member_roles, **who, role_ids=[])
    with clock.travel(timedelta(days=8)):
        async with db.write() as tx:
            await enqueue(tx, EXPIRE_CHANGES, payload={})
        await run_due(post.services)
    async with db.write() as tx:
        states = set(await tx.scalars(select(ChangeRequest.state)))
    assert states == {"EXPIRED"}
