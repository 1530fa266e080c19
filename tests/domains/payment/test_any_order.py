"""Whatever the order and number of the provider's words, they end in one state (invariant 5)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.refunds import decide_order_refund
from prepaid.domains.payment.commands.close_payment import close_payment
from prepaid.domains.payment.commands.receive_charge import Misfit, Ourselves, receive_charge
from prepaid.domains.payment.commands.receive_payout import receive_payout
from prepaid.domains.payment.commands.receive_refund import receive_refund
from prepaid.domains.payment.commands.refund_payment import refund_payment
from prepaid.domains.payment.events import PaymentRefunded, PaymentSucceeded, PayoutSucceeded
from prepaid.domains.payment.jobs.checks import verify_ledger, verify_states
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.domains.payment.rules.states import EventSource
from prepaid.kit.ids import uuid7
from prepaid.providers.payments import (
    ChargeState,
    ChargeStatus,
    PayoutState,
    PayoutStatus,
    RefundState,
    RefundStatus,
)
from prepaid.providers.wechat_pay.config import SANDBOX_APPID, SANDBOX_MCHID
from tests.domains.payment.test_payouts import drawable, order
from tests.domains.payment.till import SUB_MERCHANT, Till

OWN = Ourselves(SANDBOX_MCHID, SANDBOX_APPID)
SOURCES = (EventSource.NOTIFICATION, EventSource.QUERY)
EXAMPLES = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
Word = tuple[str, EventSource]


def stream(words: Sequence[str]) -> st.SearchStrategy[list[Word]]:
    """Any of the words, any number of times, from either side, in any order."""
    return st.lists(st.tuples(st.sampled_from(words), st.sampled_from(SOURCES)), max_size=9)


def charge_word(payment: Payment, word: str) -> ChargeStatus:
    facts: dict[str, Any] = {
        "reference": payment.reference,
        "state": ChargeState.PAID if word.startswith("PAID") else ChargeState(word),
        "partner": OWN.partner,
        "payee": SUB_MERCHANT if word != "PAID_TO_ANOTHER" else "1900000999",
        "application": OWN.application,
    }
    if word.startswith("PAID"):
        facts |= {
            "amount_fen": payment.amount_fen - (word == "PAID_TOO_LITTLE"),
            "currency": "CNY",
            "provider_reference": f"42{payment.id.hex[:26]}",
            "paid_at": payment.created_at,
        }
    return ChargeStatus(**facts)


@EXAMPLES
@given(
    words=stream(["PAID", "FAILED", "CLOSED", "UNPAID", "PAID_TOO_LITTLE", "PAID_TO_ANOTHER"]), given_up=st.booleans()
)
async def test_words_about_a_payment(till: Till, words: list[Word], given_up: bool) -> None:
    payment = await till.ask_for(offer=False)
    if given_up:
        await till.do(close_payment, payment_id=payment.id)
    for word, source in words:
        status = charge_word(payment, word)
        try:
            await till.do(receive_charge_of(payment), status=status, source=source)
        except Misfit:
            assert word in ("PAID_TOO_LITTLE", "PAID_TO_ANOTHER")
    row, paid = await till.row(payment), any(word == "PAID" for word, _ in words)
    unpaid = "CLOSED" if given_up else "REQUESTED"
    assert row["state"] == ("CAPTURED" if paid else unpaid)
    assert (row["credited"], row["unapplied_reason"]) == (
        (paid and not given_up),
        "LATE" if paid and given_up else None,
    )
    captures = await till.superuser.fetchval(
        "SELECT count(*) FROM ledger_transfer WHERE kind = 'PAYMENT_CAPTURED' AND reference = $1", str(payment.id)
    )
    refunds = await till.superuser.fetchval("SELECT count(*) FROM payment_refund WHERE payment_id = $1", payment.id)
    assert (captures, refunds) == (int(paid), int(paid and given_up))
    heard = [fact for fact in till.heard(PaymentSucceeded) if fact.payment_id == payment.id]
    assert len(heard) == int(paid and not given_up)
    assert await findings(till) == []


@EXAMPLES
@given(words=stream([state.value for state in RefundState]))
async def test_words_about_a_refund(till: Till, words: list[Word]) -> None:
    payment = await till.ask_for(offer=False)
    paid = charge_word(payment, "PAID")
    await till.do(receive_charge_of(payment), status=paid, source=EventSource.NOTIFICATION)
    row = await ask_back(till, payment, 4_000)
    for word, source in words:
        status = RefundStatus(
            reference=row.reference,
            charge_reference=payment.reference,
            state=RefundState(word),
            payee=SUB_MERCHANT,
            partner=OWN.partner,
            amount_fen=4_000,
            settled_at=payment.created_at,
        )
        await till.do(receive_refund_of(row), status=status, source=source)
    kinds = {word for word, _ in words}
    state = await till.superuser.fetchval("SELECT state FROM payment_refund WHERE id = $1", row.id)
    believed_failure = {("ABNORMAL", EventSource.QUERY), ("CLOSED", EventSource.QUERY)} & set(words)
    if "SUCCEEDED" in kinds:
        assert state == "SUCCEEDED"
    elif believed_failure:
        assert state == "FAILED"
    else:
        assert state == ("PROCESSING" if "PROCESSING" in kinds else "REQUESTED")
    done = "SUCCEEDED" in kinds
    assert (await till.row(payment))["refunded_fen"] == (4_000 if done else 0)
    assert len([fact for fact in till.heard(PaymentRefunded) if fact.payment_refund_id == row.id]) == int(done)
    assert await findings(till) == []


@EXAMPLES
@given(words=stream(["PROCESSING", "AWAITING_PAYEE", "SUCCEEDED", "FAILED", "RETURNED"]))
async def test_words_about_a_payout(till: Till, words: list[Word]) -> None:
    """Failures as notifications tell them: whether they are so, only an answer to a question says."""
    await drawable(till, 1_000)
    row = await order(till, 1_000)
    for word, source in words:
        status = PayoutStatus(
            reference=row.reference,
            state=PayoutState(word),
            source=SUB_MERCHANT,
            partner=OWN.partner,
            amount_fen=1_000,
            settled_at=row.created_at,
        )
        told = EventSource.NOTIFICATION if word == "FAILED" else source
        await till.do(receive_payout_of(row.id), status=status, source=told)
    kinds = {word for word, _ in words}
    state = await till.superuser.fetchval("SELECT state FROM payout WHERE id = $1", row.id)
    order_of = ("RETURNED", "SUCCEEDED", "AWAITING_PAYEE", "PROCESSING")
    assert state == next((each for each in order_of if each in kinds), "REQUESTED")
    paid = bool(kinds & {"SUCCEEDED", "RETURNED"})
    assert len([fact for fact in till.heard(PayoutSucceeded) if fact.payout_id == row.id]) == int(paid)
    assert await findings(till) == []


async def findings(till: Till) -> list[str]:
    """What verify says of payment, on the whole database."""
    found = [*await verify_states(till.superuser), *await verify_ledger(till.superuser)]
    return [str(each) for each in found]


def receive_charge_of(payment: Payment) -> Any:
    async def command(tx: WriteSession, merchant_id: UUID, **what: Any) -> bool:
        return await receive_charge(tx, OWN, merchant_id=merchant_id, payment_id=payment.id, **what)

    return command


def receive_refund_of(row: PaymentRefund) -> Any:
    async def command(tx: WriteSession, merchant_id: UUID, **what: Any) -> bool:
        return await receive_refund(tx, OWN, merchant_id=merchant_id, payment_refund_id=row.id, **what)

    return command


def receive_payout_of(payout_id: UUID) -> Any:
    async def command(tx: WriteSession, merchant_id: UUID, **what: Any) -> bool:
        return await receive_payout(tx, OWN, merchant_id=merchant_id, payout_id=payout_id, **what)

    return command


async def ask_back(till: Till, payment: Payment, amount_fen: int) -> PaymentRefund:
    refund_id = uuid7()

    async def command(tx: WriteSession, merchant_id: UUID) -> PaymentRefund:
        await decide_order_refund(
            tx, merchant_id, refund_id=refund_id, order_id=payment.payable_id, refund_fen=amount_fen, fee_fen=0
        )
        return await refund_payment(
            tx,
            merchant_id=merchant_id,
            payment_id=payment.id,
            refund_id=refund_id,
            amount_fen=amount_fen,
            reason="退卡",
        )

    return await till.do(command)
