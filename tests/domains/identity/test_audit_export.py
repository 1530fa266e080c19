"""The audit trail as a file: asked for, written by the worker, and fetched by the one who asked."""

import csv
import io
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from prepaid.core import audit, tasks
from prepaid.core.actor import SYSTEM, Actor, DbRole, ScopeKind, intern_grants
from prepaid.core.database import Database
from prepaid.core.files import file_routes
from prepaid.core.jobs import run_due
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.reads import audit_trail
from prepaid.domains.identity.rules import audit_csv
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId, uuid7
from tests.domains.identity.cast import HEADQUARTERS, SHOP, Platform, member, node, platform, role, shop
from tests.domains.identity.graphql import Graph, gid, graph_over

NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
TASK = "query($id: ID!) { task(id: $id) { kind state done total result error fileId } }"


def exporting(source: Mapping[str, Any]) -> dict[str, Any]:
    document = deepcopy(dict(source))
    document["nodes"] += [node("audit.export", "ACTION", "audit.read"), node("audit.device", "FIELD", "audit.read")]
    document["roles"] += [role("exporter", "audit.export", "member.read")]
    return document


@dataclass
class Rink:
    """A merchant with an exporter, and a neighbour with events of its own."""

    graph: Graph
    merchant: Merchant
    neighbour: Merchant
    of: Platform
    exporter: Actor
    neighbours_exporter: Actor

    @property
    def db(self) -> Database:
        return self.graph.services.database

    async def act(self, actor: Actor, action: str, *, tenant: UUID | None = None, **more: Any) -> None:
        async with self.db.write(actor) as tx:
            await audit.record(tx, action, **({"object_type": "Role", "object_id": None, "tenant": tenant} | more))

    async def export(self, actor: Actor, **wanted: Any) -> str:
        """The id of the task."""
        asked = {"idempotencyKey": f"export-{uuid7().hex}"} | wanted
        return str((await self.graph.act(actor, "exportAuditEvents", "task { id state }", **asked))["task"]["id"])

    async def rows(self, actor: Actor, **wanted: Any) -> list[list[str]]:
        """The lines of a finished export, without the header."""
        return (await self.table(actor, await self.export(actor, **wanted)))[1:]

    async def table(self, actor: Actor, task: str) -> list[list[str]]:
        await run_due(self.graph.services)
        content = await fetch(self.graph, actor, task)
        assert content.startswith(b"\xef\xbb\xbf")
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@asynccontextmanager
async def browser(graph: Graph) -> AsyncIterator[httpx.AsyncClient]:
    async def session_of(request: Request) -> UUID | None:
        return UUID(request.headers["x-session"])

    app = Starlette(routes=file_routes(lambda: graph.services.files, session_of))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


async def fetch(graph: Graph, actor: Actor, task: str) -> bytes:
    link = await graph.act(actor, "downloadTaskFile", "url expiresAt", id=task)
    async with browser(graph) as client:
        answer = await client.get(urlsplit(link["url"]).path, headers={"x-session": str(actor.session_id)})
        assert answer.status_code == 200
        return answer.content


@pytest.fixture
async def rink(app_database_url: str, tmp_path: Path) -> AsyncIterator[Rink]:
    async with graph_over(app_database_url, tmp_path) as graph:
        db = graph.services.database
        of = await platform(db, exporting(SHOP))
        here, there = await shop(db), await shop(db, "星河影院")
        people = [
            replace(await member(db, of, "exporter", tenant=each.id), session_id=uuid7(), locale="en")
            for each in (here, there)
        ]
        yield Rink(graph, here, there, of, people[0], people[1])


async def test_the_file_holds_the_events_of_the_own_tenant_alone(rink: Rink) -> None:
    with clock.freeze(NOON):
        await rink.act(rink.exporter, "role.renamed", reason="统一名称", before={"name": "甲"}, after={"name": "乙"})
        await rink.act(rink.neighbours_exporter, "role.deleted", reason="neighbour's own")
    task = await rink.export(rink.exporter, action="role.")
    table = await rink.table(rink.exporter, task)
    titles, *rows = table
    assert titles[:5] == ["Time (Asia/Shanghai)", "Action", "Object type", "Object id", "Actor"]
    assert not {"Address", "Device", "Merchant"} & set(titles)
    (row,) = [dict(zip(titles, row, strict=True)) for row in rows]
    assert row["Time (Asia/Shanghai)"] == "2026-03-01 12:00:00"
    assert (row["Action"], row["Actor"], row["Reason"]) == ("role.renamed", "韩梅梅", "统一名称")
    assert (row["Before"], row["After"]) == ('{"name": "甲"}', '{"name": "乙"}')
    done = (await rink.graph.ask(rink.exporter, TASK, id=task))["task"]
    assert (done["kind"], done["state"], done["done"], done["total"]) == ("audit.export", "DONE", 1, 1)
    assert done["result"] == {"rows": 1, "truncated": False}


