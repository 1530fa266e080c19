"""Deposits with real payments: paid at the cashier, deducted for a case, waived by two, short and paused."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

import prepaid.app  # noqa: F401 - all reactions
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.commands.reject_change import reject_change
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.ledger.commands.deposits import pay_deposit
from prepaid.domains.ledger.commands.refunds import decide_refund
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.commands.create_merchant_type import create_merchant_type
from prepaid.domains.merchants.commands.deduct_from_deposit import deduct_for_case, propose_deduction
from prepaid.domains.merchants.commands.publish_merchant_type import publish_merchant_type
from prepaid.domains.merchants.commands.request_deposit_payment import (
    cancel_deposit_payment,
    request_deposit_payment,
)
from prepaid.domains.merchants.commands.waive_deposit import end_waiver, propose_waiver
from prepaid.domains.merchants.errors.deposits import (
    DebtTooSmall,
    DepositAmountInvalid,
    DepositAmountTooSmall,
    DepositCaseMissing,
    DepositNothingDue,
    DepositTooSmall,
    WaiverEnded,
    WaiverExceedsDeposit,
    WaiverInvalid,
)
from prepaid.domains.merchants.jobs.deposit_checks import verify_deposits
from prepaid.domains.merchants.jobs.deposits import DAY
from prepaid.domains.merchants.models import Deposit, DepositPayment
from prepaid.domains.merchants.rules.deposits import DeductionPurpose
from prepaid.domains.merchants.rules.type_terms import TypeTerms
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import BANK, do, document, member, node, platform, role
from tests.domains.ledger.books import Books, terms
from tests.domains.payment.till import Till, open_till

DUE = 1_000_000
WHY = "消费者投诉已经查实"
CODES = ("deposit.deduct", "deposit.waive", "deposit.approve")
LENDER = document(
    "lender",
    "BANK",
    [node("deposit.read", "PAGE"), *(node(code, "ACTION", "deposit.read") for code in CODES)],
    [role("all", *CODES, "deposit.read")],
)
TERMS = TypeTerms(deposit_base_fen=DUE, deposit_balance_bps=500, deposit_cap_fen=5_000_000, deposit_grace_days=15)


@dataclass
class Vault:
    """One merchant whose deposit is due, and two people of the bank."""

    till: Till
    maker: Actor
    checker: Actor

    async def act(self, command: Any, *, actor: Actor = BANK, **inputs: Any) -> Any:
        return await do(self.till.services.database, actor, command, merchant_id=self.till.merchant.id, **inputs)

    async def assess(self) -> Deposit:
        async def run(tx: WriteSession) -> Deposit:
            return await assess_deposit(tx, self.till.merchant.id)

        return await self.till.services.database.run(BANK, run)

    async def state(self) -> str:
        return (await self.assess()).state

    async def ask(self, amount_fen: int | None = None) -> DepositPayment:
        row: DepositPayment = await self.act(request_deposit_payment, amount_fen=amount_fen)
        await self.till.work()
        return row

    async def reference(self, row: DepositPayment) -> str:
        return str(
            await self.till.superuser.fetchval(
                "SELECT reference FROM payment WHERE payable_id = $1 ORDER BY id DESC", row.id
            )
        )

    async def pay(self, amount_fen: int | None = None) -> DepositPayment:
        row = await self.ask(amount_fen)
        await self.till.provider.pay(await self.reference(row))
        return row

    async def paid_in(self, amount_fen: int = DUE) -> None:
        """Money that is at the bank already."""
        await self.till.do(pay_deposit, deposit_payment_id=uuid7(), amount_fen=amount_fen)
        await self.assess()

    async def decide(self, change: ChangeRequest, *, yes: bool = True) -> None:
        which = {"tenant": change.merchant_id, "change_id": change.id}
        db = self.till.services.database
        if yes:
            await do(db, self.checker, approve_change, **which, payload_hash=change.payload_hash)
        else:
            await do(db, self.checker, reject_change, **which, reason="证据不足，不予扣划")

    async def propose(self, amount_fen: int, purpose: DeductionPurpose = DeductionPurpose.COMPENSATION) -> Any:
        asked = {"amount_fen": amount_fen, "purpose": purpose, "case_number": "AS-0001", "reason": WHY}
        return await self.act(propose_deduction, actor=self.maker, **asked)

    async def new_day(self) -> None:
        """The daily job, at the clock's present."""
        async with self.till.services.database.write() as tx:
            await enqueue(tx, DAY, payload={})
        await self.till.work()

    async def findings(self) -> list[str]:
        connection = await asyncpg.connect(self.till.admin_url)
        try:
            return [str(each) for each in await verify_deposits(connection)]
        finally:
            await connection.close()


