"""From a draft to the shelf: through GraphQL, as the seeded owner and the bank's reviewer."""

import asyncio
from typing import Any

import pytest

from tests.domains.catalog.shop import CARD_TYPE, SAVED, SERVICE, Shop, on_sale
from tests.domains.demo import Demo

PACKAGE = (
    "package { id } version { id version state revision listValueFen entitlements { listFen paidFen unitPriceFen } }"
)


@pytest.fixture
async def shop(demo: Demo) -> Shop:
    return await Shop.of(demo, "merchant", "owner", "ice_rink")


@pytest.fixture
async def bank(demo: Demo) -> Shop:
    return await Shop.of(demo, "bank", "compliance")


async def a_service(shop: Shop, **change: Any) -> tuple[str, str]:
    saved = await shop.act("saveService", f"service {{ id }} {SAVED}", **{**SERVICE, **change})
    return saved["service"]["id"], saved["version"]["id"]


async def a_card_type(shop: Shop, **change: Any) -> tuple[str, str]:
    saved = await shop.act("saveCardType", f"cardType {{ id }} {SAVED}", **{**CARD_TYPE, **change})
    return saved["cardType"]["id"], saved["version"]["id"]


async def shelf(shop: Shop, bank: Shop) -> tuple[str, str]:
    """A service and a card type on sale."""
    service, service_version = await a_service(shop)
    card_type, card_version = await a_card_type(shop)
    await on_sale(shop, bank, service_version)
    await on_sale(shop, bank, card_version)
    return service, card_type


def ten_visits(service: str, card_type: str, **change: Any) -> dict[str, Any]:
    visits = {"kind": "VISITS", "serviceIds": [service], "times": 10}
    values = {"name": "十次卡", "cardTypeId": card_type, "salePriceFen": 70_000, "entitlements": [visits]}
    return values | change


async def test_a_package_goes_on_sale_and_its_next_version_leaves_it_alone(shop: Shop, bank: Shop, demo: Demo) -> None:
    service, card_type = await shelf(shop, bank)
    saved = await shop.act("savePackage", PACKAGE, **ten_visits(service, card_type))
    version = saved["version"]
    assert version["listValueFen"] == 80_000
    assert version["entitlements"] == [{"listFen": 80_000, "paidFen": 70_000, "unitPriceFen": 8_000}]
    await on_sale(shop, bank, version["id"])
    again = ten_visits(service, card_type, packageId=saved["package"]["id"], salePriceFen=60_000)
    edited = await shop.act("savePackage", PACKAGE, **again)
    assert (edited["version"]["version"], edited["version"]["state"]) == (2, "DRAFT")
    document = (
        "query($id: ID!) { package(id: $id) { onSale { version salePriceFen } latest { version salePriceFen } } }"
    )
    read = (await demo.ask(shop.name, document, id=saved["package"]["id"]))["package"]
    assert read == {
        "onSale": {"version": 1, "salePriceFen": 70_000},
        "latest": {"version": 2, "salePriceFen": 60_000},
    }
    await on_sale(shop, bank, edited["version"]["id"])
    states = "SELECT state FROM package_version WHERE name = '十次卡' ORDER BY version"
    assert [row["state"] for row in await demo.superuser.fetch(states)] == ["OFF_SALE", "ON_SALE"]
    changes = (
        "SELECT price_fen FROM price_change WHERE version_id IN (SELECT id FROM package_version WHERE name = '十次卡')"
    )
    prices = await demo.superuser.fetch(f"{changes} ORDER BY since, id")
    assert [row["price_fen"] for row in prices] == [70_000, 60_000]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"salePriceFen": 80_001}, "PRICE_OVER_LIST"),
        ({"salePriceFen": 39_999}, "DISCOUNT_TOO_DEEP"),
        ({"termDays": 731}, "TERM_OVER_CAP"),
    ],
    ids=["over-list", "too-deep", "too-long"],
)
async def test_what_must_not_be_sold_is_refused_at_submission(
    shop: Shop, bank: Shop, change: dict[str, Any], code: str
) -> None:
    service, card_type = await shelf(shop, bank)
    saved = await shop.act("savePackage", PACKAGE, **ten_visits(service, card_type, **change))
    assert await shop.refused("submitProduct", "ProductVersionInput", versionId=saved["version"]["id"]) == [code]