async def test_the_bank_has_all_tenants_or_one(rink: Rink) -> None:
    bank = await member(rink.db, await platform(rink.db, exporting(HEADQUARTERS)), "exporter")
    bank = replace(bank, session_id=uuid7())
    await rink.act(rink.exporter, "role.renamed")
    await rink.act(rink.neighbours_exporter, "role.deleted")
    assert {row[1] for row in await rink.rows(bank, action="role.")} == {"role.renamed", "role.deleted"}
    merchant = gid("Merchant", rink.neighbour.id)
    assert [row[1] for row in await rink.rows(bank, action="role.", merchantId=merchant)] == ["role.deleted"]


async def test_staff_of_several_merchants_name_one_of_theirs(rink: Rink) -> None:
    staff = replace(
        rink.exporter,
        db_role=DbRole.OPERATOR,
        scope=ScopeKind.CUSTOM,
        merchant_id=None,
        merchant_ids=(rink.merchant.id,),
    )
    await rink.act(rink.exporter, "role.renamed")
    await rink.act(rink.neighbours_exporter, "role.deleted")
    for merchant, code in ((None, "INVALID_VALUE"), (gid("Merchant", rink.neighbour.id), "NOT_FOUND")):
        wanted = {"idempotencyKey": f"export-{uuid7().hex}", "merchantId": merchant}
        refused = await rink.graph.refused(staff, "exportAuditEvents", "task { id }", **wanted)
        assert refused["userErrors"] == [{"code": code, "path": ["merchantId"]}]
    rows = await rink.rows(staff, action="role.", merchantId=gid("Merchant", rink.merchant.id))
    assert [row[1] for row in rows] == ["role.renamed"]


async def test_every_filter_narrows_what_is_written(rink: Rink) -> None:
    target, second = uuid7(), await member(rink.db, rink.of, "clerk", tenant=rink.merchant.id)
    with clock.freeze(NOON):
        await rink.act(rink.exporter, "role.made", object_id=target)
    with clock.freeze(NOON + timedelta(hours=1)):
        await rink.act(second, "view.saved", object_type="View")
    wanted = {
        "role.made": [
            {"to": "2026-03-01T05:00:00Z"},
            {"action": "role."},
            {"objectType": "Role"},
            {"objectId": gid("Role", target)},
            {"memberId": gid("Member", rink.exporter.membership_id, rink.merchant.id), "objectType": "Role"},
        ],
        "view.saved": [
            {"from": "2026-03-01T05:00:00Z", "to": "2026-03-01T06:00:00Z"},
            {"memberId": gid("Member", second.membership_id, rink.merchant.id)},
        ],
    }
    for action, filters in wanted.items():
        for chosen in filters:
            assert [row[1] for row in await rink.rows(rink.exporter, **chosen)] == [action], chosen


async def test_filters_that_make_no_sense_or_name_others_are_refused(rink: Rink) -> None:
    neighbours = gid("Member", rink.neighbours_exporter.membership_id, rink.neighbour.id)
    cases: dict[str, dict[str, str]] = {
        "to": {"from": "2026-03-01T05:00:00Z", "to": "2026-03-01T05:00:00Z"},
        "action": {"action": "%"},
        "objectType": {"objectType": "Role;"},
        "memberId": {"memberId": neighbours},
        "objectId": {"objectId": gid("Role", uuid7())},
        "merchantId": {"merchantId": gid("Merchant", rink.neighbour.id)},
    }
    for path, wanted in cases.items():
        asked = {"idempotencyKey": f"export-{uuid7().hex}"} | wanted
        refused = await rink.graph.refused(rink.exporter, "exportAuditEvents", "task { id }", **asked)
        assert [error["path"] for error in refused["userErrors"]] == [[path]]


