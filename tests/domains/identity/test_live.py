"""Live events: progress of one's own tasks, and what waits for review."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from prepaid.app import DOMAINS
from prepaid.core import tasks
from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.commands.change_member_roles import change_member_roles
from prepaid.graph.declare.registry import declared_in
from prepaid.graph.subscriptions import Subscriptions, subscription_permissions
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.identity.cast import HEADQUARTERS, SHOP, do, member, platform, shop
from tests.domains.identity.graphql import Graph, gid, graph_over, plain

PERMISSIONS = subscription_permissions(declared_in((DOMAINS,)))


@pytest.fixture
async def graph(app_database_url: str, tmp_path: Path) -> AsyncIterator[Graph]:
    async with graph_over(app_database_url, tmp_path) as graph:
        yield graph


def events(graph: Graph, actor: Actor, document: str, **variables: Any) -> Any:
    live = Subscriptions(graph.engine.schema, PERMISSIONS)
    prepared = graph.engine.parse_and_validate(document)
    assert not prepared.errors

    async def always() -> None:
        """Whether the permission is still there is the socket's to ask."""

    return aclosing(as_sent(live.events(prepared, None, variables, graph.context(actor), always)))


async def as_sent(results: Any) -> AsyncIterator[dict[str, Any]]:
    async with aclosing(results) as stream:
        async for result in stream:
            yield {"data": plain(result.data), "errors": list(result.errors)}


PROGRESS = "subscription($id: ID!) { taskProgress(id: $id) { state done total error } }"


async def test_progress_comes_from_the_state_now_to_the_end(db: Database, graph: Graph) -> None:
    of = await platform(db, SHOP)
    rink = await shop(db)
    owner = await member(db, of, "owner", tenant=rink.id)
    async with db.write(owner) as tx:
        task_id = await tasks.start(tx, "members.export", total=2)
    work = tasks.Progress(db, rink.id, task_id, total=2)
    async with events(graph, owner, PROGRESS, id=gid("Task", task_id, rink.id)) as stream:
        seen = [(await anext(stream))["data"]["taskProgress"]]
        await work.begin()
        seen.append((await anext(stream))["data"]["taskProgress"])
        await work.report(2)
        seen.append((await anext(stream))["data"]["taskProgress"])
        async with db.write(owner) as tx:
            await tasks.finish(tx, rink.id, task_id)
        seen += [event["data"]["taskProgress"] async for event in stream]
    assert [(event["state"], event["done"]) for event in seen] == [
        ("QUEUED", 0),
        ("RUNNING", 0),
        ("RUNNING", 2),
        ("DONE", 2),
    ]


async def test_anothers_task_and_no_task_are_the_same_answer(db: Database, graph: Graph) -> None:
    of = await platform(db, SHOP)
    rink = await shop(db)
    owner, clerk = await member(db, of, "owner", tenant=rink.id), await member(db, of, "clerk", tenant=rink.id)
    async with db.write(owner) as tx:
        task_id = await tasks.start(tx, "members.export")
    for wanted in (task_id, uuid4()):
        with pytest.raises(NotFound):
            async with events(graph, clerk, PROGRESS, id=gid("Task", wanted, rink.id)) as stream:
                await anext(stream)


async def test_the_queue_tells_what_comes_and_goes(db: Database, graph: Graph) -> None:
    of = await platform(db, HEADQUARTERS)
    maker, checker = await member(db, of, "root"), await member(db, of, "checker")
    target = await member(db, of, "auditor")
    document = "subscription { reviewQueue { changeId state openCount } }"
    async with events(graph, checker, document) as stream:
        first = (await anext(stream))["data"]["reviewQueue"]
        roles = [of.roles["auditor"], of.roles["checker"]]
        who = {"tenant": PLATFORM_TENANT, "membership_id": target.membership_id}
        saved = await do(db, maker, change_member_roles, **who, role_ids=roles)
        change = saved.change
        assert change is not None
        second = (await anext(stream))["data"]["reviewQueue"]
        decide = {"tenant": PLATFORM_TENANT, "change_id": change.id, "payload_hash": change.payload_hash}
        await do(db, checker, approve_change, **decide)
        third = (await anext(stream))["data"]["reviewQueue"]
    change_id = gid("ChangeRequest", change.id)
    assert first == {"changeId": None, "state": None, "openCount": 0}
    assert second == {"changeId": change_id, "state": "OPEN", "openCount": 1}
    assert third == {"changeId": change_id, "state": "APPROVED", "openCount": 0}