async def test_a_service_that_the_card_type_lacks_is_named_at_its_place(shop: Shop, bank: Shop) -> None:
    service, _ = await a_service(shop)
    other, other_version = await a_service(shop, name="花样滑冰私教", unit="LESSON", unitPriceFen=20_000)
    card_type, card_version = await a_card_type(shop, serviceIds=[service])
    await on_sale(shop, bank, other_version)
    await on_sale(shop, bank, card_version)
    saved = await shop.act("savePackage", PACKAGE, **ten_visits(other, card_type, salePriceFen=150_000))
    payload = await shop.typed("submitProduct", "ProductVersionInput", "", versionId=saved["version"]["id"])
    (error,) = payload["userErrors"]
    assert (error["code"], error["path"]) == ("SERVICE_NOT_ALLOWED", ["entitlements", "0", "serviceIds"])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"faceLimitFen": 500_001}, "FACE_OVER_LIMIT"),
        ({"kind": "ANONYMOUS", "faceLimitFen": 100_001}, "FACE_OVER_LIMIT"),
        ({"validity": "FROM_PURCHASE", "validityDays": 2_000}, "VALIDITY_UNLAWFUL"),
        (
            {"kind": "ANONYMOUS", "faceLimitFen": 100_000, "validity": "FROM_PURCHASE", "validityDays": 1_094},
            "VALIDITY_UNLAWFUL",
        ),
        ({"numberPrefix": "AB"}, "INVALID_VALUE"),
    ],
    ids=["registered-face", "anonymous-face", "registered-expires", "under-three-years", "prefix"],
)
async def test_an_unlawful_card_type_is_refused(shop: Shop, change: dict[str, Any], code: str) -> None:
    assert await shop.refused("saveCardType", **{**CARD_TYPE, **change}) == [code]


async def test_a_rejected_version_is_corrected_and_submitted_again(shop: Shop, bank: Shop, demo: Demo) -> None:
    service, version = await a_service(shop, description="全城最佳，保本退款")
    review = await shop.submit(version)
    assert await shop.refused("saveService", serviceId=service, **SERVICE) == ["VERSION_STEP_IMPOSSIBLE"]
    document = "query($id: ID!) { productReview(id: $id) { alarmCount findings { kind field word startsAt endsAt } } }"
    await bank.act("addSensitiveWord", "word { word }", word="绝无仅有", category="ABSOLUTE")
    evidence = (await demo.ask(bank.name, document, id=review))["productReview"]
    words = [each for each in evidence["findings"] if each["kind"] == "SENSITIVE_WORD"]
    assert [(each["field"], each["startsAt"], each["endsAt"], each["word"]) for each in words] == [
        ("description", 2, 4, "最佳"),
        ("description", 5, 7, "保本"),
    ]
    await bank.act("rejectProduct", "review { state }", reviewId=review, reason="请删除绝对化用语")
    corrected = await shop.act("saveService", f"service {{ id }} {SAVED}", serviceId=service, **SERVICE)
    assert (corrected["version"]["version"], corrected["version"]["state"]) == (1, "DRAFT")
    await on_sale(shop, bank, version)
    assert await bank.refused("approveProduct", reviewId=review) == ["REVIEW_DECIDED"]


async def test_of_two_reviewers_one_decides(shop: Shop, bank: Shop, demo: Demo) -> None:
    _, version = await a_service(shop)
    review = await shop.submit(version)
    reviewer, graph = await demo.person(bank.name), demo.graph
    answers = await asyncio.gather(
        *(graph.refused(reviewer, "approveProduct", "", reviewId=review) for _ in range(3)),
        *(graph.refused(reviewer, "rejectProduct", "", reviewId=review, reason="价格依据不足") for _ in range(3)),
    )
    codes = sorted([error["code"] for error in answer["userErrors"]] for answer in answers)
    assert codes == [[], *[["REVIEW_DECIDED"]] * 5]


async def test_a_merchant_sees_neither_evidence_nor_others_products(shop: Shop, demo: Demo) -> None:
    service, version = await a_service(shop)
    await shop.submit(version)
    other = await Shop.of(demo, "merchant", "owner", "dance_school")
    document = "query($id: ID!) { service(id: $id) { name } }"
    data, _ = await demo.graph.answer(await demo.person(other.name), document, id=service)
    assert data["service"] is None
    _, errors = await demo.graph.answer(await demo.person(shop.name), "{ productReviews { nodes { id } } }")
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"


async def test_a_submission_is_taken_back(shop: Shop) -> None:
    service, version = await a_service(shop)
    await shop.submit(version)
    await shop.typed("withdrawProduct", "ProductVersionInput", "service { id }", versionId=version)
    assert await shop.refused("saveService", serviceId=service, **SERVICE) == []


async def test_taken_off_sale_it_is_not_on_the_shelf(shop: Shop, bank: Shop, demo: Demo) -> None:
    service, version = await a_service(shop)
    await on_sale(shop, bank, version)
    await shop.act("takeProductOffSale", "service { onSale { id } }", productId=service)
    assert await shop.refused("takeProductOffSale", productId=service) == ["NOTHING_ON_SALE"]
    listed = await demo.ask(shop.name, "{ services(onSale: true) { nodes { id } } }")
    assert service not in {node["id"] for node in listed["services"]["nodes"]}
