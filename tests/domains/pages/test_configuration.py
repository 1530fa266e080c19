"""Configurations through the product's schema, over the demo: what each person sees, and that it can be run."""

from typing import Any

import pytest
from graphql import OperationDefinitionNode, parse

from prepaid.app import graph_schema
from prepaid.core.actor import Actor
from prepaid.domains.pages.graph.serving import serve_pages
from prepaid.graph.cost import cost_plan
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.limits import Limits
from tests.domains.identity.graphql import gid
from tests.domains.pages.asking import APP_CONFIG, PAGE_AT, PAGE_CONFIG
from tests.domains.pages.product import Product, without

OWNERS = {"ice_rink": "林晓云", "dance_school": "沈星"}


async def app(product: Product, actor: Actor, **variables: Any) -> Any:
    return (await product.graph.ask(actor, APP_CONFIG, **variables))["appConfig"]


async def page(product: Product, actor: Actor, key: str, **variables: Any) -> Any:
    return (await product.graph.ask(actor, PAGE_CONFIG, key=key, **variables))["pageConfig"]


def by_key(parts: list[Any]) -> dict[str, Any]:
    return {part["key"]: part for part in parts}


def differing(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    """Keys of parts that only one of two has, or that are not the same in both."""
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}


async def test_two_merchant_types_differ_in_columns_fields_and_menus(product: Product) -> None:
    people = [await product.person(name) for name in OWNERS.values()]
    shells = [await app(product, person) for person in people]
    assert [shell["merchantType"] for shell in shells] == list(OWNERS)
    rink, school = [await page(product, person, "members") for person in people]
    assert len(differing(by_key(rink["columns"]), by_key(school["columns"]))) >= 3
    forms = [by_key(by_key(one["actions"])["addMember"]["form"]["fields"]) for one in (rink, school)]
    assert len(differing(*forms)) >= 3
    menus = [{item["key"]: item["label"] for item in shell["navigation"]} for shell in shells]
    assert differing(*menus) >= {"apiTokens", "members"}
    assert rink["revision"] != school["revision"]
    assert shells[0]["revision"] != shells[1]["revision"]


async def test_without_a_grant_column_path_and_answer_are_gone(product: Product) -> None:
    owner = await product.person(OWNERS["ice_rink"])
    poorer = without(owner, "member.contact")
    whole, less = await page(product, owner, "members"), await page(product, poorer, "members")
    assert {"phone", "staffNumber"} == by_key(whole["columns"]).keys() - by_key(less["columns"]).keys()
    assert "phone" in product.text(whole["source"]["id"])
    assert "phone" not in product.text(less["source"]["id"])
    data, errors = await product.graph.answer(poorer, "{ members(first: 5) { nodes { phone } } }")
    assert {node["phone"] for node in data["members"]["nodes"]} == {None}
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"


async def test_a_page_that_may_not_be_opened_is_null_and_stands_closed(product: Product) -> None:
    cashier = await product.person("陈静")
    for key in ("audit", "pageEditor", "nothing"):
        assert await page(product, cashier, key) is None
    standing = {
        path: (await product.graph.ask(cashier, PAGE_AT, path=path))["pageAt"]
        for path in ("/members", "/members/x", "/", "/audit", "/page-editor", "/nothing", "/members/x/y/z")
    }
    assert standing == {
        "/members": "OPEN",
        "/members/x": "OPEN",
        "/": "OPEN",
        "/audit": "CLOSED",
        "/page-editor": "CLOSED",
        "/nothing": "UNKNOWN",
        "/members/x/y/z": "UNKNOWN",
    }


async def test_the_shell_names_only_what_can_be_opened(product: Product) -> None:
    for name in ("林晓云", "陈静", "吴迪", "韩正", "宋权", "许远山", "马兰"):
        person = await product.person(name)
        shell = await app(product, person)
        keys = {ref["key"] for ref in shell["pages"]}
        assert {item["pageKey"] for item in shell["navigation"] if item["pageKey"]} <= keys
        assert shell["landing"] in keys
        parents = {item["key"] for item in shell["navigation"]}
        assert {item["parentKey"] for item in shell["navigation"] if item["parentKey"]} <= parents
        assert [item["order"] for item in shell["navigation"]] == list(range(len(shell["navigation"])))


