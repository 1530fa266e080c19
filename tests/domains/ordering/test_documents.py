"""What consumers and cashiers do through the schema: browse, quote, order, pay, resume, read; sell at the counter."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from prepaid.core.actor import Actor, intern_grants
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid
from tests.domains.ordering.market import MERCHANT, SKATING, TEN_VISITS, Market

BUYS = frozenset(
    {"order.read", "order.buy", "order.close", "payment.read", "payment.pay", "product.read", "store.read"}
)
BROWSE = """query($m: ID!) { packages(merchant: $m, onSale: true) { nodes { id name
  onSale { salePriceFen listValueFen entitlements { kind times services { name } } } } }
  stores { nodes { name } } }"""
AGREEMENT = """query($m: ID!) { currentAgreement(merchantId: $m, scene: CONSUMER_AGREEMENT) {
  title version textSha256 clauses { key } } }"""
QUOTE = """query($m: ID, $p: ID!, $n: Int!) {
  orderQuote(merchantId: $m, items: [{productId: $p, quantity: $n}]) {
  kind listFen totalFen cardNumber pendingOrderId lines { name netFen } applied { name } skipped { code } } }"""
ORDER = """order { id number kind paymentStatus commissionStatus totalFen merchantName storeName cardNumber
  lines { name netFen entitlements } tenders { kind amountFen } events { axis before after }
  receipt { items } availableActions { key enabled } }"""
PAYMENT = "payment { id state payParameters codeUrl }"
MINE = "{ orders { totalCount nodes { number paymentStatus merchantName deal { amountFen } } } }"


async def signed(market: Market) -> Actor:
    """A consumer with the grants of his role."""
    buyer = await market.buyer()
    return replace(buyer, template="consumer", grants=intern_grants(BUYS), session_id=uuid4())


async def bought(market: Market, buyer: Actor, **more: Any) -> dict[str, Any]:
    """From the list of packages to the payment, as the mini-program does."""
    merchant = gid("Merchant", market.merchant)
    shop = await market.graph.ask(buyer, BROWSE, m=merchant)
    package = next(each for each in shop["packages"]["nodes"] if each["name"] == TEN_VISITS)
    quote = (await market.graph.ask(buyer, QUOTE, m=merchant, p=package["id"], n=1))["orderQuote"]
    agreement = (await market.graph.ask(buyer, AGREEMENT, m=merchant))["currentAgreement"]
    values = {
        "merchantId": merchant,
        "items": [{"productId": package["id"]}],
        "expectedTotalFen": quote["totalFen"],
        "agreementHash": agreement["textSha256"],
        "idempotencyKey": uuid4().hex,
    } | more
    placed: dict[str, Any] = await market.graph.act(buyer, "placeOrder", f"{ORDER} resumed replayed", **values)
    return placed


async def test_a_consumer_browses_orders_pays_and_reads_what_he_has(market: Market) -> None:
    buyer = await signed(market)
    key = uuid4().hex
    placed = await bought(market, buyer, idempotencyKey=key)
    order = placed["order"]
    assert (order["kind"], order["paymentStatus"], order["merchantName"]) == ("CARD_PURCHASE", "UNPAID", MERCHANT)
    again = await bought(market, buyer, idempotencyKey=key)
    assert (again["order"]["id"], again["replayed"]) == (order["id"], True)
    resumed = await bought(market, buyer)
    assert (resumed["order"]["id"], resumed["resumed"]) == (order["id"], True)

    document = f"mutation($o: ID!) {{ payOrder(input: {{orderId: $o}}) {{ {PAYMENT} userErrors {{ code }} }} }}"
    paying = (await market.graph.ask(buyer, document, o=order["id"]))["payOrder"]
    assert paying["userErrors"] == []
    await market.work()
    read = "query($p: ID!) { payment(id: $p) { state reference payParameters } }"
    payment = (await market.graph.ask(buyer, read, p=paying["payment"]["id"]))["payment"]
    assert payment["state"] == "READY"
    assert payment["payParameters"]["package"].startswith("prepay_id=")
    await market.pay.pay(payment["reference"])

    read = f"query($o: ID!) {{ {ORDER.replace('order {', 'order(id: $o) {', 1)} }}"
    order = (await market.graph.ask(buyer, read, o=order["id"]))["order"]
    assert order["paymentStatus"] == "PAID"
    assert len(order["receipt"]["items"]) == 12
    assert [(each["before"], each["after"]) for each in order["events"]] == [
        (None, "UNPAID"),
        ("UNPAID", "PAYING"),
        ("PAYING", "PAID"),
    ]
    assert order["availableActions"] == []
    assert sum(each["paid_fen"] for each in order["lines"][0]["entitlements"]) == 68_000


async def test_a_consumer_sees_his_own_orders_alone_and_no_deal(market: Market) -> None:
    one, other = await signed(market), await signed(market)
    await bought(market, one)
    data, errors = await market.graph.answer(one, MINE)
    assert data["orders"]["totalCount"] == 1
    assert data["orders"]["nodes"][0]["deal"] is None
    assert errors
    mine = "{ orders { totalCount nodes { number } } }"
    assert (await market.graph.ask(other, mine))["orders"] == {"totalCount": 0, "nodes": []}


async def test_an_unpaid_order_is_given_up(market: Market) -> None:
    buyer = await signed(market)
    order = (await bought(market, buyer))["order"]
    assert {each["key"] for each in order["availableActions"]} == {"closeOrder", "payOrder"}
    document = """mutation($o: ID!) { closeOrder(input: {orderId: $o}) {
      order { paymentStatus closeReason } userErrors { code } } }"""
    closed = (await market.graph.ask(buyer, document, o=order["id"]))["closeOrder"]["order"]
    assert closed == {"paymentStatus": "CLOSED", "closeReason": "CANCELLED"}


async def test_a_cashier_sells_at_the_counter_by_a_qr_code(market: Market) -> None:
    cashier = await Demo(market.graph, market.services.database, market.superuser).person("陈静")
    shop = """{ stores { nodes { id name type } } packages(onSale: true) { nodes { id name } } }"""
    shop_data = await market.graph.ask(cashier, shop)
    store = next(each for each in shop_data["stores"]["nodes"] if each["type"] == "DIRECT")
    package = next(each for each in shop_data["packages"]["nodes"] if each["name"] == TEN_VISITS)
    agreement = (await market.graph.ask(cashier, AGREEMENT, m=gid("Merchant", market.merchant)))["currentAgreement"]
    values = {
        "storeId": store["id"],
        "items": [{"productId": package["id"]}],
        "expectedTotalFen": 68_000,
        "phone": fictitious.phone(4_711),
        "agreementHash": agreement["textSha256"],
        "idempotencyKey": uuid4().hex,
    }
    refused = await market.graph.refused(cashier, "placeCounterOrder", "", **values)
    assert [each["code"] for each in refused["userErrors"]] == ["IDENTITY_REQUIRED"]
    known = {"realName": "王芳", "idCard": fictitious.id_card(4_711)}
    order = (await market.graph.act(cashier, "placeCounterOrder", ORDER, **values, **known))["order"]
    assert (order["storeName"], order["kind"]) == (store["name"], "CARD_PURCHASE")
    document = f"""mutation($o: ID!) {{ offerCounterPayment(input: {{orderId: $o}}) {{
      {PAYMENT} userErrors {{ code }} }} }}"""
    paying = (await market.graph.ask(cashier, document, o=order["id"]))["offerCounterPayment"]
    await market.work()
    read = "query($p: ID!) { payment(id: $p) { state reference codeUrl } }"
    payment = (await market.graph.ask(cashier, read, p=paying["payment"]["id"]))["payment"]
    assert payment["codeUrl"]
    await market.pay.pay(payment["reference"])
    read = "query($o: ID!) { order(id: $o) { paymentStatus cardNumber channel deal { amountFen } } }"
    sold = (await market.graph.ask(cashier, read, o=order["id"]))["order"]
    assert (sold["paymentStatus"], sold["channel"], sold["deal"]["amountFen"]) == ("PAID", "COUNTER", 68_000)
    assert sold["cardNumber"]


async def test_services_are_quoted_by_the_piece(market: Market) -> None:
    buyer = await signed(market)
    service = gid("Service", (await market.product(SKATING)).id, market.merchant)
    merchant = gid("Merchant", market.merchant, PLATFORM_TENANT)
    quote = (await market.graph.ask(buyer, QUOTE, m=merchant, p=service, n=3))["orderQuote"]
    assert (quote["kind"], quote["totalFen"], quote["cardNumber"]) == ("SINGLE_SERVICE", 26_400, None)
    assert (await market.graph.ask(buyer, QUOTE, m=merchant, p=gid("Service", uuid4(), market.merchant), n=1))[
        "orderQuote"
    ] is None


STAFF = """{ orders { totalCount nodes { number kind channel paymentStatus commissionStatus closeReason totalFen listFen
    refundedFen buyer cardNumber storeName regionPath salespersonName placedAt paidAt custodyBps merchant { name }
    deal { products } events { step why } lines { reductions { name } } tenders { payment { reference } }
    payments { reference } } }
  deals { totalCount nodes { soldAt products buyer amountFen commissionFen commissions { amountFen } order { number }
    merchant { name } } } }"""


async def test_staff_read_orders_and_deals_with_their_money(market: Market) -> None:
    demo = Demo(market.graph, market.services.database, market.superuser)
    for who in ("林晓云", "胡算"):
        found = await demo.ask(who, STAFF)
        assert found["orders"]["totalCount"] == len(await market.rows("sales_order")), who
        assert found["deals"]["totalCount"] == len(await market.rows("deal")), who
        closed = next(each for each in found["orders"]["nodes"] if each["closeReason"])
        assert [step["step"] for step in closed["events"]] == ["未支付", "已关闭"]
        paid = next(each for each in found["orders"]["nodes"] if each["kind"] == "SINGLE_SERVICE" and each["paidAt"])
        assert [each["reference"] for each in paid["payments"]] == [
            each["payment"]["reference"] for each in paid["tenders"]
        ]
    assert (await demo.ask("沈星", "{ orders { totalCount } deals { totalCount } }")) == {
        "orders": {"totalCount": 0},
        "deals": {"totalCount": 0},
    }
