"""A thousand notifications, shuffled, over HTTP, many at once: each payment is credited exactly once."""

import asyncio
import random
from collections import Counter
from dataclasses import replace

import httpx
import pytest

from prepaid.domains.payment.commands.close_payment import close_payment
from prepaid.domains.payment.commands.request_payment import Payer
from prepaid.domains.payment.events import Payable, PaymentSucceeded
from prepaid.domains.payment.jobs.checks import verify_ledger, verify_states
from prepaid.domains.payment.models import Payment
from prepaid.kit.ids import uuid7
from prepaid.providers.payments import PaymentMethod
from prepaid.sandbox.wechat_pay.notifier import Notice, notice_of
from prepaid.sandbox.wechat_pay.oddities import OddNotification
from tests.domains.payment.till import Till

HONEST, GIVEN_UP, TWICE = 60, 15, 15
AT_ONCE = 12
NOTIFICATIONS = 1_000
BAD = (
    OddNotification.WRONG_AMOUNT,
    OddNotification.WRONG_PAYEE,
    OddNotification.FORGED,
    OddNotification.STALE,
    OddNotification.WRONG_REFERENCE,
)


async def opened(till: Till, payable: Payable, method: PaymentMethod = PaymentMethod.JSAPI) -> Payment:
    payer = Payer(account_id=uuid7(), openid="o-li") if method is PaymentMethod.JSAPI else Payer()
    return await till.ask_for(random.randint(1, 10**6), payable=payable, method=method, payer=payer, offer=False)


@pytest.mark.slow
async def test_a_thousand_shuffled_notifications(till: Till) -> None:
    honest = [await opened(till, Payable("TEST", uuid7())) for _ in range(HONEST)]
    given_up = [await opened(till, Payable("TEST", uuid7())) for _ in range(GIVEN_UP)]
    payables = [Payable("TEST", uuid7()) for _ in range(TWICE)]
    replaced = [await opened(till, each) for each in payables]
    await till.work()
    replacing = [await opened(till, each, PaymentMethod.NATIVE) for each in payables]
    for each in given_up:
        await till.do(close_payment, payment_id=each.id)
    await till.superuser.execute("DELETE FROM pgqueuer WHERE entrypoint = 'payment.close'")
    await till.work()

    notices = []
    for payment in (*honest, *given_up, *replaced, *replacing):
        charge = till.provider.provider.books.charges[payment.reference]
        till.provider.provider.books.pay(charge)
        notice = notice_of(charge)
        assert notice is not None
        notices.append(notice)
    letters: list[tuple[Notice, OddNotification | None]] = [(notice, None) for notice in notices]
    while len(letters) < NOTIFICATIONS:
        letters.append((random.choice(notices), random.choice((None, None, *BAD))))
    random.shuffle(letters)
    answers = await posted(till, letters)

    genuine = [letter for letter in letters if letter[1] is None]
    assert answers[204] == len(genuine)
    assert set(answers) == {204, 401, 404, 409}
    credited = Counter(fact.payment_id for fact in till.heard(PaymentSucceeded))
    rows = {row["id"]: row for row in await till.rows("payment")}
    assert {payment_id for payment_id, row in rows.items() if row["credited"]} <= credited.keys()
    assert all(rows[payment.id]["credited"] for payment in honest)
    assert not any(rows[payment.id]["credited"] for payment in given_up)
    for first, second in zip(replaced, replacing, strict=True):
        # The one that was replaced is late or second, whatever came first.
        assert (rows[first.id]["credited"], rows[second.id]["credited"]) == (False, True)
    refunds = await till.rows("payment_refund")
    assert {row["payment_id"] for row in refunds} == {each.id for each in (*given_up, *replaced)}
    assert len(refunds) == GIVEN_UP + TWICE
    owed = sum(row["amount_fen"] for row in rows.values() if row["credited"])
    sent_back = sum(row["amount_fen"] for row in refunds)
    assert (await till.balances()) == {
        "CHANNEL_CLEARING": owed + sent_back,
        "ORDER_LIABILITY": owed,
        "REFUND_PAYABLE": sent_back,
    }
    assert [*await verify_states(till.superuser), *await verify_ledger(till.superuser)] == []
    alerts = await till.alerts()
    assert alerts["LATE_SUCCESS"] + alerts["SECOND_SUCCESS"] == GIVEN_UP + TWICE


async def posted(till: Till, letters: list[tuple[Notice, OddNotification | None]]) -> Counter[int]:
    """Status codes of the answers; `AT_ONCE` are on their way at any time."""
    notifier, turn = till.provider.provider.notifier, asyncio.Semaphore(AT_ONCE)

    async def post(client: httpx.AsyncClient, notice: Notice, way: OddNotification | None) -> int:
        async with turn:
            headers, body = notifier.written(replace(notice), way)
            return (await client.post(notice.url, content=body, headers=headers)).status_code

    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        return Counter(await asyncio.gather(*(post(client, notice, way) for notice, way in letters)))