@pytest.mark.parametrize("name", ["林晓云", "沈星", "吴迪", "许远山", "韩正", "宋权", "马兰", "江小鱼"])
async def test_every_document_of_every_page_runs(product: Product, name: str) -> None:
    person = await product.person(name)
    rows: dict[str, str] = {}
    pages = [await page(product, person, ref["key"]) for ref in (await app(product, person))["pages"]]
    for one in pages:
        if one["__typename"] == "ListPage" and ":" not in one["path"]:
            found = await product.run(person, one["source"], first=50, offset=0)
            assert len(found["nodes"]) <= found["totalCount"]
            counts = [preset["count"] for preset in one["presets"] if preset["count"]]
            assert all([isinstance(await product.run(person, count), int) for count in counts])
            if one["rowLink"] and found["nodes"]:
                rows[one["rowLink"]] = found["nodes"][0]["id"]
    for one in pages:
        if one["__typename"] == "DetailPage" and one["key"] in rows:
            assert await product.run(person, one["source"], id=rows[one["key"]]) is not None
            if one["timeline"]:
                await product.run(person, one["timeline"], object=rows[one["key"]], first=20)


async def test_what_goes_out_under_a_hash_is_recovered_by_another_process(product: Product) -> None:
    owner = await product.person(OWNERS["ice_rink"])
    source = (await page(product, owner, "members"))["source"]
    others = StoredDocuments()
    await serve_pages(product.graph.services, graph_schema(), others)
    assert (await others.find(source["id"], owner)).name == "Members"


async def test_bank_staff_look_at_pages_as_somebody_else(product: Product) -> None:
    banker = await product.person("韩正")
    role = await product.superuser.fetchval(
        "SELECT r.id FROM role r JOIN platform_template t ON t.id = r.template_id"
        " WHERE t.code = 'merchant' AND r.code = 'cashier'"
    )
    cashier = {"template": "merchant", "merchantType": "dance_school", "roles": [gid("Role", role)]}
    shell = await app(product, banker, **{"as": cashier})
    assert (shell["template"], shell["merchantType"]) == ("merchant", "dance_school")
    keys = {ref["key"] for ref in shell["pages"]}
    assert {"home", "merchants", "merchant", "members", "member", "merchantMembers", "tasks"} <= keys
    assert keys.isdisjoint({"roles", "platforms", "audit", "apiTokens", "changes", "operators"})
    seen = await page(product, banker, "members", **{"as": cashier})
    assert seen["title"] == "老师与助教"
    assert seen["actions"] == []
    everything = {"template": "merchant", "merchantType": "ice_rink"}
    assert len((await app(product, banker, **{"as": everything}))["pages"]) > len(shell["pages"])
    _, errors = await product.graph.answer(await product.person("林晓云"), APP_CONFIG, **{"as": everything})
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
    _, errors = await product.graph.answer(banker, APP_CONFIG, **{"as": {"template": "nobody"}})
    assert errors[0]["extensions"]["code"] == "NOT_FOUND"


async def test_the_revision_goes_out_with_every_answer_and_changes_with_what_decides_it(product: Product) -> None:
    owner = await product.person(OWNERS["ice_rink"])
    assert product.pages.headers(owner) == {}
    revision = (await app(product, owner))["revision"]
    assert product.pages.headers(owner) == {"X-Config-Revision": revision}
    assert product.pages.headers(without(owner, "member.add"))["X-Config-Revision"] != revision
    await product.superuser.execute(
        "UPDATE page_overlay SET state = 'RETIRED' WHERE merchant_type = 'ice_rink' AND page_key = 'members'"
    )
    await product.pages.hear()
    assert product.pages.headers(owner) == {}
    assert (await app(product, owner))["revision"] != revision


async def test_an_overlay_that_fits_no_longer_is_left_out(product: Product) -> None:
    await product.superuser.execute(
        """UPDATE page_overlay SET patch = '{"ops": [{"op": "remove", "at": "columns.gone"}]}'
        WHERE merchant_type = 'dance_school' AND page_key = 'members'"""
    )
    await product.pages.hear()
    teacher = await product.person(OWNERS["dance_school"])
    assert (await page(product, teacher, "members"))["title"] == "成员"


async def test_merchant_types_are_a_dictionary_of_data(product: Product) -> None:
    shell = await app(product, await product.person("韩正"))
    (types,) = [one["options"] for one in shell["dictionaries"] if one["name"] == "MerchantType"]
    assert [option["value"] for option in types] == ["beauty_salon", "dance_school", "ice_rink", "swimming_pool"]
    assert {"滑冰馆", "游泳馆", "舞蹈培训", "美容美发"} == {option["label"] for option in types}


@pytest.mark.parametrize("document", [PAGE_CONFIG, APP_CONFIG], ids=["page", "shell"])
def test_a_configuration_costs_what_it_takes_and_not_its_lists_multiplied(document: str) -> None:
    schema = graph_schema().core
    operation = parse(document).definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    assert cost_plan(schema, operation, {}).of({}, Limits()) <= 100
