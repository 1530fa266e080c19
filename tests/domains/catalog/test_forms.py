"""Forms of products: different ones for different types of merchants, loaded with what the newest version says."""

from typing import Any

import pytest

from prepaid.domains.pages.graph.fillings import filling_overlays
from prepaid.domains.pages.graph.registry import declared_pages
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.overlays import patched_plain
from prepaid.domains.pages.rules.plain import read, write
from prepaid.kit.ids import GlobalId, uuid7
from prepaid.seed.definitions import delivered
from tests.domains.catalog.shop import CARD_TYPE, SAVED, SERVICE, Shop, on_sale
from tests.domains.demo import Demo

FORM = """
query($id: ID!) { serviceForm(id: $id) {
  name description category unit unitPriceFen durationMinutes refundable attributes expectedRevision
  storeScope { kind storeIds regionIds }
} }
"""


def test_a_type_s_form_stands_at_the_end_of_the_action_s_own() -> None:
    (use,) = (each for each in declared_pages().form_uses if each.key == "service")
    overlays = filling_overlays([(use, read(Form, delivered("service_ice_rink")["definition"]))])
    assert set(overlays) == {"services", "service"}
    patched = patched_plain(write(declared_pages().pages["services"]), overlays["services"])
    actions = {action["key"]: action["form"]["fields"] for action in patched["actions"] if "form" in action}
    for key in ("createService", "saveService"):
        last = actions[key][-4:]
        assert [field["inputPath"] for field in last] == [
            "attributes.iceSession",
            "attributes.skaterLevel",
            "attributes.skatesIncluded",
            "attributes.minimumAge",
        ]


async def rink(demo: Demo) -> Shop:
    return await Shop.of(demo, "merchant", "owner", "ice_rink")


async def test_what_the_form_loads_can_be_saved_again_and_is_the_same(demo: Demo) -> None:
    shop = await rink(demo)
    stores = await demo.ask(shop.name, "{ stores(first: 1) { nodes { id } } }")
    scope = {"kind": "STORES", "storeIds": [stores["stores"]["nodes"][0]["id"]]}
    given = {**SERVICE, "durationMinutes": 120, "storeScope": scope}
    saved = await shop.act("saveService", f"service {{ id }} {SAVED}", **given)
    loaded = (await demo.ask(shop.name, FORM, id=saved["service"]["id"]))["serviceForm"]
    assert loaded["storeScope"] == {**scope, "regionIds": []}
    assert (loaded["attributes"], loaded["expectedRevision"]) == ({"iceSession": "WEEKDAY"}, 1)
    again = await shop.act("saveService", SAVED, serviceId=saved["service"]["id"], **loaded)
    assert again["version"] == {**again["version"], "version": 1, "revision": 2, "state": "DRAFT"}
    once_more = (await demo.ask(shop.name, FORM, id=saved["service"]["id"]))["serviceForm"]
    assert {**loaded, "expectedRevision": 2} == once_more
    stale = await shop.refused("saveService", serviceId=saved["service"]["id"], **loaded)
    assert stale == ["STALE_OBJECT"]


@pytest.mark.parametrize(
    ("kind", "root", "fields"),
    [
        ("Package", "packageForm", "name salePriceFen cardTypeId soldAs entitlements { kind serviceIds times }"),
        ("CardType", "cardTypeForm", "name kind form faceLimitFen serviceIds validity redemptionScope { kind }"),
    ],
    ids=["package", "card-type"],
)
async def test_packages_and_card_types_load_too(demo: Demo, kind: str, root: str, fields: str) -> None:
    shop = await rink(demo)
    listed = {"Package": "packages", "CardType": "cardTypes"}[kind]
    data = await demo.ask(shop.name, f"{{ {listed}(first: 1) {{ nodes {{ id name }} }} }}")
    node = data[listed]["nodes"][0]
    document = f"query($id: ID!) {{ {root}(id: $id) {{ {fields} }} }}"
    loaded = (await demo.ask(shop.name, document, id=node["id"]))[root]
    assert loaded["name"] == node["name"]
    stranger = await Shop.of(demo, "merchant", "owner", "dance_school")
    _, errors = await demo.graph.answer(await demo.person(stranger.name), document, id=node["id"])
    assert errors


