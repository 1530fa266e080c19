"""Payment through GraphQL: what the bank looks after, what a merchant and a payer see, what nobody else may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from prepaid.core.actor import Actor, DbRole, Via, intern_grants
from prepaid.domains.payment.commands.request_payment import Payer
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.payments import PaymentMethod
from tests.domains.identity.cast import account, document, member, node, platform, role, shop
from tests.domains.identity.graphql import Graph, gid, stepped_up
from tests.domains.payment.test_refunds import refund, settle
from tests.domains.payment.till import SUB_MERCHANT, Till

READS = ("payment.read", "payment_refund.read", "payout.read", "sub_merchant.read", "merchant.read", "member.read")
OVERSIGHT = ("payment_alert.read", "payment_break.read", "audit.read")
ACTS = {
    "payment.ask": "payment.read",
    "payment.redirect": "payment.read",
    "payout.switch": "payout.read",
    "payment_alert.handle": "payment_alert.read",
    "payment_break.resolve": "payment_break.read",
    "payment_bill.fetch": "payment_break.read",
    "sub_merchant.edit": "sub_merchant.read",
}
DESK = document(
    "payment_desk",
    "BANK",
    [*(node(code, "PAGE") for code in READS + OVERSIGHT), *(node(code, "ACTION", on) for code, on in ACTS.items())],
    [role("officer", *READS, *OVERSIGHT, *ACTS), role("reader", *READS, *OVERSIGHT)],
)
BOOTH = document(
    "booth",
    "MERCHANT",
    [*(node(code, "PAGE") for code in READS), node("payment.pay", "FIELD", "payment.read")],
    [role("owner", *READS, "payment.pay"), role("clerk", "payment.read")],
)
REASON = "已与渠道客服电话核实"


@pytest.fixture
async def graph(till: Till) -> Graph:
    return Graph(till.services)


@pytest.fixture
async def officer(till: Till) -> Actor:
    desk = await platform(till.services.database, DESK)
    return stepped_up(await member(till.services.database, desk, "officer", staff_number="B9001"))


@pytest.fixture
async def owner(till: Till) -> Actor:
    booth = await platform(till.services.database, BOOTH)
    return await member(till.services.database, booth, "owner", tenant=till.merchant.id)


def payer(account_id: UUID) -> Actor:
    """Somebody in the mini-program."""
    return Actor(
        via=Via.COOKIE,
        db_role=DbRole.CONSUMER,
        account_id=account_id,
        template="consumer",
        grants=intern_grants(frozenset({"payment.read", "payment.pay"})),
    )


def of_till(till: Till, type_name: str, row: Any) -> str:
    return gid(type_name, row.id if hasattr(row, "id") else row["id"], till.merchant.id)


async def failed_refund(till: Till, payment: Payment) -> PaymentRefund:
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"refunds": "CLOSED"})
    row = await refund(till, payment, 3_000)
    await settle(till)
    await settle(till)
    return row


DETAIL = """query($id: ID!) { payment(id: $id) {
  reference state amountFen refundedFen feeFen credited merchant { name }
  refunds { state reason } events { kind source amountFen } availableActions { key }
} }"""


async def test_the_bank_follows_a_payment_from_the_order_to_the_refund(
    till: Till, graph: Graph, officer: Actor
) -> None:
    payment = await till.paid(10_000)
    await refund(till, payment, 4_000)
    await settle(till)
    seen = (await graph.ask(officer, DETAIL, id=of_till(till, "Payment", payment)))["payment"]
    assert (seen["state"], seen["amountFen"], seen["refundedFen"]) == ("PARTLY_REFUNDED", 10_000, 4_000)
    assert (seen["merchant"], seen["credited"]) == ({"name": till.merchant.name}, True)
    assert seen["refunds"] == [{"state": "SUCCEEDED", "reason": "退卡"}]
    kinds = [event["kind"] for event in seen["events"]]
    assert kinds[:4] == ["REQUESTED", "READY", "SUCCEEDED", "CREDITED"]
    assert set(kinds[4:]) == {"REFUND_REQUESTED", "REFUND_ACCEPTED", "REFUNDED"}
    search = "query($text: String!) { payments(search: $text) { nodes { state } } }"
    found = await graph.ask(officer, search, text=payment.reference)
    assert found["payments"]["nodes"] == [{"state": "PARTLY_REFUNDED"}]


async def test_a_merchant_sees_its_own_and_nothing_of_alerts(till: Till, graph: Graph, owner: Actor) -> None:
    await till.paid(10_000)
    database = till.services.database
    other = await shop(database, name="星河舞蹈")
    stranger = await member(database, await platform(database, BOOTH, "other_booth"), "owner", tenant=other.id)
    question = "{ payments { nodes { amountFen payParameters } } subMerchants { nodes { number } } }"
    seen = await graph.ask(owner, question)
    assert [each["amountFen"] for each in seen["payments"]["nodes"]] == [10_000]
    assert seen["subMerchants"]["nodes"] == [{"number": SUB_MERCHANT}]
    nothing = await graph.ask(stranger, question)
    assert nothing == {"payments": {"nodes": []}, "subMerchants": {"nodes": []}}
    for hidden in ("paymentAlerts", "paymentBreaks", "paymentBills"):
        data, errors = await graph.answer(owner, f"{{ {hidden} {{ nodes {{ id }} }} }}")
        assert errors, hidden
        assert not (data or {}).get(hidden), hidden


async def test_a_payer_has_what_his_own_payment_needs(till: Till, graph: Graph) -> None:
    database = till.services.database
    me, other = await account(database), await account(database, "韩梅梅")
    await till.ask_for(payer=Payer(account_id=me, openid="o-li"))
    question = "{ payments { nodes { state payParameters codeUrl } } }"
    (mine,) = (await graph.ask(payer(me), question))["payments"]["nodes"]
    assert mine["state"] == "READY"
    assert {"timeStamp", "nonceStr", "package", "signType", "paySign"} <= mine["payParameters"].keys()
    assert (await graph.ask(payer(other), question))["payments"]["nodes"] == []
    data, errors = await graph.answer(payer(me), "{ payments { nodes { events { kind } } } }")
    assert errors
    assert data is None or "REQUESTED" not in str(data)


async def test_a_number_is_registered_once_and_named_in_the_trail(till: Till, graph: Graph, officer: Actor) -> None:
    other = await shop(till.services.database, name="星河舞蹈")
    given = {"merchantId": gid("Merchant", other.id), "number": "1900000777"}
    registered = await graph.act(officer, "registerSubMerchant", "subMerchant { number merchant { name } }", **given)
    assert registered["subMerchant"] == {"number": "1900000777", "merchant": {"name": "星河舞蹈"}}
    for number, code in (("12", "SUB_MERCHANT_NUMBER_INVALID"), (SUB_MERCHANT, "SUB_MERCHANT_NUMBER_TAKEN")):
        refused = await graph.refused(officer, "registerSubMerchant", "", **given | {"number": number})
        assert [error["code"] for error in refused["userErrors"]] == [code]
    trail = '{ auditEvents(filter: {action: {eq: "sub_merchant.registered"}}) { nodes { objectName differences } } }'
    event = (await graph.ask(officer, trail))["auditEvents"]["nodes"][0]
    assert event["objectName"] == "星河舞蹈"
    assert event["differences"] == [{"label": "号码", "before": None, "after": "1900000777"}]


@pytest.mark.parametrize("whole_bank", [False, True], ids=["merchant", "bank-wide"])
async def test_payouts_are_stopped_with_a_reason(till: Till, graph: Graph, officer: Actor, whole_bank: bool) -> None:
    where = {} if whole_bank else {"merchantId": of_till(till, "Merchant", till.merchant)}
    short = await graph.refused(officer, "setPayoutSwitch", "", stopped=True, reason="停", **where)
    assert [error["code"] for error in short["userErrors"]] == ["REASON_TOO_SHORT"]
    await graph.act(officer, "setPayoutSwitch", "payoutSwitch { id }", stopped=True, reason=REASON, **where)
    again = await graph.refused(officer, "setPayoutSwitch", "", stopped=True, reason=REASON, **where)
    assert [error["code"] for error in again["userErrors"]] == ["NOTHING_TO_CHANGE"]
    (seen,) = (await graph.ask(officer, "{ payoutSwitches { nodes { stopped reason merchant { name } } } }"))[
        "payoutSwitches"
    ]["nodes"]
    assert seen == {"stopped": True, "reason": REASON, "merchant": None if whole_bank else {"name": till.merchant.name}}


async def test_an_alert_is_handled_once(till: Till, graph: Graph, officer: Actor) -> None:
    payment = await till.ask_for()
    await till.provider.odd("WRONG_AMOUNT")
    await till.provider.pay(payment.reference)
    listed = "{ paymentAlerts { nodes { id kind subject count state detail availableActions { key } } } }"
    (alert,) = (await graph.ask(officer, listed))["paymentAlerts"]["nodes"]
    assert (alert["kind"], alert["subject"], alert["state"]) == ("WRONG_AMOUNT", payment.reference, "OPEN")
    assert [each["key"] for each in alert["availableActions"]] == ["handlePaymentAlert"]
    given = {"alertId": alert["id"], "reason": REASON}
    handled = await graph.act(officer, "handlePaymentAlert", "paymentAlert { state handling }", **given)
    assert handled["paymentAlert"] == {"state": "HANDLED", "handling": REASON}
    refused = await graph.refused(officer, "handlePaymentAlert", "", **given)
    assert [error["code"] for error in refused["userErrors"]] == ["ALERT_HANDLED"]


async def test_a_break_is_settled_after_the_bill_was_fetched(till: Till, graph: Graph, officer: Actor) -> None:
    payment = await till.paid()
    till.provider.provider.books.charges[payment.reference].amount_fen += 1
    day = clock.today_shanghai().isoformat()
    refused = await graph.refused(officer, "fetchPaymentBill", "", day=day)
    assert [error["code"] for error in refused["userErrors"]] == ["BILL_DAY_INVALID"]
    with clock.travel(timedelta(days=1)):
        await graph.act(officer, "fetchPaymentBill", "", day=day)
        await till.work()
    seen = await graph.ask(
        officer, "{ paymentBills { nodes { lines } } paymentBreaks { nodes { id kind ownFen providerFen } } }"
    )
    assert seen["paymentBills"]["nodes"] == [{"lines": 1}]
    (found,) = seen["paymentBreaks"]["nodes"]
    assert (found["kind"], found["ownFen"], found["providerFen"]) == ("AMOUNT_DIFFERS", 10_000, 10_001)
    given = {"breakId": found["id"], "resolution": "PROVIDER_CORRECTED", "reason": REASON}
    settled = await graph.act(officer, "resolvePaymentBreak", "paymentBreak { state resolution }", **given)
    assert settled["paymentBreak"] == {"state": "RESOLVED", "resolution": "PROVIDER_CORRECTED"}


async def test_a_failed_refund_goes_to_the_wallet_that_paid(till: Till, graph: Graph, officer: Actor) -> None:
    payment = await till.paid(10_000, method=PaymentMethod.NATIVE, payer=Payer())
    assert (await till.row(payment))["payer_openid"], "the provider tells who paid at the counter"
    row = await failed_refund(till, payment)
    question = "{ paymentRefunds { nodes { id state failure availableActions { key } } } }"
    (seen,) = (await graph.ask(officer, question))["paymentRefunds"]["nodes"]
    assert (seen["state"], seen["failure"]) == ("FAILED", "CLOSED")
    assert {each["key"] for each in seen["availableActions"]} == {"askAboutRefund", "redirectRefund"}
    given = {"paymentRefundId": seen["id"], "realName": "李雷", "idempotencyKey": str(uuid7())}
    first = await graph.act(officer, "redirectRefund", "payout { id purpose payeeName refund { state } }", **given)
    assert (first["payout"]["purpose"], first["payout"]["payeeName"]) == ("REFUND", "李**")
    again = await graph.act(officer, "redirectRefund", "payout { id }", **given)
    assert again["payout"]["id"] == first["payout"]["id"]
    other = await graph.refused(officer, "redirectRefund", "", **given | {"realName": "韩梅梅"})
    assert [error["code"] for error in other["userErrors"]] == ["IDEMPOTENCY_KEY_REUSED"]
    await settle(till)
    assert await till.superuser.fetchval("SELECT state FROM payment_refund WHERE id = $1", row.id) == "SUCCEEDED"


async def test_staff_ask_the_provider_again(till: Till, graph: Graph, officer: Actor) -> None:
    payment = await till.ask_for()
    await till.provider.odd("LOST", times=9)
    await till.provider.pay(payment.reference)
    which = {"paymentId": of_till(till, "Payment", payment)}
    await graph.act(officer, "askAboutPayment", "payment { state }", **which)
    await till.work()
    assert await till.state(payment) == "CAPTURED"
    refused = await graph.refused(officer, "askAboutPayment", "", **which)
    assert [error["code"] for error in refused["userErrors"]] == ["NOTHING_TO_ASK"]
    charge = till.provider.provider.books.charges[payment.reference]
    charge.amount_fen = 1  # the provider refuses what does not fit its own books
    row = await refund(till, payment, 3_000)
    await settle(till)
    charge.amount_fen = 10_000
    which = {"paymentRefundId": of_till(till, "PaymentRefund", row)}
    again = await graph.act(officer, "askAboutRefund", "paymentRefund { state }", **which)
    assert again["paymentRefund"] == {"state": "REQUESTED"}
    for seconds in (0, 20):
        with clock.travel(timedelta(seconds=seconds)):
            await settle(till)
    assert await till.superuser.fetchval("SELECT state FROM payment_refund WHERE id = $1", row.id) == "SUCCEEDED"


MUTATIONS: dict[str, Callable[[Till, Payment], dict[str, Any]]] = {
    "registerSubMerchant": lambda till, payment: {
        "merchantId": of_till(till, "Merchant", till.merchant),
        "number": "1",
    },
    "askAboutPayment": lambda till, payment: {"paymentId": of_till(till, "Payment", payment)},
    "askAboutRefund": lambda till, payment: {"paymentRefundId": gid("PaymentRefund", uuid7(), till.merchant.id)},
    "askAboutPayout": lambda till, payment: {"payoutId": gid("Payout", uuid7(), till.merchant.id)},
    "redirectRefund": lambda till, payment: {
        "paymentRefundId": gid("PaymentRefund", uuid7(), till.merchant.id),
        "realName": "李雷",
        "idempotencyKey": "k-1",
    },
    "setPayoutSwitch": lambda till, payment: {"stopped": True, "reason": REASON},
    "handlePaymentAlert": lambda till, payment: {"alertId": gid("PaymentAlert", uuid7()), "reason": REASON},
    "resolvePaymentBreak": lambda till, payment: {
        "breakId": gid("PaymentBreak", uuid7()),
        "resolution": "ACCEPTED",
        "reason": REASON,
    },
    "fetchPaymentBill": lambda till, payment: {"day": "2026-01-01"},
}


async def test_nobody_acts_without_the_permission(till: Till, graph: Graph, owner: Actor) -> None:
    payment = await till.ask_for()
    desk = await platform(till.services.database, DESK)
    reader = stepped_up(await member(till.services.database, desk, "reader", staff_number="B9002"))
    for actor in (reader, stepped_up(owner), payer(uuid7())):
        for name, inputs in MUTATIONS.items():
            kind = f"{name[0].upper()}{name[1:]}Input"
            text = f"mutation($input: {kind}!) {{ {name}(input: $input) {{ userErrors {{ code }} }} }}"
            data, errors = await graph.answer(actor, text, input=inputs(till, payment))
            assert errors or data[name]["userErrors"], (actor.db_role, name)
    assert await till.superuser.fetchval("SELECT count(*) FROM payout_switch") == 0
    assert await till.superuser.fetchval("SELECT count(*) FROM audit_event WHERE action LIKE '%.asked'") == 0


@pytest.mark.parametrize("name", ["askAboutRefund", "askAboutPayout", "handlePaymentAlert", "resolvePaymentBreak"])
async def test_what_does_not_exist_is_said_so(till: Till, graph: Graph, officer: Actor, name: str) -> None:
    payment = await till.ask_for(offer=False)
    refused = await graph.refused(officer, name, "", **MUTATIONS[name](till, payment))
    assert [error["code"] for error in refused["userErrors"]] == ["NOT_FOUND"]
