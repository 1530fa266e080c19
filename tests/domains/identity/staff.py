"""A merchant with its owner and clerk, and adding members to whatever platform."""

from typing import Any
from uuid import UUID

import asyncpg

from prepaid.core.actor import Actor, ScopeKind
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import Database
from prepaid.core.settings import settings
from prepaid.domains.identity.commands.add_member import NewMember, add_member
from prepaid.domains.identity.commands.change_member_roles import MemberSaved
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.identity.cast import (
    SHOP,
    Platform,
    do,
    member,
    platform,
    shop,
)

KEYRING = KeyRing.from_settings(settings())
DATA_KEYS = DataKeys(KEYRING)
WHOLE_SHOP = MemberScope(kind=ScopeKind.MERCHANT)
REASON = {"reason": "长期未到岗"}


class Rink:
    """A merchant with an owner and a clerk."""

    def __init__(self, of: Platform, id_: UUID, owner: Actor, clerk: Actor) -> None:
        self.of, self.id, self.owner, self.clerk = of, id_, owner, clerk


async def rink_with_staff(db: Database) -> Rink:
    of = await platform(db, SHOP)
    merchant = await shop(db)
    owner = await member(db, of, "owner", tenant=merchant.id)
    return Rink(of, merchant.id, owner, await member(db, of, "clerk", tenant=merchant.id))


def who(actor: Actor) -> dict[str, Any]:
    return {"tenant": actor.merchant_id or PLATFORM_TENANT, "membership_id": actor.membership_id}


async def add(db: Database, actor: Actor, of: Platform, *roles: str, seed: int = 1, **more: Any) -> MemberSaved:
    person = {
        "tenant": actor.merchant_id or PLATFORM_TENANT,
        "template_id": of.id,
        "login": fictitious.phone(seed),
        "display_name": "张伟",
        "role_ids": [of.roles[role] for role in roles],
        "scope": WHOLE_SHOP,
        **more,
    }
    return await do(db, actor, add_member, keyring=KEYRING, data_keys=DATA_KEYS, person=NewMember(**person))


async def role_codes(superuser: asyncpg.Connection, membership_id: UUID | None) -> set[str]:
    rows = await superuser.fetch(
        "SELECT r.code FROM membership_role h JOIN role r ON r.id = h.role_id WHERE h.membership_id = $1",
        membership_id,
    )
    return {row["code"] for row in rows}
