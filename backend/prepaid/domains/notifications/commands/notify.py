"""Telling people what they wait for or have to do; called by reactions and jobs of all domains."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import insert, update

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.reads.holders import members_with
from prepaid.domains.notifications.models import Notice
from prepaid.domains.notifications.rules.kinds import NoticeKind, Value
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId, uuid7

NOTHING: Final[Mapping[str, Value]] = {}


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person, in the tenant where he works; `membership_id` when only one of his places is concerned."""

    tenant: UUID
    account_id: UUID
    membership_id: UUID | None = None


async def notify(
    tx: WriteSession,
    kind: NoticeKind,
    to: Iterable[Recipient],
    *,
    data: Mapping[str, Value] = NOTHING,
    target: GlobalId | None = None,
) -> None:
    """Tell people in this transaction, whoever acts in it: they need not be of his tenant.

    `data` fills the texts of the kind, `target` is what its page shows.
    """
    title, body = kind.texts(data)
    shared = {
        "kind": kind.code,
        "tone": kind.tone,
        "title_zh": title.zh,
        "title_en": title.en,
        "body_zh": body.zh if body else None,
        "body_en": body.en if body else None,
        "page_key": kind.page_key,
        "target_id": target.encode() if target else None,
        "created_at": clock.now(),
    }
    rows = [
        {
            "merchant_id": one.tenant,
            "id": uuid7(),
            "account_id": one.account_id,
            "membership_id": one.membership_id,
            **shared,
        }
        for one in dict.fromkeys(to)
    ]
    if rows:
        async with tx.under(DbRole.WORKER):
            await tx.execute(insert(Notice), rows)


async def notify_holders(
    tx: WriteSession,
    kind: NoticeKind,
    tenant: UUID,
    permission: str,
    *,
    data: Mapping[str, Value] = NOTHING,
    target: GlobalId | None = None,
    but: UUID | None = None,
) -> None:
    """Tell the members of a tenant whose roles hold a permission, but for the account `but`."""
    holders = await members_with(tx, tenant, permission)
    to = [Recipient(tenant, one.account_id, one.membership_id) for one in holders if one.account_id != but]
    await notify(tx, kind, to, data=data, target=target)


async def settle(tx: WriteSession, kind: NoticeKind, target: GlobalId, *, tenant: UUID | None = None) -> None:
    """What people were told to do about `target` is done: nobody's bell rings for it any more.

    `tenant` is where those people work, the target's own when not given.
    """
    async with tx.under(DbRole.WORKER):
        told = update(Notice).filter_by(
            merchant_id=tenant or target.tenant, target_id=target.encode(), kind=kind.code, read_at=None
        )
        await tx.execute(told.values(read_at=clock.now()))
