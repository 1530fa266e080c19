"""Lists as files: what their caller sees, in the columns he chose, written by the worker."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from prepaid.core.actor import SYSTEM, Actor, intern_grants
from prepaid.core.jobs import enqueue, run_due
from prepaid.domains.pages.graph.serving import configurations_for
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo

TASK = """query($id: ID!) { task(id: $id) {
  state done total error result fileName fileSize fileExpiresAt export { title format pageKey } } }"""
EXPORTS = "{ myExports { nodes { title format task { state } } } }"
NOTICES = "{ myNotices { nodes { kind title body } } }"


@pytest.fixture
async def export(demo: Demo) -> Any:
    """Ask for an export; the whole payload."""
    await configurations_for(demo.graph.services)

    async def ask(actor: Actor, **changes: Any) -> Any:
        asked = {
            "idempotencyKey": str(uuid7()),
            "pageKey": "members",
            "format": "CSV",
            "columns": ["displayName", "status", "roles", "phone", "createdAt"],
            "variables": {"orderBy": [{"field": "DISPLAY_NAME", "descending": False}]},
        } | changes
        return await demo.graph.refused(actor, "exportList", "task { id }", **asked)

    return ask


async def task_of(demo: Demo, actor: Actor, payload: Any) -> Any:
    assert payload["userErrors"] == []
    await run_due(demo.graph.services)
    return (await demo.graph.ask(actor, TASK, id=payload["task"]["id"]))["task"]


async def content_of(demo: Demo, actor: Actor, payload: Any) -> bytes:
    link = await demo.graph.act(actor, "downloadTaskFile", "url", id=payload["task"]["id"])
    file = await demo.graph.services.files.find_download(link["url"].rpartition("/")[2], actor.session_id)
    assert file.key is not None
    return b"".join([chunk async for chunk in demo.graph.services.files.store.get(file.key, 0, file.size)])


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


async def test_a_list_becomes_a_file_with_what_its_caller_sees(demo: Demo, export: Any) -> None:
    owner = await demo.person("林晓云")
    payload = await export(owner)
    task = await task_of(demo, owner, payload)
    assert (task["state"], task["result"]) == ("DONE", {"rows": 5, "truncated": False})
    assert (task["done"], task["total"]) == (5, 5)
    assert task["export"] == {"title": "教练与员工", "format": "CSV", "pageKey": "members"}, "as his type calls it"
    assert task["fileName"].startswith("教练与员工-")
    rows = lines(await content_of(demo, owner, payload))
    assert rows[0] == ["姓名", "状态", "角色", "手机号", "入职时间"], "as his type calls them"
    shown = await demo.graph.ask(
        owner,
        "{ members(first: 50, orderBy: [{field: DISPLAY_NAME}]) { nodes { displayName phone roles { name } } } }",
    )
    assert [row[:4] for row in rows[1:]] == [
        [one["displayName"], "正常", "、".join(role["name"] for role in one["roles"]), one["phone"] or ""]
        for one in shown["members"]["nodes"]
    ]
    assert any("****" in row[3] for row in rows[1:]), "what is masked on the page is masked in the file"
    assert (await demo.graph.ask(owner, EXPORTS))["myExports"]["nodes"] == [
        {"title": "教练与员工", "format": "CSV", "task": {"state": "DONE"}}
    ]
    (notice,) = (await demo.graph.ask(replace(owner, locale="en"), NOTICES))["myNotices"]["nodes"]
    assert notice == {
        "kind": "export.ready",
        "title": "Export ready: Coaches and staff",
        "body": "5 rows; the file is kept for 7 days",
    }


async def test_filters_search_and_language_go_with_it(demo: Demo, export: Any) -> None:
    owner = replace(await demo.person("林晓云"), locale="en")
    role = await demo.role_id("merchant", "cashier")
    payload = await export(
        owner, format="XLSX", columns=["displayName", "status"], variables={"role": role, "search": "陈"}
    )
    await task_of(demo, owner, payload)
    book = load_workbook(io.BytesIO(await content_of(demo, owner, payload)))
    (sheet,) = book.worksheets
    assert [[one.value for one in row] for row in sheet.rows] == [["Name", "State"], ["陈静", "Active"]]


async def test_a_long_list_is_read_page_by_page_and_cut_off_where_it_is_said(
    demo: Demo, export: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = await demo.person("韩正")
    configurations = await configurations_for(demo.graph.services)
    page = configurations.compiler.base.pages["audit"]
    assert page.export is not None  # type: ignore[union-attr]
    capped = replace(page, export=replace(page.export, max_rows=450))  # type: ignore[union-attr,arg-type]
    monkeypatch.setitem(configurations.compiler.base.pages, "audit", capped)
    await demo.superuser.execute(
        "INSERT INTO audit_event (merchant_id, id, at, action, object_type, policy_version)"
        " SELECT '00000000-0000-7000-8000-000000000000', gen_random_uuid(), now(), 'role.created', 'Role', 1"
        " FROM generate_series(1, 600)"
    )
    payload = await export(admin, pageKey="audit", columns=["at", "action"], variables={})
    task = await task_of(demo, admin, payload)
    assert task["result"] == {"rows": 450, "truncated": True}
    rows = lines(await content_of(demo, admin, payload))
    assert len(rows) == 1 + 450 + 1
    assert "450" in rows[-1][0]
    assert len({tuple(row) for row in rows[1:-1]}) > 1


async def test_the_audit_trail_is_in_words_as_on_its_page(demo: Demo, export: Any) -> None:
    admin = await demo.person("韩正")
    columns = ["action", "objectType"]
    payload = await export(admin, pageKey="audit", columns=columns, variables={})
    await task_of(demo, admin, payload)
    titles, *rows = lines(await content_of(demo, admin, payload))
    assert titles == ["操作", "对象类型"]
    assert rows
    assert [cell for row in rows for cell in row if cell.isascii()] == []


async def test_who_may_not_export_is_refused_and_whoever_lost_it_meanwhile_gets_nothing(
    demo: Demo, export: Any
) -> None:
    cashier = await demo.person("陈静")
    _, errors = await demo.graph.answer(
        cashier,
        "mutation($input: ExportListInput!) { exportList(input: $input) { task { id } } }",
        input={"idempotencyKey": str(uuid7()), "pageKey": "members", "format": "CSV", "columns": ["displayName"]},
    )
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
    owner = await demo.person("林晓云")
    payload = await export(owner)
    await demo.superuser.execute(
        "DELETE FROM role_grant WHERE node_id IN (SELECT id FROM permission_node WHERE code = 'list.export')"
    )
    task = await task_of(demo, owner, payload)
    assert (task["state"], task["error"], task["fileName"]) == ("FAILED", "FORBIDDEN", None)
    (notice,) = (await demo.graph.ask(owner, NOTICES))["myNotices"]["nodes"]
    assert notice["kind"] == "export.failed"


async def test_a_column_that_is_taken_away_meanwhile_is_not_written(demo: Demo, export: Any) -> None:
    owner = await demo.person("林晓云")
    payload = await export(owner)
    await demo.superuser.execute(
        "DELETE FROM role_grant WHERE node_id IN (SELECT id FROM permission_node WHERE code = 'member.contact')"
    )
    assert (await task_of(demo, owner, payload))["error"] == "INVALID_VALUE"


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"pageKey": "nowhere"}, "NOT_FOUND", ["pageKey"]),
        ({"pageKey": "home"}, "NOT_FOUND", ["pageKey"]),
        ({"pageKey": "notices", "columns": ["title"]}, "NOT_FOUND", ["pageKey"]),
        ({"pageKey": "forms", "columns": ["name"]}, "NOT_FOUND", ["pageKey"]),
        ({"columns": ["displayName", "salary"]}, "INVALID_VALUE", ["columns"]),
        ({"columns": []}, "INVALID_VALUE", ["columns"]),
    ],
    ids=["unknown page", "no list", "no export", "not his", "unknown column", "no column"],
)
async def test_what_is_no_list_of_his_is_refused(
    demo: Demo, export: Any, changes: dict[str, Any], code: str, path: list[str]
) -> None:
    payload = await export(await demo.person("林晓云"), **changes)
    assert payload == {"task": None, "userErrors": [{"code": code, "path": path}]}


@pytest.mark.parametrize(
    "variables",
    [{"filter": {"salary": {"gt": 1}}}, {"orderBy": [{"field": "SALARY"}]}, {"filter": 5}, []],
    ids=["filter", "order", "type", "no object"],
)
async def test_conditions_that_the_list_does_not_take_are_refused(demo: Demo, export: Any, variables: Any) -> None:
    with pytest.raises(AssertionError, match="BAD_USER_INPUT"):
        await export(await demo.person("林晓云"), variables=variables)


async def test_variables_that_are_none_of_the_lists_are_left_out(demo: Demo, export: Any) -> None:
    owner = await demo.person("林晓云")
    payload = await export(owner, variables={"first": 1, "offset": 4, "colX": True})
    assert (await task_of(demo, owner, payload))["result"]["rows"] == 5


async def test_operators_export_across_their_merchants_and_find_the_file_in_their_own_place(
    demo: Demo, export: Any
) -> None:
    operator = await demo.person("许远山")
    payload = await export(operator, columns=["displayName"])
    await task_of(demo, operator, payload)
    names = {row[0] for row in lines(await content_of(demo, operator, payload))[1:]}
    assert {"林晓云", "沈星"} <= names, "of both of his merchants"
    assert not {"何冰", "许远山"} & names, "neither another operator's nor the bank's"
    assert (await demo.graph.ask(await demo.person("林晓云"), EXPORTS))["myExports"]["nodes"] == []


async def test_a_file_is_gone_after_a_week(demo: Demo, export: Any) -> None:
    owner = await demo.person("林晓云")
    payload = await export(owner)
    await task_of(demo, owner, payload)
    with clock.travel(timedelta(days=8)):
        async with demo.db.write(SYSTEM) as tx:
            await enqueue(tx, "files.expire", payload={})
        await run_due(demo.graph.services)
        task = (await demo.graph.ask(owner, TASK, id=payload["task"]["id"]))["task"]
        assert (task["state"], task["fileName"], task["fileExpiresAt"]) == ("DONE", None, None)
        refused = await demo.graph.refused(owner, "downloadTaskFile", "url", id=payload["task"]["id"])
        assert refused["userErrors"][0]["code"] == "NOT_FOUND"


async def test_the_same_intention_is_one_file(demo: Demo, export: Any) -> None:
    owner = await demo.person("林晓云")
    key = str(uuid7())
    first, again = await export(owner, idempotencyKey=key), await export(owner, idempotencyKey=key)
    assert first["task"] == again["task"]
    assert len((await demo.graph.ask(owner, EXPORTS))["myExports"]["nodes"]) == 1


async def test_a_token_has_nobody_to_give_a_file_to(demo: Demo, export: Any) -> None:
    owner = await demo.person("林晓云")
    token = replace(owner, account_id=None, membership_id=None, token_id=uuid7())
    with pytest.raises(AssertionError, match="FORBIDDEN"):
        await export(token)


async def test_the_page_says_how_it_is_exported_to_those_who_may(demo: Demo) -> None:
    configurations = await configurations_for(demo.graph.services)
    owner = await demo.person("林晓云")
    async with demo.db.read(owner) as session:
        seen = await configurations.of(session, owner)
        rendered = seen.configuration.page("members")
        start = rendered.export.start  # type: ignore[union-attr]
        assert [(one.variable, one.source.value) for one in start.variables] == [
            ("input.pageKey", "CONSTANT"),
            ("input.format", "FORM"),
            ("input.columns", "FORM"),
            ("input.variables.filter", "FILTER"),
            ("input.variables.role", "FILTER"),
            ("input.variables.orderBy", "ORDER"),
            ("input.variables.search", "SEARCH"),
            ("input.idempotencyKey", "KEY"),
        ]
        fewer = replace(owner, grants=intern_grants(owner.grants.codes - {"list.export"}))
        without = await configurations.of(session, fewer)
        assert without.configuration.page("members").export is None  # type: ignore[union-attr]
