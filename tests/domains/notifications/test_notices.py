"""People are told of changes that wait for them and of what became of their own; each sees only his notices."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from prepaid.core.actor import ANONYMOUS, SYSTEM, Actor, DbRole
from prepaid.core.database import Database
from prepaid.core.errors import Unauthenticated
from prepaid.core.jobs import enqueue, run_due
from prepaid.domains.identity.commands.expire_changes import expire_changes
from prepaid.domains.notifications.commands.mark_read import mark_notices_read
from prepaid.domains.notifications.commands.notify import Recipient, notify, settle
from prepaid.domains.notifications.jobs.purge import PURGE
from prepaid.domains.notifications.rules.kinds import NoticeKind, Words
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId, uuid7
from tests.domains.demo import Demo
from tests.domains.identity import cast
from tests.domains.identity.cast import do

READY = NoticeKind(code="test.ready", title=Words("好了", "Ready"), page_key="tasks")
MINE = """query($unread: Boolean) { myNotices(first: 50, unreadOnly: $unread) {
  totalCount nodes { id kind tone title body pageKey targetId readAt } } }"""


async def mine(demo: Demo, actor: Actor, **variables: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = (await demo.graph.ask(actor, MINE, **variables))["myNotices"]["nodes"]
    return nodes


async def submitted(demo: Demo, maker: Actor) -> dict[str, Any]:
    payload = await demo.graph.act(
        maker,
        "saveRoleGrants",
        "changeRequest { id payloadHash }",
        roleId=await demo.role_id("bank", "contracts"),
        add=[await demo.node_id("bank", "audit.read")],
        remove=[],
        expectedVersion=1,
        reason="岗位需要查看审计",
    )
    change: dict[str, Any] = payload["changeRequest"]
    return change


async def test_whoever_may_decide_is_told_and_the_maker_hears_what_became_of_it(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    change = await submitted(demo, maker)
    (waiting,) = await mine(demo, replace(checker, locale="en"))
    assert (waiting["kind"], waiting["title"], waiting["targetId"]) == (
        "change.waiting",
        "To review: Grants of a role",
        change["id"],
    )
    assert await mine(demo, maker) == [], "nobody is told to check what he made"
    approved = {"changeId": change["id"], "payloadHash": change["payloadHash"]}
    await demo.graph.act(checker, "approveChange", "changeRequest { id }", **approved)
    (outcome,) = await mine(demo, maker)
    assert (outcome["title"], outcome["tone"], outcome["pageKey"]) == ("已通过：角色授权变更", "SUCCESS", "change")
    assert (await mine(demo, checker))[0]["readAt"] is not None, "nothing waits for him any more"


async def test_a_rejection_and_an_expiry_are_told_and_a_withdrawal_is_not(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    for outcome in ("rejectChange", "withdrawChange", None):
        change = await submitted(demo, maker)
        if outcome == "rejectChange":
            reject = {"changeId": change["id"], "reason": "权限过大，请拆分"}
            await demo.graph.act(checker, outcome, "changeRequest { id }", **reject)
        elif outcome == "withdrawChange":
            await demo.graph.act(maker, outcome, "changeRequest { id }", changeId=change["id"])
        else:
            with clock.travel(timedelta(days=8)):
                async with demo.db.write(SYSTEM) as tx:
                    await expire_changes(tx)
    assert [notice["kind"] for notice in await mine(demo, maker)] == ["change.expired", "change.rejected"]
    assert await mine(demo, checker, unread=True) == []


async def test_notices_are_read_one_by_one_or_all_at_once(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    await submitted(demo, maker)
    async with demo.db.write(maker) as tx:
        assert checker.account_id is not None
        here = Recipient(PLATFORM_TENANT, checker.account_id, checker.membership_id)
        await notify(tx, READY, [here, here])
        await notify(tx, READY, [replace(here, membership_id=None)])
    assert len(await mine(demo, checker)) == 3, "the same person is told once"
    first = (await mine(demo, checker, unread=True))[0]["id"]
    for ids, marked in (([first], 1), ([first], 0)):
        payload = await demo.graph.act(checker, "markNoticesRead", "marked", ids=ids)
        assert payload["marked"] == marked
    done = await demo.graph.ask(checker, "mutation { markAllNoticesRead { marked userErrors { code } } }")
    assert done["markAllNoticesRead"] == {"marked": 2, "userErrors": []}
    assert await mine(demo, checker, unread=True) == []


async def test_nobody_reads_or_marks_anothers(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    await submitted(demo, maker)
    (notice,) = await mine(demo, checker)
    for other in (maker, await demo.person("林晓云"), await demo.person("许远山"), await demo.person("江小鱼")):
        assert await mine(demo, other) == []
        payload = await demo.graph.act(other, "markNoticesRead", "marked", ids=[notice["id"]])
        assert payload["marked"] == 0
        node = await demo.graph.ask(other, "query($id: ID!) { node(id: $id) { id } }", id=notice["id"])
        assert node["node"] is None
    elsewhere = replace(checker, membership_id=uuid7())
    assert await mine(demo, elsewhere) == [], "in another place of the same person it is not shown"
    assert await demo.superuser.fetchval("SELECT count(*) FROM notice WHERE read_at IS NOT NULL") == 0


@pytest.mark.parametrize("role", [DbRole.MERCHANT, DbRole.OPERATOR, DbRole.BANK, DbRole.CONSUMER])
async def test_the_database_shows_a_notice_to_its_account_alone(db: Database, role: DbRole) -> None:
    person, merchant = await cast.account(db), uuid7()
    tenant = merchant if role is DbRole.MERCHANT else PLATFORM_TENANT
    async with db.write(SYSTEM) as tx:
        await notify(tx, READY, [Recipient(tenant, person)])
    own = Actor(db_role=role, account_id=person, merchant_id=merchant if role is DbRole.MERCHANT else None)
    for actor, seen in ((own, 1), (replace(own, account_id=uuid7()), 0)):
        async with db.read(actor) as source:
            assert await source.fetchval("SELECT count(*) FROM notice") == seen
    async with db.write(own) as tx:
        connection = await tx.raw()
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("UPDATE notice SET title_zh = 'x'")


async def test_operators_read_their_notices_in_the_banks_tenant(demo: Demo) -> None:
    operator = await demo.person("许远山")
    assert operator.account_id is not None
    async with demo.db.write(SYSTEM) as tx:
        await notify(tx, READY, [Recipient(PLATFORM_TENANT, operator.account_id, operator.membership_id)])
    assert [notice["title"] for notice in await mine(demo, operator)] == ["好了"]


async def test_what_is_settled_is_settled_for_all(db: Database) -> None:
    people = [await cast.account(db) for _ in range(2)]
    target, other = (GlobalId("Task", PLATFORM_TENANT, uuid7()) for _ in range(2))
    async with db.write(SYSTEM) as tx:
        for one in (target, other):
            await notify(tx, READY, [Recipient(PLATFORM_TENANT, person) for person in people], target=one)
        await settle(tx, READY, target)
    async with db.read(SYSTEM) as source:
        left = await source.fetch("SELECT target_id FROM notice WHERE read_at IS NULL")
    assert [row["target_id"] for row in left] == [other.encode()] * 2


async def test_a_stranger_has_nothing_to_mark(db: Database) -> None:
    with pytest.raises(Unauthenticated):
        await do(db, ANONYMOUS, mark_notices_read, notice_ids=None)


async def test_old_notices_are_forgotten(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    await submitted(demo, maker)
    await demo.graph.ask(checker, "mutation { markAllNoticesRead { marked } }")
    assert checker.account_id is not None
    async with demo.db.write(SYSTEM) as tx:
        await notify(tx, READY, [Recipient(PLATFORM_TENANT, checker.account_id)])
    for days, left in ((89, 2), (100, 1), (366, 0)):
        with clock.travel(timedelta(days=days)):
            async with demo.db.write(SYSTEM) as tx:
                await enqueue(tx, PURGE, payload={})
            await run_due(demo.graph.services)
        assert (
            await demo.superuser.fetchval("SELECT count(*) FROM notice WHERE account_id = $1", checker.account_id)
            == left
        )
