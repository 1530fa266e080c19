"""Being paid: offered, captured once, credited once; everything else goes back by itself."""

from datetime import timedelta

import pytest

from prepaid.domains.payment.commands.close_payment import close_payment
from prepaid.domains.payment.commands.request_payment import Payer
from prepaid.domains.payment.errors import (
    AlreadyPaid,
    MerchantCannotCollect,
    PayerUnknown,
    PaymentAmountInvalid,
    PaymentTimeInvalid,
)
from prepaid.domains.payment.events import (
    Payable,
    PaymentClosed,
    PaymentFailed,
    PaymentRefunded,
    PaymentSucceeded,
)
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.payments import PaymentMethod
from tests.domains.identity.cast import shop
from tests.domains.payment.till import UNUSABLE, Till


async def test_a_payment_is_offered_paid_and_credited(till: Till) -> None:
    payable = Payable("TEST", uuid7())
    payment = await till.ask_for(12_345, payable=payable, offer=False)
    assert payment.state == "REQUESTED"
    await till.work()
    row = await till.row(payment)
    assert row["state"] == "READY"
    assert '"paySign"' in row["pay_parameters"]
    await till.provider.pay(payment.reference)

    row = await till.row(payment)
    assert (row["state"], row["credited"], row["unapplied_reason"]) == ("CAPTURED", True, None)
    assert await till.kinds(payment.reference) == ["REQUESTED", "READY", "SUCCEEDED", "CREDITED"]
    (fact,) = till.heard(PaymentSucceeded)
    assert (fact.payable, fact.amount_fen, fact.reference) == (payable, 12_345, payment.reference)
    assert await till.balances() == {"CHANNEL_CLEARING": 12_345, "ORDER_LIABILITY": 12_345}
    assert await till.alerts() == {}


async def test_a_qr_code_is_offered_at_the_counter(till: Till) -> None:
    payment = await till.ask_for(method=PaymentMethod.NATIVE, payer=Payer())
    row = await till.row(payment)
    assert row["code_url"].startswith(till.provider.url)
    assert row["pay_parameters"] is None


async def test_a_lost_notification_is_asked_for(till: Till) -> None:
    await till.provider.odd("LOST")
    payment = await till.paid()
    assert await till.state(payment) == "READY"
    with clock.travel(timedelta(seconds=16)):
        await till.work()
    assert await till.state(payment) == "CAPTURED"
    assert len(till.heard(PaymentSucceeded)) == 1


async def test_the_payers_bank_may_say_no_and_he_tries_again(till: Till) -> None:
    payment = await till.ask_for()
    await till.provider.tell("POST", f"/wechat-pay/charges/{payment.reference}/fail")
    with clock.travel(timedelta(seconds=16)):
        await till.work()
    assert await till.state(payment) == "READY"
    assert len(till.heard(PaymentFailed)) == 1
    await till.provider.pay(payment.reference)
    assert await till.state(payment) == "CAPTURED"


async def test_what_nobody_paid_is_closed_when_its_time_is_over(till: Till) -> None:
    payment = await till.ask_for(minutes=5)
    for minutes in (1, 3, 5, 7):
        with clock.travel(timedelta(minutes=minutes)):
            await till.work()
    assert await till.state(payment) == "CLOSED"
    (fact,) = till.heard(PaymentClosed)
    assert fact.reason == "EXPIRED"
    assert till.provider.provider.books.charges[payment.reference].state == "CLOSED"


async def test_asking_twice_for_the_same_is_one_payment_and_for_something_else_another(till: Till) -> None:
    payable = Payable("TEST", uuid7())
    first = await till.ask_for(payable=payable)
    assert (await till.ask_for(payable=payable)).id == first.id
    second = await till.ask_for(payable=payable, method=PaymentMethod.NATIVE, payer=Payer())
    assert second.id != first.id
    assert await till.state(first) == "CLOSED"
    await till.provider.pay(second.reference)
    with pytest.raises(AlreadyPaid):
        await till.ask_for(payable=payable)


