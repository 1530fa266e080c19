"""Pending transfers that nobody answers run out."""

from datetime import timedelta

import pytest

from prepaid.core.database import WriteSession
from prepaid.core.events import _reactions
from prepaid.core.jobs.registry import jobs, schedules
from prepaid.domains.ledger.commands.expire_pending import expire_pending
from prepaid.domains.ledger.commands.pending import confirm
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.errors import TransferAlreadyResolved
from prepaid.domains.ledger.events import TransferExpired
from prepaid.domains.ledger.jobs.expiry import EXPIRE_PENDING
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, TransferKind, credit, debit
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.ledger.books import Books

KIND = TransferKind.DEPOSIT_PAID


async def sweep(books: Books) -> int:
    async with books.db.write() as tx:
        return await expire_pending(tx)


async def test_what_is_overdue_expires_and_is_told(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[TransferExpired] = []

    async def hear(_: WriteSession, fact: TransferExpired) -> None:
        told.append(fact)

    monkeypatch.setitem(_reactions, TransferExpired, [hear])
    answered, forgotten = uuid7(), uuid7()
    parts = (debit(AccountCode.DEPOSIT_BANK, 5), credit(AccountCode.DEPOSIT, 5))
    for each in (answered, forgotten):
        until = clock.now() + timedelta(hours=1)
        await books.do(book, item=Draft(KIND, str(each), parts, pending=True, expires_at=until))
    await books.do(book, item=Draft(KIND, "for ever", parts, pending=True))
    await books.do(confirm, kind=KIND, reference=answered)
    assert await sweep(books) == 0
    with clock.travel(timedelta(hours=1)):
        assert [await sweep(books), await sweep(books)] == [1, 0]
    assert told == [TransferExpired(books.merchant, KIND, str(forgotten))]
    assert (await books.balances("incoming_fen")) == {"DEPOSIT": 5, "DEPOSIT_BANK": 5}
    with pytest.raises(TransferAlreadyResolved):
        await books.do(confirm, kind=KIND, reference=forgotten)


def test_it_is_done_every_minute() -> None:
    assert EXPIRE_PENDING in jobs()
    assert [each.cron for each in schedules() if each.job == EXPIRE_PENDING] == ["* * * * *"]
