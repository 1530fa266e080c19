"""What ordering, redemption and after-sales will do, as small as it can be: it drives the money core under faults.

Runs inside the product's server, behind `/till`; each act has the caller's key and may be repeated.
"""

import asyncio
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, Router

from prepaid.core.actor import SYSTEM
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import Unavailable
from prepaid.core.events import reacts_to
from prepaid.core.settings import settings
from prepaid.domains.custody.commands.cancel_release import cancel_release
from prepaid.domains.custody.commands.load import load
from prepaid.domains.custody.commands.open_wallet import open_wallet
from prepaid.domains.custody.commands.refund import refund as refund_from_custody
from prepaid.domains.custody.commands.reverse_release import reverse_release
from prepaid.domains.custody.commands.schedule_release import schedule_release
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ledger.commands.redemptions import book_redemption
from prepaid.domains.ledger.commands.refunds import decide_refund
from prepaid.domains.ledger.commands.undo_redemption import undo_redemption
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.shares import Consumed, Terms, Undone
from prepaid.domains.payment.commands.pay_out import PayoutWish, pay_out
from prepaid.domains.payment.commands.refund_payment import refund_payment
from prepaid.domains.payment.commands.request_payment import Payer, request_payment
from prepaid.domains.payment.events import Cause, Payable, PaymentSucceeded
from prepaid.domains.payment.rules.payouts import OwnAccount, WithdrawalPayout
from prepaid.kit import clock
from prepaid.providers.payments import PaymentMethod

KIND: Final = "STORM"
CUSTODY_BPS, HOLDBACK_BPS = 4_000, 1_000
UNDO_WINDOW: Final = timedelta(seconds=1)
TABLES: Final = """
CREATE SCHEMA till;
CREATE TABLE till.card (
  contract uuid PRIMARY KEY, shop uuid NOT NULL, payment uuid NOT NULL,
  left_fen bigint NOT NULL CHECK (left_fen >= 0), refund uuid);
CREATE TABLE till.visit (
  key uuid PRIMARY KEY, contract uuid NOT NULL, before_fen bigint NOT NULL, value_fen bigint NOT NULL,
  undone boolean NOT NULL DEFAULT false);
GRANT USAGE ON SCHEMA till TO app_worker;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA till TO app_worker;
"""
Answer = dict[str, Any]


def terms_of(contract: UUID) -> Terms:
    return Terms(contract, CUSTODY_BPS, HOLDBACK_BPS)


@reacts_to(PaymentSucceeded)
async def open_card(tx: WriteSession, fact: PaymentSucceeded) -> None:
    """A payment opens a card in the transaction in which it succeeds."""
    if fact.payable.kind != KIND:
        return
    shop, contract = fact.merchant_id, fact.payable.id
    await apply_to_card(
        tx,
        shop,
        terms=terms_of(contract),
        funding_id=fact.payment_id,
        order_id=contract,
        lots_fen=[fact.amount_fen],
    )
    where: dict[str, Any] = {"merchant_id": shop, "contract_id": contract}
    await open_wallet(tx, SYSTEM, **where, custody_bps=CUSTODY_BPS, holdback_bps=HOLDBACK_BPS)
    await load(tx, SYSTEM, **where, funding_id=fact.payment_id)
    statement = text(
        "INSERT INTO till.card (contract, shop, payment, left_fen) VALUES (:contract, :shop, :payment, :fen)"
    )
    values = {"contract": contract, "shop": shop, "payment": fact.payment_id, "fen": fact.amount_fen}
    await tx.execute(statement, values)


async def buy(tx: WriteSession, shop: UUID, contract: UUID, body: Answer) -> Answer:
    """Ask for a payment; asked again, it is the same payment."""
    if await _card(tx, contract) is not None:
        return {"paid": True}
    payment = await request_payment(
        tx,
        merchant_id=shop,
        payable=Payable(KIND, contract),
        amount_fen=body["fen"],
        description="次卡",
        method=PaymentMethod.NATIVE,
        payer=Payer(),
        expires_at=clock.now() + timedelta(hours=1),
    )
    return {"paid": False, "reference": payment.reference, "state": payment.state}


async def redeem(tx: WriteSession, shop: UUID, contract: UUID, body: Answer) -> Answer:
    """Perform up to `fen` of what is left; the key is the redemption's id."""
    card, key = await _card(tx, contract), UUID(body["key"])
    known = (await tx.execute(text("SELECT value_fen FROM till.visit WHERE key = :key"), {"key": key})).scalar()
    value = min(body["fen"], card.left_fen) if card else 0
    if known is not None or card is None or card.refund is not None or value == 0:
        return {"value_fen": known or 0}
    lots = [Consumed(card.left_fen, value)]
    await book_redemption(tx, shop, terms=terms_of(contract), redemption_id=key, lots=lots)
    await schedule_release(
        tx,
        SYSTEM,
        merchant_id=shop,
        contract_id=contract,
        redemption_id=key,
        not_before=clock.now() + UNDO_WINDOW,
    )
    statement = text(
        "INSERT INTO till.visit (key, contract, before_fen, value_fen) VALUES (:key, :contract, :before, :value)"
    )
    await tx.execute(statement, {"key": key, "contract": contract, "before": card.left_fen, "value": value})
    await _leave(tx, contract, card.left_fen - value)
    return {"value_fen": value}


