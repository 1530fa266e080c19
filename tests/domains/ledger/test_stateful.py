"""Random histories against a model: what is free, what is held, what was booked under which reference."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import asyncpg
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings as product_settings
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.errors import InsufficientFunds, TransferAlreadyResolved, TransferReferenceReused
from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.domains.ledger.rules.transfers import AccountRef as Ref
from prepaid.domains.ledger.rules.transfers import Draft, Leg, Phase, Resolution, TransferKind
from prepaid.kit.ids import uuid7

KIND = TransferKind.WITHDRAWAL
CODES = (AccountCode.MERCHANT_DRAWABLE, AccountCode.MERCHANT_SETTLED, AccountCode.DEPOSIT)
PLACES = st.integers(0, 2)
AMOUNTS = st.integers(1, 120)
STATES = """SELECT code, balance_fen, outgoing_fen, incoming_fen FROM ledger_account
WHERE merchant_id = $1 AND code = ANY($2)"""


def draft(reference: str, source: int, target: int, amount: int, *, pending: bool = False) -> Draft:
    parts = (Leg(Ref(CODES[source]), Side.DEBIT, amount), Leg(Ref(CODES[target]), Side.CREDIT, amount))
    return Draft(KIND, reference, parts, pending=pending)


class Ledger(RuleBasedStateMachine):
    """Three accounts of a merchant with 100 fen each, moved between one another."""

    run: Callable[[Awaitable[Any]], Any]
    db: Database
    superuser: asyncpg.Connection
    booked = Bundle("booked")
    held = Bundle("held")

    @initialize()
    def begin(self) -> None:
        self.merchant: UUID = uuid7()
        self.free = dict.fromkeys(CODES, 100)
        self.out = dict.fromkeys(CODES, 0)
        self.coming = dict.fromkeys(CODES, 0)
        for code in CODES:
            paid = (Leg(Ref(AccountCode.SETTLEMENT_BANK), Side.DEBIT, 100), Leg(Ref(code), Side.CREDIT, 100))
            self.do(Draft(TransferKind.DEPOSIT_PAID, code, paid))

    def do(self, item: Draft | Resolution) -> Any:
        return self.run(self.db.run(SYSTEM, lambda tx: book(tx, self.merchant, item)))

    def outcome(self, item: Draft | Resolution) -> str:
        try:
            return "replayed" if self.do(item).replayed else "booked"
        except (InsufficientFunds, TransferAlreadyResolved, TransferReferenceReused) as refusal:
            return refusal.code

    def moved(self, source: int, target: int, amount: int) -> None:
        self.free[CODES[source]] -= amount
        self.free[CODES[target]] += amount

    @rule(target=booked, source=PLACES, step=st.integers(1, 2), amount=AMOUNTS)
    def pay(self, source: int, step: int, amount: int) -> Draft | None:
        target = (source + step) % 3
        item, enough = draft(uuid7().hex, source, target, amount), self.free[CODES[source]] >= amount
        assert self.outcome(item) == ("booked" if enough else "INSUFFICIENT_FUNDS")
        if enough:
            self.moved(source, target, amount)
        return item if enough else None

    @rule(target=held, source=PLACES, step=st.integers(1, 2), amount=AMOUNTS)
    def hold(self, source: int, step: int, amount: int) -> tuple[str, int, int, int] | None:
        target, reference = (source + step) % 3, uuid7().hex
        enough = self.free[CODES[source]] >= amount
        item = draft(reference, source, target, amount, pending=True)
        assert self.outcome(item) == ("booked" if enough else "INSUFFICIENT_FUNDS")
        if not enough:
            return None
        self.free[CODES[source]] -= amount
        self.out[CODES[source]] += amount
        self.coming[CODES[target]] += amount
        return reference, source, target, amount

    @rule(each=consumes(held), phase=st.sampled_from([Phase.POSTED, Phase.VOIDED, Phase.EXPIRED]))
    def answer(self, each: tuple[str, int, int, int] | None, phase: Phase) -> None:
        if each is None:
            return
        reference, source, target, amount = each
        assert self.outcome(Resolution(KIND, reference, phase)) == "booked"
        self.out[CODES[source]] -= amount
        self.coming[CODES[target]] -= amount
        self.free[CODES[target if phase is Phase.POSTED else source]] += amount
        assert self.outcome(Resolution(KIND, reference, phase)) == "replayed"
        other = Phase.VOIDED if phase is Phase.POSTED else Phase.POSTED
        assert self.outcome(Resolution(KIND, reference, other)) == "TRANSFER_ALREADY_RESOLVED"

    @rule(item=booked)
    def repeat(self, item: Draft | None) -> None:
        if item is not None:
            assert self.outcome(item) == "replayed"

    @rule(item=booked, amount=AMOUNTS)
    def contradict(self, item: Draft | None, amount: int) -> None:
        if item is not None:
            other = Draft(KIND, item.reference, tuple(Leg(e.account, e.side, e.amount_fen + amount) for e in item.legs))
            assert self.outcome(other) == "TRANSFER_REFERENCE_REUSED"

    @rule(source=PLACES, amount=AMOUNTS)
    def race(self, source: int, amount: int) -> None:
        async def both() -> list[Any]:
            items = [draft(uuid7().hex, source, (source + 1) % 3, amount) for _ in range(2)]
            runs = [self.db.run(SYSTEM, lambda tx, i=item: book(tx, self.merchant, i)) for item in items]  # type: ignore[misc]
            return await asyncio.gather(*runs, return_exceptions=True)

        done = sum(not isinstance(each, Exception) for each in self.run(both()))
        assert done == min(2, self.free[CODES[source]] // amount)
        self.moved(source, (source + 1) % 3, done * amount)

    @invariant()
    def the_accounts_are_as_in_the_model(self) -> None:
        if not hasattr(self, "free"):
            return
        rows = self.run(self.superuser.fetch(STATES, self.merchant, list(CODES)))
        found = {row["code"]: tuple(row)[1:] for row in rows}
        assert found == {
            code: (self.free[code] + self.out[code], self.out[code], self.coming[code]) for code in self.free
        }


def test_any_history_agrees_with_the_model(fresh_database: str) -> None:
    def play() -> None:
        with asyncio.Runner() as runner:
            run = runner.run
            db = Database(app_url(fresh_database, product_settings().app_database_password.get_secret_value()))
            run(db.open())
            superuser = run(asyncpg.connect(fresh_database))
            machine = type("Machine", (Ledger,), {"run": staticmethod(run), "db": db, "superuser": superuser})
            run_state_machine_as_test(
                machine,
                settings=settings(
                    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
                ),
            )
            run(superuser.close())
            run(db.close())

    with ThreadPoolExecutor(1) as pool:
        pool.submit(play).result()