async def test_a_success_after_the_close_goes_back_and_is_told(till: Till) -> None:
    payment = await till.ask_for()
    await till.provider.odd("HELD")
    await till.provider.pay(payment.reference)
    await till.do(close_payment, payment_id=payment.id)
    await till.provider.tell("POST", "/wechat-pay/held")
    await till.provider.provider.notifier.idle()
    await till.work()
    await till.provider.provider.notifier.idle()

    row = await till.row(payment)
    assert (row["state"], row["credited"], row["unapplied_reason"]) == ("REFUNDED", False, "LATE")
    assert till.heard(PaymentSucceeded) == []
    assert len(till.heard(PaymentRefunded)) == 1
    assert await till.balances() == {}
    assert await till.alerts() == {"LATE_SUCCESS": 1}


async def test_a_second_success_of_a_payable_goes_back_and_is_told(till: Till) -> None:
    payable = Payable("TEST", uuid7())
    first = await till.ask_for(payable=payable)
    second = await till.ask_for(payable=payable, method=PaymentMethod.NATIVE, payer=Payer(), offer=False)
    # The first one is replaced, and the provider does not know yet: its payer pays as well.
    await till.superuser.execute("DELETE FROM pgqueuer WHERE entrypoint = 'payment.close'")
    await till.work()
    await till.provider.pay(second.reference)
    await till.provider.pay(first.reference)
    await till.work()
    await till.provider.provider.notifier.idle()
    assert (await till.row(second))["credited"]
    row = await till.row(first)
    assert (row["state"], row["credited"]) == ("REFUNDED", False)
    assert len(till.heard(PaymentSucceeded)) == 1
    assert await till.balances() == {"CHANNEL_CLEARING": 10_000, "ORDER_LIABILITY": 10_000}
    assert await till.alerts() == {"SECOND_SUCCESS": 1}


async def test_what_the_owner_cannot_use_goes_back(till: Till) -> None:
    payment = await till.paid(payable=Payable(UNUSABLE, uuid7()))
    await till.work()
    await till.provider.provider.notifier.idle()
    row = await till.row(payment)
    assert (row["state"], row["unapplied_reason"], row["unapplied_code"]) == (
        "REFUNDED",
        "NOT_APPLICABLE",
        "OPENING_FAILED",
    )
    assert await till.balances() == {}
    assert await till.alerts() == {"NOT_APPLICABLE": 1}


async def test_what_is_paid_cannot_be_closed(till: Till) -> None:
    payment = await till.paid()
    with pytest.raises(AlreadyPaid):
        await till.do(close_payment, payment_id=payment.id)


async def test_closing_at_the_moment_of_paying_hears_of_it(till: Till) -> None:
    """The close reaches a provider that has the money already: it is asked, and the money goes back."""
    payment = await till.ask_for()
    await till.provider.odd("LOST", times=5)
    await till.provider.pay(payment.reference)
    await till.do(close_payment, payment_id=payment.id)
    await till.work()
    row = await till.row(payment)
    assert (row["unapplied_reason"], await till.alerts()) == ("LATE", {"LATE_SUCCESS": 1})


async def test_a_provider_that_refuses_ends_the_payment(till: Till) -> None:
    payment = await till.ask_for(offer=False)
    await till.superuser.execute("UPDATE payment SET sub_merchant_number = repeat('1', 40) WHERE id = $1", payment.id)
    await till.work()
    assert await till.state(payment) == "FAILED"
    (fact,) = till.heard(PaymentClosed)
    assert fact.reason == "REJECTED"
    assert await till.alerts() == {"CHARGE_REFUSED": 1}


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"amount_fen": 0}, PaymentAmountInvalid),
        ({"payer": Payer()}, PayerUnknown),
        ({"minutes": 0}, PaymentTimeInvalid),
        ({"minutes": 1441}, PaymentTimeInvalid),
    ],
    ids=["amount", "payer", "too short", "too long"],
)
async def test_bad_wishes_are_refused(till: Till, changes: dict[str, object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        await till.ask_for(**changes)  # type: ignore[arg-type]
    assert await till.rows("payment") == []


async def test_nobody_collects_for_a_merchant_without_a_number(till: Till) -> None:
    till.merchant = await shop(till.services.database, name="星河舞蹈")
    with pytest.raises(MerchantCannotCollect):
        await till.ask_for()