async def undo(tx: WriteSession, shop: UUID, contract: UUID, body: Answer) -> Answer:
    """Take a redemption back, whether its money has been released or not."""
    card, key = await _card(tx, contract), UUID(body["key"])
    visit = (await tx.execute(text("SELECT * FROM till.visit WHERE key = :key"), {"key": key})).first()
    if visit is None or visit.undone or card is None or card.refund is not None:
        return {"undone": visit is not None and visit.undone}
    which: dict[str, Any] = {"merchant_id": shop, "contract_id": contract, "redemption_id": key}
    sent = await cancel_release(tx, SYSTEM, **which)
    lots = [Undone(visit.before_fen, visit.value_fen, card.left_fen)]
    await undo_redemption(tx, shop, terms=terms_of(contract), redemption_id=key, lots=lots, released=sent)
    await reverse_release(tx, SYSTEM, **which)
    await tx.execute(text("UPDATE till.visit SET undone = true WHERE key = :key"), {"key": key})
    await _leave(tx, contract, card.left_fen + visit.value_fen)
    return {"undone": True}


async def refund(tx: WriteSession, shop: UUID, contract: UUID, body: Answer) -> Answer:
    """Give back all that is left, out of custody and through the channel."""
    card, key = await _card(tx, contract), UUID(body["key"])
    if card is None or card.refund is not None or card.left_fen == 0:
        return {"refunded": card is not None and card.refund == key}
    await decide_refund(
        tx,
        shop,
        terms=terms_of(contract),
        refund_id=key,
        principals_fen=[card.left_fen],
        refund_fen=card.left_fen,
        fee_fen=0,
    )
    await refund_from_custody(tx, SYSTEM, merchant_id=shop, contract_id=contract, refund_id=key, ends_contract=True)
    await refund_payment(
        tx, merchant_id=shop, payment_id=card.payment, refund_id=key, amount_fen=card.left_fen, reason="退卡"
    )
    statement = text("UPDATE till.card SET left_fen = 0, refund = :key WHERE contract = :contract")
    await tx.execute(statement, {"key": key, "contract": contract})
    return {"refunded": True}


async def withdraw(tx: WriteSession, shop: UUID, _: UUID, body: Answer) -> Answer:
    """The merchant draws money that it may draw."""
    wish = PayoutWish(
        cause=Cause(KIND, UUID(body["key"])),
        purpose=WithdrawalPayout(body["fen"], 0),
        to=OwnAccount(),
        amount_fen=body["fen"],
        remark="提现",
    )
    payout = await pay_out(tx, DataKeys(KeyRing.from_settings(settings())), merchant_id=shop, wish=wish)
    return {"reference": payout.reference}


async def _card(tx: WriteSession, contract: UUID) -> Any:
    statement = text("SELECT * FROM till.card WHERE contract = :contract FOR UPDATE")
    return (await tx.execute(statement, {"contract": contract})).first()


async def _leave(tx: WriteSession, contract: UUID, fen: int) -> None:
    statement = text("UPDATE till.card SET left_fen = :fen WHERE contract = :contract")
    await tx.execute(statement, {"fen": fen, "contract": contract})


ACTS: Final = {"buy": buy, "redeem": redeem, "undo": undo, "refund": refund, "withdraw": withdraw}


class Till:
    """The acts over HTTP: `POST /till/<act> {"shop", "contract", …}`."""

    def __init__(self) -> None:
        self._database: Database | None = None
        self._opening = asyncio.Lock()
        self.app = Router([Route("/till/{act}", self.answer, methods=["POST"])])

    async def answer(self, request: Request) -> Response:
        """200 with what was done, now or before; 409 when there is not enough; 503 when the database is away."""
        body = await request.json()
        act, shop, contract = ACTS[request.path_params["act"]], UUID(body["shop"]), UUID(body["contract"])
        try:
            database = await self._open()
            done = await database.run(SYSTEM, lambda tx: act(tx, shop, contract, body))
        except InsufficientFunds as refusal:
            return JSONResponse(dict(refusal.data), 409)
        except (OSError, Unavailable, SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            return JSONResponse({"error": repr(error)}, 503)
        return JSONResponse(done)

    async def _open(self) -> Database:
        async with self._opening:
            if self._database is None:
                url = settings().database_url
                assert url is not None
                database = Database(url, pool_size=8)
                await database.open()
                self._database = database
        return self._database