@pytest.fixture
async def vault(app_database_url: str, fresh_database: str, superuser: asyncpg.Connection) -> AsyncIterator[Vault]:
    async with open_till(app_database_url, fresh_database, superuser) as till:
        db = till.services.database
        bank = await platform(db, LENDER)
        maker, checker = [await member(db, bank, "all") for _ in range(2)]
        version = await do(db, BANK, create_merchant_type, code="rink", name_zh="滑冰馆", name_en="Rink", terms=TERMS)
        await do(db, BANK, publish_merchant_type, type_id=version.type_id)

        async def begin(tx: WriteSession) -> Deposit:
            return await assess_deposit(tx, till.merchant.id, type_version_id=version.id)

        await db.run(BANK, begin)
        yield Vault(till, *(replace(each, session_id=uuid7()) for each in (maker, checker)))


async def test_the_first_deposit_is_paid_at_the_cashier_and_its_cash_follows_the_next_day(vault: Vault) -> None:
    assert await vault.state() == "UNPAID"
    row = await vault.pay()
    assert (row.amount_fen, row.kind) == (DUE, "INITIAL")
    assert await vault.state() == "SATISFIED"
    assert await vault.till.balances() == {"CHANNEL_CLEARING": DUE, "DEPOSIT": DUE}
    with clock.travel(timedelta(days=1, hours=10)):
        await vault.till.work()
    assert await vault.till.balances() == {"DEPOSIT_BANK": DUE, "DEPOSIT": DUE}
    assert await vault.findings() == []


async def test_the_first_payment_is_whole_and_a_later_one_is_a_top_up(vault: Vault) -> None:
    with pytest.raises(DepositAmountTooSmall):
        await vault.ask(DUE - 1)
    with pytest.raises(DepositAmountInvalid):
        await vault.ask(0)
    await vault.pay()
    with pytest.raises(DepositNothingDue):
        await vault.ask()
    assert (await vault.pay(5_000)).kind == "TOP_UP"
    assert (await vault.till.balances())["DEPOSIT"] == DUE + 5_000


async def test_another_amount_replaces_the_open_request_and_a_payment_of_the_old_one_goes_back(vault: Vault) -> None:
    first = await vault.ask()
    again = await vault.ask()
    assert again.id == first.id
    old = await vault.reference(first)
    second = await vault.ask(DUE + 1)
    assert second.id != first.id
    rows = {row["id"]: row["state"] for row in await vault.till.rows("deposit_payment")}
    assert rows == {first.id: "CLOSED", second.id: "REQUESTED"}
    assert await vault.till.superuser.fetchval("SELECT state FROM payment WHERE reference = $1", old) == "CLOSED"


async def test_a_request_that_nobody_pays_is_over(vault: Vault) -> None:
    row = await vault.ask()
    with clock.travel(timedelta(hours=3)):
        await vault.till.work()
        await vault.till.work()
        (stored,) = await vault.till.rows("deposit_payment")
        assert (stored["id"], stored["state"]) == (row.id, "CLOSED")
    third = await vault.ask()
    await vault.act(cancel_deposit_payment, deposit_payment_id=third.id)
    assert {row["state"] for row in await vault.till.rows("deposit_payment")} == {"CLOSED"}


async def test_a_deduction_is_frozen_until_a_second_person_agrees(vault: Vault) -> None:
    await vault.paid_in()
    assert await vault.state() == "SATISFIED"
    change = await vault.propose(400_000)
    (row,) = await vault.till.rows("deposit_deduction")
    assert (row["state"], row["case_number"]) == ("FROZEN", "AS-0001")
    with pytest.raises(DepositTooSmall):
        await vault.propose(600_001)
    assert await vault.state() == "SATISFIED"
    await vault.decide(change)
    (row,) = await vault.till.rows("deposit_deduction")
    assert row["state"] == "DONE"
    balances = await vault.till.balances()
    assert (balances["DEPOSIT"], balances["REFUND_PAYABLE"]) == (600_000, 400_000)
    assert await vault.state() == "GRACE"
    assert await vault.findings() == []


async def test_a_deduction_that_is_refused_is_free_again(vault: Vault) -> None:
    await vault.paid_in()
    await vault.decide(await vault.propose(400_000), yes=False)
    (row,) = await vault.till.rows("deposit_deduction")
    assert row["state"] == "RELEASED"
    held = await vault.till.superuser.fetchrow("SELECT * FROM ledger_account WHERE code = 'DEPOSIT'")
    assert (held["balance_fen"], held["outgoing_fen"]) == (DUE, 0)
    assert await vault.findings() == []


async def test_a_deduction_names_its_case_and_no_more_than_there_is(vault: Vault) -> None:
    await vault.paid_in()
    which: dict[str, Any] = {"amount_fen": 1, "purpose": DeductionPurpose.COMPENSATION, "reason": WHY}
    with pytest.raises(DepositCaseMissing):
        await vault.act(propose_deduction, actor=vault.maker, case_number=" ", **which)
    with pytest.raises(DebtTooSmall):
        await vault.propose(1, DeductionPurpose.DEBT)
    refund = uuid7()
    case: dict[str, Any] = {"amount_fen": 300, "case_number": "AS-2", "refund_id": refund, "reason": WHY}
    row = await vault.act(deduct_for_case, **case)
    assert (row.state, row.refund_id) == ("DONE", refund)


