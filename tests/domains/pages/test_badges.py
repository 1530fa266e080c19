"""Counts beside menu entries: what waits for the caller, and nothing where he may not look."""

from dataclasses import replace
from typing import Any

from prepaid.core.actor import Actor, intern_grants
from prepaid.domains.pages.graph.compiler.check import check_badges
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.graph.serving import configurations_for
from prepaid.domains.pages.rules.layout.operations import Operation
from prepaid.domains.pages.rules.layout.shell import NavItem, Shell
from prepaid.domains.pages.rules.text import Text
from tests.domains.demo import Demo

SHELL = "{ appConfig { navigation { key badge { id resultPath variables { variable constant } } } } }"
ENTRY = NavItem(key="orders", label=Text("订单", "Orders"), page_key="orders")


async def badge(demo: Demo, actor: Actor) -> Any:
    """What the menu says about changes; None without a badge."""
    configurations = await configurations_for(demo.graph.services)
    shell = (await demo.graph.ask(actor, SHELL))["appConfig"]
    found = {item["key"]: item["badge"] for item in shell["navigation"]}["changes"]
    if found is None:
        return None
    documents = configurations.compiler.documents
    stored = await documents._stored.find(found["id"], actor)
    answer = await demo.graph.ask(actor, stored.text, filter={"canDecide": {"eq": True}})
    assert found["resultPath"] == "changeRequests.totalCount"
    assert {"variable": "filter.canDecide.eq", "constant": True} in found["variables"]
    return answer["changeRequests"]["totalCount"]


async def test_changes_that_wait_for_the_caller_are_counted(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    assert await badge(demo, checker) == 0
    await demo.graph.act(
        maker,
        "saveRoleGrants",
        "changeRequest { id }",
        roleId=await demo.role_id("bank", "contracts"),
        add=[await demo.node_id("bank", "audit.read")],
        remove=[],
        expectedVersion=1,
        reason="岗位需要查看审计",
    )
    assert (await badge(demo, maker), await badge(demo, checker)) == (0, 1)


async def test_the_work_bench_comes_first_whatever_other_domains_declare(demo: Demo) -> None:
    await configurations_for(demo.graph.services)
    for name in ("林晓云", "韩正", "宋权"):
        shell = await demo.graph.ask(await demo.person(name), "{ appConfig { landing navigation { key parentKey } } }")
        assert shell["appConfig"]["landing"] == "home"
        menus = [item["key"] for item in shell["appConfig"]["navigation"] if item["parentKey"] is None]
        assert menus[0] == "home"
        assert menus[-1] in {"configuration", "oversight"}


def test_a_badge_counts_a_list_that_there_is(compiler: Compiler) -> None:
    def places(operation: Operation) -> list[str]:
        shell = Shell(navigation=(replace(ENTRY, badge=operation),))
        return [mistake.place for mistake in check_badges(shell, compiler.base, compiler.view)]

    assert places(Operation(field="orders")) == []
    assert places(Operation(field="oders")) == ["navigation.orders.badge.field"]
    assert places(Operation(field="kinds")) == ["navigation.orders.badge.field"]
    assert places(Operation(field="setTotal"))[0] == "navigation.orders.badge.field"


def test_a_badge_of_a_list_that_the_caller_may_not_read_is_not_there(compiler: Compiler) -> None:
    shell = Shell(navigation=(replace(ENTRY, badge=Operation(field="customers")),))
    page_set = compiler.page_set({})
    for codes, counted in (({"order.read", "customer.read"}, True), ({"order.read"}, False)):
        grants = intern_grants(frozenset(codes))
        configuration = compiler.configuration(page_set, grants.codes.__contains__, "en")
        (item,) = configuration.sight.shell(shell).navigation
        assert (item.badge is not None) == counted
