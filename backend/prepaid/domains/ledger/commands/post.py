"""Booking transfers: the one way into the ledger, in one round trip."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias
from uuid import UUID

import asyncpg
import orjson

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.errors import (
    InsufficientFunds,
    MalformedTransfer,
    TransferAlreadyResolved,
    TransferReferenceReused,
    TransferUnknown,
)
from prepaid.domains.ledger.rules.chart import CHART, AccountCode, Owner, Side
from prepaid.domains.ledger.rules.shares import Split
from prepaid.domains.ledger.rules.transfers import AccountRef, Draft, Leg, Phase, Resolution, Transfer, TransferKind
from prepaid.kit import clock

POST: Final = "SELECT ledger_post($1, $2, $3::jsonb)::text"
REFUSALS: Final = {
    "LG002": InsufficientFunds,
    "LG003": TransferUnknown,
    "LG004": TransferAlreadyResolved,
    "LG005": TransferReferenceReused,
}
Item: TypeAlias = Draft | Resolution


async def post(
    tx: WriteSession, merchant_id: UUID, *items: Item, effective_at: datetime | None = None
) -> list[Transfer | None]:
    """Book a batch in the transaction of `tx`, in order and all or nothing; returns a transfer for each item.

    Accounts come into being with their first posting; all of the batch are locked in the order of their ids. An
    item that was booked before, with the same contents, moves nothing and is answered with `replayed`. None
    stands for a `Take` that may be short and found nothing. `effective_at`: the clock's present when not given.

    Raises:
        InsufficientFunds: an account would fall below its floor; `account` and `available_fen` say which.
        TransferReferenceReused: kind and reference were booked before with other contents.
        TransferUnknown, TransferAlreadyResolved: of a resolution.
        MalformedTransfer: legs that do not balance, an owner that does not fit the chart, a foreign tenant.
    """
    if not items:
        return []
    # The driver's own UUIDs, as rows hold them, are a subclass that orjson does not know.
    body = orjson.dumps([_written(merchant_id, item) for item in items], default=str).decode()
    if tx.new or tx.dirty or tx.deleted:
        await tx.flush()
    driver = await tx.raw()
    try:
        answers = orjson.loads(await driver.fetchval(POST, merchant_id, effective_at or clock.now(), body))
    except asyncpg.PostgresError as error:
        raise refusal(error) from error
    return [_read(item, answer) for item, answer in zip(items, answers, strict=True)]


async def book(tx: WriteSession, merchant_id: UUID, item: Item) -> Transfer:
    """The same for one item that always moves something."""
    (transfer,) = await post(tx, merchant_id, item)
    assert transfer is not None
    return transfer


@dataclass(frozen=True, slots=True)
class Booked:
    """What a recipe booked: its first transfer, which the business row names, and the shares that it moved."""

    transfer: Transfer
    split: Split


async def book_all(tx: WriteSession, merchant_id: UUID, split: Split, first: Item, *others: Item) -> Booked:
    """The same for a recipe of several items, in one round trip."""
    transfer, *_ = await post(tx, merchant_id, first, *others)
    assert transfer is not None
    return Booked(transfer, split)


def refusal(error: asyncpg.PostgresError) -> Exception:
    """What an error of `ledger_post` means; errors that are not its own stay as they are."""
    state = error.sqlstate or ""
    if state in REFUSALS:
        return REFUSALS[state](**orjson.loads(error.detail or "{}"))
    return MalformedTransfer(str(error)) if state.startswith("LG") else error


def _written(merchant_id: UUID, item: Item) -> dict[str, Any]:
    head = {"kind": item.kind, "reference": item.reference}
    if isinstance(item, Resolution):
        return head | {"resolve": True, "phase": item.phase}
    legs = [_account(merchant_id, leg.account) | {"side": leg.side, "fen": leg.amount_fen} for leg in item.legs]
    if len({(leg["account"], leg["owner"]) for leg in legs}) != len(legs) or any(leg["fen"] <= 0 for leg in legs):
        raise MalformedTransfer("each account once, each amount above zero")
    body: dict[str, Any] = head | {"legs": legs}
    if item.take is not None:
        body["take"] = {
            "fen": item.take.amount_fen,
            "sources": [_account(merchant_id, source) for source in item.take.sources],
        }
        if item.take.to is not None:
            body["take"]["to"] = _account(merchant_id, item.take.to)
    if item.pending:
        body |= {"pending": True, "expires_at": item.expires_at}
    return body


def _account(merchant_id: UUID, ref: AccountRef) -> dict[str, Any]:
    if (ref.owner is None) != (CHART[ref.code].owner is Owner.MERCHANT):
        raise MalformedTransfer(f"{ref.code} is kept for a {CHART[ref.code].owner}")
    return {"account": ref.code, "owner": ref.owner or merchant_id}


def _read(item: Item, answer: dict[str, Any] | None) -> Transfer | None:
    if answer is None:
        return None
    said = answer["legs"]
    return Transfer(
        id=UUID(answer["id"]),
        kind=TransferKind(item.kind),
        reference=item.reference,
        phase=Phase(answer["phase"]),
        replayed=answer["replayed"],
        legs=item.legs if isinstance(item, Draft) and said is None else tuple(map(_leg, said)),
    )


def _leg(leg: dict[str, Any]) -> Leg:
    code = AccountCode(leg["account"])
    owner = None if CHART[code].owner is Owner.MERCHANT else UUID(leg["owner"])
    return Leg(AccountRef(code, owner), Side(leg["side"]), leg["fen"])