async def test_a_shortfall_is_told_then_pauses_and_ends_with_the_top_up(vault: Vault) -> None:
    await vault.paid_in()
    await vault.assess()
    await vault.act(deduct_for_case, amount_fen=1, case_number="AS-3", refund_id=uuid7(), reason=WHY)
    deposit = await vault.assess()
    assert deposit.state == "GRACE"
    assert deposit.grace_until == clock.today_shanghai() + timedelta(days=15)
    with clock.travel(timedelta(days=15)):
        await vault.new_day()
        assert await vault.state() == "GRACE"
    with clock.travel(timedelta(days=16)):
        await vault.new_day()
        assert (await vault.till.rows("deposit"))[0]["state"] == "PAUSED"
        await vault.paid_in(1)
        assert await vault.state() == "SATISFIED"
    kinds = {row["action"] for row in await vault.till.superuser.fetch("SELECT action FROM audit_event")}
    assert {"deposit.state_changed", "deposit.deducted"} <= kinds


async def test_a_refund_that_takes_of_the_deposit_leaves_it_short(vault: Vault) -> None:
    await vault.paid_in()
    await vault.assess()
    books = Books(vault.till.services.database, vault.till.superuser, vault.till.merchant.id)
    shares = terms(0)
    await books.sell(shares, 1_000)
    await books.settle_cash()
    # The merchant has drawn nothing; a refund above the principal takes the rest of the deposit.
    await books.do(decide_refund, terms=shares, refund_id=uuid7(), principals_fen=[1_000], refund_fen=1_500, fee_fen=0)
    (row,) = await vault.till.rows("deposit")
    assert row["state"] == "GRACE"
    assert await vault.findings() == []


async def test_the_prepaid_balance_raises_what_is_due(vault: Vault) -> None:
    await vault.paid_in()
    books = Books(vault.till.services.database, vault.till.superuser, vault.till.merchant.id)
    await books.sell(terms(10_000), 10_001)
    deposit = await vault.assess()
    assert (deposit.balance_part_fen, deposit.required_fen, deposit.state) == (501, DUE + 501, "GRACE")


async def test_a_waiver_takes_two_and_ends(vault: Vault) -> None:
    until = clock.today_shanghai() + timedelta(days=90)
    asked = {"amount_fen": 400_000, "valid_until": until, "reason": WHY}
    change = await vault.act(propose_waiver, actor=vault.maker, **asked)
    assert (await vault.assess()).waived_fen == 0
    await vault.decide(change)
    deposit = await vault.assess()
    assert (deposit.waived_fen, deposit.due_fen) == (400_000, 600_000)
    await vault.paid_in(600_000)
    assert await vault.state() == "SATISFIED"
    with clock.travel(timedelta(days=91)):
        await vault.new_day()
        (row,) = await vault.till.rows("deposit")
        assert (row["state"], row["due_fen"]) == ("GRACE", DUE)
        (waiver,) = await vault.till.rows("deposit_waiver")
        assert waiver["end_reason"] == "EXPIRED"
        with pytest.raises(WaiverEnded):
            await vault.act(end_waiver, waiver_id=waiver["id"], reason=WHY)


@pytest.mark.parametrize(
    ("amount_fen", "days", "refusal"),
    [(DUE + 1, 9, WaiverExceedsDeposit), (0, 9, DepositAmountInvalid), (1, 0, WaiverInvalid), (1, 400, WaiverInvalid)],
    ids=["more-than-due", "nothing", "today", "too-long"],
)
async def test_a_waiver_that_makes_no_sense_is_refused(
    vault: Vault, amount_fen: int, days: int, refusal: type[Exception]
) -> None:
    asked = {"amount_fen": amount_fen, "valid_until": clock.today_shanghai() + timedelta(days=days), "reason": WHY}
    with pytest.raises(refusal):
        await vault.act(propose_waiver, actor=vault.maker, **asked)


@pytest.mark.parametrize(
    ("corrupt", "named"),
    [
        ("UPDATE deposit SET base_fen = base_fen + 9, required_fen = required_fen + 9, due_fen = due_fen + 9", "holds"),
        ("UPDATE deposit_payment SET amount_fen = amount_fen + 1", "is not in the ledger"),
        ("UPDATE deposit_deduction SET state = 'RELEASED'", "says RELEASED"),
        ("DELETE FROM deposit_deduction", "for no case"),
    ],
    ids=["state", "payment", "deduction", "lost-row"],
)
async def test_verify_names_a_planted_corruption(vault: Vault, corrupt: str, named: str) -> None:
    await vault.pay()
    await vault.paid_in(1)
    await vault.act(deduct_for_case, amount_fen=1, case_number="AS-4", refund_id=uuid7(), reason=WHY)
    assert await vault.findings() == []
    await vault.till.superuser.execute(corrupt)
    assert any(named in each for each in await vault.findings())