@pytest.mark.parametrize(
    ("attributes", "code", "path"),
    [
        ({}, "FIELD_REQUIRED", ["attributes", "iceSession"]),
        ({"iceSession": "MOON"}, None, ["attributes", "iceSession"]),
        ({"iceSession": "WEEKDAY", "classSize": 3}, None, ["attributes"]),
    ],
    ids=["missing", "no-such-option", "of-another-type"],
)
async def test_attributes_are_those_of_the_type(
    demo: Demo, attributes: dict[str, Any], code: str | None, path: list[str]
) -> None:
    shop = await rink(demo)
    payload = await shop.typed("saveService", "SaveServiceInput", "", **{**SERVICE, "attributes": attributes})
    (error,) = payload["userErrors"]
    assert error["path"][: len(path)] == path
    assert code in (None, error["code"])


async def test_a_coupon_that_a_package_gives_survives_its_form(demo: Demo) -> None:
    shop = await rink(demo)
    saved = await shop.act("saveService", f"service {{ id }} {SAVED}", **SERVICE)
    card = await shop.act("saveCardType", f"cardType {{ id }} {SAVED}", **CARD_TYPE)
    merchant = GlobalId.decode(card["cardType"]["id"]).tenant
    coupon = {"kind": "COUPON", "couponBatchId": GlobalId("CouponBatch", merchant, uuid7()).encode()}
    gifts = [{**coupon, "costBearer": "BANK"}, {"kind": "MONEY", "amountFen": 500, "costBearer": "MERCHANT"}]
    package = await shop.act(
        "savePackage",
        f"package {{ id }} {SAVED}",
        name="十次卡",
        cardTypeId=card["cardType"]["id"],
        salePriceFen=70_000,
        entitlements=[{"kind": "VISITS", "serviceIds": [saved["service"]["id"]], "times": 10}],
        giftsOn=True,
        gifts=gifts,
    )
    id_, whole = package["package"]["id"], "kind serviceId times amountFen couponBatchId costBearer"
    document = f"""query($id: ID!) {{ packageForm(id: $id) {{ name cardTypeId salePriceFen soldAs giftsOn
      expectedRevision entitlements {{ kind serviceIds times }} gifts {{ {whole} }} }} }}"""
    loaded = (await demo.ask(shop.name, document, id=id_))["packageForm"]
    assert [{key: value for key, value in gift.items() if value} for gift in loaded["gifts"]] == gifts
    await shop.act("savePackage", SAVED, packageId=id_, **loaded)
    again = (await demo.ask(shop.name, document, id=id_))["packageForm"]
    assert again == {**loaded, "expectedRevision": 2}
    page = declared_pages().pages["package"]
    form = next(action.form for action in page.actions if action.key == "savePackage")  # type: ignore[union-attr]
    assert form is not None
    shown = form.by_key["gifts"].item_field_keys  # type: ignore[union-attr]
    paths = {form.by_key[key].input_path or key for key in shown}
    assert paths >= set(whole.split()), "what the form does not hold is lost"


async def test_editing_a_live_package_leaves_what_was_sold_on_its_version(demo: Demo) -> None:
    """A card keeps `package_version.id`: the version it names never changes, whatever is edited afterwards."""
    shop, bank = await rink(demo), await Shop.of(demo, "bank", "compliance")
    saved = await shop.act("saveService", f"service {{ id }} {SAVED}", **SERVICE)
    card = await shop.act("saveCardType", f"cardType {{ id }} {SAVED}", **CARD_TYPE)
    for version in (saved["version"]["id"], card["version"]["id"]):
        await on_sale(shop, bank, version)
    visits = {"kind": "VISITS", "serviceIds": [saved["service"]["id"]], "times": 10}
    given = {"name": "十次卡", "cardTypeId": card["cardType"]["id"], "salePriceFen": 70_000, "entitlements": [visits]}
    package = await shop.act("savePackage", f"package {{ id }} {SAVED}", **given)
    await on_sale(shop, bank, package["version"]["id"])
    rows = (
        "SELECT (to_jsonb(v) - 'state' - 'off_sale_at' || jsonb_build_object('parts', (SELECT jsonb_agg(e ORDER BY"
        " position) FROM package_entitlement e WHERE e.version_id = v.id)))::text FROM package_version v"
        " WHERE v.name = '十次卡' AND v.version = 1"
    )
    sold = await demo.superuser.fetchval(rows)
    edited = {**given, "packageId": package["package"]["id"], "salePriceFen": 60_000}
    edited["entitlements"] = [visits | {"times": 9}]
    after = await shop.act("savePackage", SAVED, **edited)
    await on_sale(shop, bank, after["version"]["id"])
    assert after["version"]["version"] == 2
    assert await demo.superuser.fetchval(rows) == sold
