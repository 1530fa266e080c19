"""Merchant types: lawful terms, versions that change nothing made before, features that pages follow."""

from dataclasses import replace
from typing import Any

import pytest

from prepaid.domains.merchants.rules.type_terms import TypeTerms, misfits
from prepaid.kit.ids import uuid7
from prepaid.seed.merchant_types import TYPES
from tests.domains.demo import Demo

VERSION = "version { id version state revision mostLessons custodyDefaultBps } merchantType { id inForce { version } }"
TERMS = {
    "legalRegime": "SPORTS_FITNESS",
    "deepestDiscountBps": 5000,
    "registeredFaceLimitFen": 500_000,
    "anonymousFaceLimitFen": 100_000,
    "custodyMinBps": 2000,
    "custodyDefaultBps": 4000,
    "custodyMaxBps": 10_000,
    "holdbackMinBps": 0,
    "holdbackDefaultBps": 0,
    "holdbackMaxBps": 5000,
    "depositBaseFen": 0,
    "depositPerStoreFen": 0,
    "depositBalanceBps": 0,
    "depositGraceDays": 15,
    "mostLessons": 30,
}


@pytest.mark.parametrize("seeded", TYPES, ids=[each.code for each in TYPES])
def test_delivered_terms_are_lawful(seeded: Any) -> None:
    assert list(misfits(seeded.terms)) == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"registered_face_limit_fen": 500_001}, "registered_face_limit_fen"),
        ({"anonymous_face_limit_fen": 100_001}, "anonymous_face_limit_fen"),
        ({"custody_min_bps": 4_001}, "custody_default_bps"),
        ({"holdback_default_bps": 5_001}, "holdback_default_bps"),
        ({"deepest_discount_bps": -1}, "deepest_discount_bps"),
        ({"longest_term_days": 0}, "longest_term_days"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_unlawful_terms_are_named(change: dict[str, Any], wrong: str) -> None:
    assert wrong in {misfit.name for misfit in misfits(replace(TypeTerms(), **change))}


class Bank:
    """The bank's administrator at work."""

    def __init__(self, demo: Demo, name: str) -> None:
        self.demo, self.name = demo, name

    async def act(self, name: str, fields: str, /, **inputs: Any) -> Any:
        return await self.demo.graph.act(await self.demo.person(self.name), name, fields, **inputs)

    async def refused(self, name: str, /, **inputs: Any) -> list[Any]:
        payload = await self.demo.graph.refused(await self.demo.person(self.name), name, "", **inputs)
        return [(each["code"], each["path"]) for each in payload["userErrors"]]


@pytest.fixture
async def bank(demo: Demo) -> Bank:
    name = await demo.superuser.fetchval(
        "SELECT display_name FROM membership m JOIN membership_role h ON h.membership_id = m.id"
        " JOIN role r ON r.id = h.role_id JOIN platform_template t ON t.id = r.template_id"
        " WHERE t.code = 'bank' AND r.code = 'administrator' ORDER BY m.id LIMIT 1"
    )
    return Bank(demo, name)


async def test_a_type_is_invented_published_and_taken_out_of_use(bank: Bank, demo: Demo) -> None:
    made = await bank.act(
        "createMerchantType",
        VERSION,
        code="climbing_hall",
        nameZh="攀岩馆",
        nameEn="Climbing hall",
        idempotencyKey=str(uuid7()),
    )
    version, kind = made["version"], made["merchantType"]["id"]
    assert (version["version"], version["state"], made["merchantType"]["inForce"]) == (1, "DRAFT", None)
    saved = await bank.act("saveMerchantTypeTerms", VERSION, versionId=version["id"], features=["coupons"], **TERMS)
    assert (saved["version"]["mostLessons"], saved["version"]["revision"]) == (30, 2)
    published = await bank.act("publishMerchantType", VERSION, typeId=kind, expectedRevision=2)
    assert published["merchantType"]["inForce"]["version"] == 1
    features = "SELECT features FROM merchant_type_features WHERE type_code = 'climbing_hall'"
    assert await demo.superuser.fetchval(features) == ["coupons"]
    assert await bank.refused("publishMerchantType", typeId=kind) == [("NO_DRAFT_OF_TYPE", ["typeId"])]
    await bank.act("retireMerchantType", "merchantType { retiredAt }", typeId=kind, reason="试点结束停用")
    refused = await bank.refused("saveMerchantTypeTerms", versionId=version["id"], **TERMS)
    assert refused == [("MERCHANT_TYPE_RETIRED", ["versionId"])]


async def test_a_published_version_stays_and_the_next_begins_from_it(bank: Bank, demo: Demo) -> None:
    data = await demo.ask(
        bank.name, '{ merchantTypes(filter: {code: {eq: "ice_rink"}}) { nodes { id inForce { id } } } }'
    )
    node = data["merchantTypes"]["nodes"][0]
    saved = await bank.act("saveMerchantTypeTerms", VERSION, versionId=node["inForce"]["id"], **TERMS)
    assert (saved["version"]["version"], saved["merchantType"]["inForce"]["version"]) == (2, 1)
    stale = {"versionId": node["inForce"]["id"], "expectedRevision": 7, **TERMS}
    assert await bank.refused("saveMerchantTypeTerms", **stale) == [("STALE_OBJECT", ["expectedRevision"])]
    await bank.act("publishMerchantType", VERSION, typeId=node["id"])
    states = (
        "SELECT version, state FROM merchant_type_version v JOIN merchant_type t ON t.id = v.type_id"
        " WHERE t.code = 'ice_rink' ORDER BY version"
    )
    assert [tuple(row) for row in await demo.superuser.fetch(states)] == [(1, "RETIRED"), (2, "PUBLISHED")]


async def test_wrong_terms_are_refused_each_at_its_place(bank: Bank, demo: Demo) -> None:
    data = await demo.ask(bank.name, "{ merchantTypes { nodes { inForce { id } } } }")
    version = data["merchantTypes"]["nodes"][0]["inForce"]["id"]
    wrong = TERMS | {"registeredFaceLimitFen": 600_000, "custodyDefaultBps": 1000}
    assert await bank.refused("saveMerchantTypeTerms", versionId=version, **wrong) == [
        ("TYPE_TERMS_OUT_OF_BOUNDS", ["registeredFaceLimitFen"]),
        ("TYPE_TERMS_UNORDERED", ["custodyDefaultBps"]),
    ]
