"""Booking: balanced, floored, once, and by nobody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from prepaid.core.actor import SYSTEM, Actor, DbRole
from prepaid.domains.ledger.commands.post import book, post
from prepaid.domains.ledger.errors import (
    InsufficientFunds,
    MalformedTransfer,
    TransferAlreadyResolved,
    TransferReferenceReused,
    TransferUnknown,
)
from prepaid.domains.ledger.rules.chart import CHART, AccountCode, Side
from prepaid.domains.ledger.rules.transfers import (
    AccountRef,
    Draft,
    Leg,
    Phase,
    Resolution,
    Take,
    TransferKind,
    credit,
    debit,
    legs,
)
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.ledger.books import Books

PAID = TransferKind.DEPOSIT_PAID
CONSUMER = Actor(db_role=DbRole.CONSUMER, account_id=uuid7())


def paid(reference: str, amount_fen: int = 100) -> Draft:
    return Draft(
        PAID, reference, (debit(AccountCode.DEPOSIT_BANK, amount_fen), credit(AccountCode.DEPOSIT, amount_fen))
    )


def drawn(reference: str, amount_fen: int, **more: Any) -> Draft:
    parts = (debit(AccountCode.DEPOSIT, amount_fen), credit(AccountCode.PAYOUT_CLEARING, amount_fen))
    return Draft(TransferKind.WITHDRAWAL, reference, parts, **more)


async def test_one_reference_is_booked_once(books: Books) -> None:
    async with books.db.write() as tx:
        first, second = await post(tx, books.merchant, paid("a"), paid("a"))
    assert first
    assert second
    assert (first.replayed, second.replayed, first.phase) == (False, True, Phase.POSTED)
    assert (first.id, set(first.legs)) == (second.id, set(second.legs))
    assert await books.in_step() == {"DEPOSIT": 100, "DEPOSIT_BANK": 100}
    with pytest.raises(TransferReferenceReused):
        await books.do(book, item=paid("a", 101))
    other = replace(books, merchant=uuid7())
    assert not (await other.do(book, item=paid("a", 101))).replayed


async def test_a_pending_transfer_holds_until_it_is_answered(books: Books) -> None:
    await books.do(book, item=paid("a"))
    held = await books.do(book, item=drawn("w", 60, pending=True))
    assert held.phase is Phase.PENDING
    assert await books.balances() == {"DEPOSIT": 100, "DEPOSIT_BANK": 100}
    with pytest.raises(InsufficientFunds) as refused:
        await books.do(book, item=drawn("x", 41))
    assert refused.value.data == {"account": "DEPOSIT", "available_fen": 40}
    done = await books.do(book, item=Resolution(TransferKind.WITHDRAWAL, "w", Phase.POSTED))
    again = await books.do(book, item=Resolution(TransferKind.WITHDRAWAL, "w", Phase.POSTED))
    assert (done.phase, done.replayed, again.replayed, done.id == again.id) == (Phase.POSTED, False, True, True)
    assert await books.in_step() == {"DEPOSIT": 40, "DEPOSIT_BANK": 100, "PAYOUT_CLEARING": 60}
    with pytest.raises(TransferAlreadyResolved) as late:
        await books.do(book, item=Resolution(TransferKind.WITHDRAWAL, "w", Phase.VOIDED))
    assert late.value.data == {"phase": "POSTED"}
    repeated = await books.do(book, item=drawn("w", 60, pending=True))
    assert (repeated.id, repeated.phase, repeated.replayed) == (held.id, Phase.PENDING, True)


async def test_a_batch_may_answer_what_it_began(books: Books) -> None:
    batch = (paid("a"), drawn("w", 60, pending=True), Resolution(TransferKind.WITHDRAWAL, "w", Phase.VOIDED))
    async with books.db.write() as tx:
        *_, answer = await post(tx, books.merchant, *batch, drawn("x", 100))
    assert answer
    assert await books.in_step() == {"DEPOSIT_BANK": 100, "PAYOUT_CLEARING": 100}
    phases = await books.superuser.fetch("SELECT phase FROM ledger_transfer WHERE reference = 'w' ORDER BY id")
    assert [row["phase"] for row in phases] == ["PENDING", "VOIDED"]


@pytest.mark.parametrize("phase", [Phase.POSTED, Phase.VOIDED, Phase.EXPIRED])
async def test_only_a_pending_transfer_can_be_answered(books: Books, phase: Phase) -> None:
    await books.do(book, item=paid("a"))
    with pytest.raises(TransferUnknown):
        await books.do(book, item=Resolution(PAID, "b", phase))
    with pytest.raises(TransferAlreadyResolved):
        await books.do(book, item=Resolution(PAID, "a", phase))


OWNER = uuid7()
MALFORMED: dict[str, Callable[[], Draft]] = {
    "unbalanced": lambda: Draft(PAID, "a", (debit(AccountCode.DEPOSIT_BANK, 2), credit(AccountCode.DEPOSIT, 1))),
    "one leg": lambda: Draft(PAID, "a", (debit(AccountCode.DEPOSIT_BANK, 1),)),
    "no leg": lambda: Draft(PAID, "a"),
    "an account twice": lambda: Draft(
        PAID, "a", (debit(AccountCode.DEPOSIT_BANK, 1), credit(AccountCode.DEPOSIT_BANK, 1))
    ),
    "a negative amount": lambda: Draft(
        PAID, "a", (debit(AccountCode.DEPOSIT_BANK, -1), credit(AccountCode.DEPOSIT, -1))
    ),
    "an owner too few": lambda: Draft(
        PAID, "a", (debit(AccountCode.DEPOSIT_BANK, 1), credit(AccountCode.CARD_LIABILITY, 1))
    ),
    "an owner too many": lambda: Draft(
        PAID, "a", (debit(AccountCode.DEPOSIT_BANK, 1), credit(AccountCode.DEPOSIT, 1, OWNER))
    ),
}


@pytest.mark.parametrize("case", MALFORMED)
async def test_what_is_malformed_is_not_booked(books: Books, case: str) -> None:
    with pytest.raises(MalformedTransfer):
        await books.do(book, item=MALFORMED[case]())
    assert await books.balances() == {}


async def test_a_batch_is_booked_whole_or_not_at_all(books: Books) -> None:
    with pytest.raises(InsufficientFunds):
        async with books.db.write() as tx:
            await post(tx, books.merchant, paid("a"), drawn("w", 101))
    assert await books.balances() == {}
    async with books.db.write() as tx:
        assert await post(tx, books.merchant) == []


async def test_taking_from_several_sources_keeps_their_order(books: Books) -> None:
    await books.do(book, item=paid("a", 70))
    settled, deposit, owed = (
        AccountRef(code)
        for code in (AccountCode.MERCHANT_SETTLED, AccountCode.DEPOSIT, AccountCode.MERCHANT_RECEIVABLE)
    )
    target = (credit(AccountCode.PAYOUT_CLEARING, 100),)
    short = Draft(TransferKind.WITHDRAWAL, "s", target, Take(100, (settled, deposit)))
    with pytest.raises(InsufficientFunds) as refused:
        await books.do(book, item=short)
    assert refused.value.data == {"account": "DEPOSIT", "available_fen": 70}
    taken = await books.do(book, item=replace(short, take=Take(100, (settled, deposit, owed))))
    assert (taken.moved(deposit, Side.DEBIT), taken.moved(owed, Side.DEBIT)) == (70, 30)
    again = await books.do(book, item=replace(short, take=Take(100, (settled, deposit, owed))))
    assert (again.replayed, again.moved(owed, Side.DEBIT)) == (True, 30)


@pytest.mark.parametrize("role", [DbRole.MERCHANT, DbRole.OPERATOR, DbRole.BANK, DbRole.CONSUMER, DbRole.WORKER])
async def test_whoever_acts_the_ledger_is_written_by_its_function(books: Books, role: DbRole) -> None:
    own = books.merchant if role is DbRole.MERCHANT else None
    actor = replace(SYSTEM, db_role=role, merchant_id=own, merchant_ids=(books.merchant,))
    await books.do(book, item=paid("a"), actor=actor)
    async with books.db.write(actor) as tx:
        await book(tx, books.merchant, paid("b"))
        assert await (await tx.raw()).fetchval("SELECT current_user") == role
    writes = [] if role is DbRole.WORKER else ["UPDATE ledger_account SET balance_fen = balance_fen"]
    writes += [f"UPDATE {table} SET merchant_id = merchant_id" for table in ("ledger_transfer", "ledger_posting")]
    writes += [f"DELETE FROM {table}" for table in ("ledger_account", "ledger_transfer", "ledger_posting")]
    for write in writes:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with books.db.write(actor) as tx:
                await (await tx.raw()).execute(write)


@pytest.mark.parametrize("role", [DbRole.MERCHANT, DbRole.OPERATOR])
async def test_another_merchants_ledger_is_closed(books: Books, role: DbRole) -> None:
    own = uuid7()
    actor = replace(SYSTEM, db_role=role, merchant_id=own if role is DbRole.MERCHANT else None, merchant_ids=(own,))
    with pytest.raises(MalformedTransfer, match="another tenant"):
        await books.do(book, item=paid("a"), actor=actor)


@pytest.mark.parametrize("table", ["ledger_transfer", "ledger_posting"])
async def test_nothing_booked_is_ever_changed(books: Books, table: str) -> None:
    await books.do(book, item=paid("a"))
    for statement in (f"UPDATE {table} SET amount_fen = 1", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="never changed"):
            await books.superuser.execute(statement)


@pytest.mark.parametrize(
    "change",
    ["balance_fen = balance_fen + 1", "outgoing_fen = 101", "incoming_fen = -1", "credits_fen = 99, balance_fen = 99"],
)
async def test_the_database_repeats_the_rules(books: Books, change: str) -> None:
    await books.do(book, item=paid("a"))
    await books.do(book, item=drawn("w", 100, pending=True))
    with pytest.raises(asyncpg.CheckViolationError):
        await books.superuser.execute(f"UPDATE ledger_account SET {change} WHERE code = 'DEPOSIT'")


async def test_instants_are_the_clocks_and_the_databases(books: Books) -> None:
    at = clock.now() - timedelta(days=400)
    with clock.freeze(at):
        await books.do(book, item=paid("a"))
    row = await books.superuser.fetchrow("SELECT *, clock_timestamp() - recorded_at AS age FROM ledger_transfer")
    assert (row["effective_at"], row["accounting_day"]) == (at, clock.shanghai_day(at))
    assert timedelta(0) < row["age"] < timedelta(hours=1)


async def test_the_chart_in_the_database_is_the_one_in_code(books: Books) -> None:
    rows = await books.superuser.fetch("SELECT code, account_class, side, owner, floor_rule, zh, en FROM ledger_chart")
    assert {row["code"]: tuple(row)[1:] for row in rows} == {
        code: (kind.account_class, kind.side, kind.owner, kind.floor, kind.zh, kind.en) for code, kind in CHART.items()
    }


def test_legs_of_nothing_are_left_out() -> None:
    account = AccountRef(AccountCode.DEPOSIT)
    some, none = Leg(account, Side.DEBIT, 1), Leg(account, Side.DEBIT, 0)
    assert legs(some, none) == (some,)


def test_every_account_is_kept_for_somebody() -> None:
    assert CHART.keys() == set(AccountCode)