async def test_pages_meet_without_gap_or_double_and_the_last_line_tells_of_what_is_missing(
    rink: Rink, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clock.freeze(NOON):
        for number in range(5):
            await rink.act(rink.exporter, f"role.step_{number}")
    for page in (1, 2, 5, 6):
        monkeypatch.setattr(audit_trail, "PAGE", page)
        rows = await rink.rows(rink.exporter, action="role.step")
        assert [row[1] for row in rows] == [f"role.step_{number}" for number in (4, 3, 2, 1, 0)]
    monkeypatch.setattr(audit_trail, "PAGE", 2)
    monkeypatch.setattr(audit_csv, "MOST_ROWS", 3)
    *rows, last = await rink.rows(rink.exporter, action="role.step")
    assert [row[1] for row in rows] == ["role.step_4", "role.step_3", "role.step_2"]
    assert last == ["More than 3 rows: the rest was left out; export a shorter period"]


async def test_no_cell_is_taken_for_a_formula(rink: Rink) -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uff1dcmd()", '=HYPERLINK("x"),"y"']
    for reason in evil:
        await rink.act(rink.exporter, "role.renamed", reason=reason)
    rows = await rink.rows(rink.exporter, action="role.renamed")
    assert {row[6] for row in rows} == {f"'{reason}" for reason in evil}
    assert audit_csv.safe("1-1=0") == "1-1=0"


async def test_columns_and_language_are_the_callers(rink: Rink) -> None:
    seeing = rink.exporter.grants.codes | {"audit.device"}
    auditor = replace(rink.exporter, grants=intern_grants(seeing), locale="zh-CN", device="Safari", address="10.0.0.1")
    await rink.act(auditor, "role.renamed")
    async with rink.db.write(replace(SYSTEM, merchant_id=rink.merchant.id)) as tx:
        await audit.record(tx, "role.swept", object_type="Role", object_id=None)
    titles, *rows = await rink.table(auditor, await rink.export(auditor, action="role."))
    assert (titles[0], titles[-2:]) == ("时间（北京时间）", ["操作地址", "操作设备"])
    assert [row[-2:] for row in rows] == [["", ""], ["10.0.0.1", "Safari"]]
    member_column = titles.index("操作人")
    assert [row[member_column] for row in rows] == ["系统", "韩梅梅"]
    unseeing = replace(auditor, grants=intern_grants(seeing - {"member.read"}))
    for narrow in (unseeing, replace(auditor, scope=ScopeKind.SELF)):
        assert "操作人" not in (await rink.table(narrow, await rink.export(narrow)))[0]


async def test_the_file_is_for_the_one_who_asked_in_his_session(rink: Rink) -> None:
    colleague = await member(rink.db, rink.of, "exporter", tenant=rink.merchant.id)
    task = await rink.export(rink.exporter)
    early = await rink.graph.refused(rink.exporter, "downloadTaskFile", "url", id=task)
    assert early["userErrors"] == [{"code": "NOT_FOUND", "path": ["id"]}]
    await run_due(rink.graph.services)
    for other in (colleague, rink.neighbours_exporter):
        refused = await rink.graph.refused(other, "downloadTaskFile", "url", id=task)
        assert refused["userErrors"] == [{"code": "NOT_FOUND", "path": ["id"]}]
    link = await rink.graph.act(rink.exporter, "downloadTaskFile", "url", id=task)
    async with browser(rink.graph) as client:
        path = urlsplit(link["url"]).path
        assert (await client.get(path, headers={"x-session": str(uuid7())})).status_code == 404
        own = {"x-session": str(rink.exporter.session_id)}
        assert (await client.get(path, headers=own)).headers["content-type"].startswith("text/csv")
        with clock.travel(timedelta(minutes=6)):
            assert (await client.get(path, headers=own)).status_code == 404


async def test_fetching_is_in_the_audit_trail(rink: Rink) -> None:
    task = await rink.export(rink.exporter, action="role.")
    await rink.table(rink.exporter, task)
    (row,) = await rink.rows(rink.exporter, action="audit.exported")
    assert (row[2], row[3]) == ("Task", str(GlobalId.decode(task).id))


async def test_it_takes_the_permission_and_one_key_begins_one_task(rink: Rink) -> None:
    clerk = await member(rink.db, rink.of, "owner", tenant=rink.merchant.id)
    document = "mutation($input: ExportAuditEventsInput!) { exportAuditEvents(input: $input) { task { id } replayed } }"
    wanted = {"idempotencyKey": f"export-{uuid7().hex}"}
    _, errors = await rink.graph.answer(clerk, document, input=wanted)
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
    answers = [await rink.graph.ask(rink.exporter, document, input=wanted) for _ in range(2)]
    first, second = (answer["exportAuditEvents"] for answer in answers)
    assert (first["replayed"], second["replayed"]) == (False, True)
    assert first["task"] == second["task"]
    assert await run_due(rink.graph.services) == 1


async def test_a_cancelled_export_leaves_no_file(rink: Rink) -> None:
    task = await rink.export(rink.exporter)
    async with rink.db.write(rink.exporter) as tx:
        await tasks.cancel(tx, rink.merchant.id, GlobalId.decode(task).id)
    await run_due(rink.graph.services)
    ended = (await rink.graph.ask(rink.exporter, TASK, id=task))["task"]
    assert (ended["state"], ended["fileId"]) == ("CANCELLED", None)
