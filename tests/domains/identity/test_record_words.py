"""The audit trail and the review queue in words of their reader."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import prepaid
from prepaid.core.audit.words import DESCRIBED
from prepaid.domains.identity.rules.devices import device_name
from tests.domains.demo import Demo

EVENTS = (
    "query($action: String!) { auditEvents(filter: {action: {eq: $action}}, first: 1)"
    " { nodes { objectType objectName differences } } }"
)
CHANGES = "{ changeRequests(first: 1) { nodes { kindName targetName content } } }"
SOURCES = Path(prepaid.__file__).parent / "domains"
TOLD = ("identity", "pages")


def recorded(domain: str) -> Iterator[str]:
    """The types of objects that a domain's commands write into the trail by name."""
    for path in (SOURCES / domain / "commands").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not ast.unparse(call.func).endswith("record"):
                continue
            for keyword in call.keywords:
                if keyword.arg == "object_type" and isinstance(keyword.value, ast.Constant):
                    yield str(keyword.value.value)


@pytest.mark.parametrize("domain", TOLD)
def test_every_object_of_the_trail_is_described(domain: str) -> None:
    import prepaid.app  # noqa: F401 - loads what the domains describe

    found = set(recorded(domain))
    assert found
    assert found <= DESCRIBED.keys()


async def test_an_act_is_told_by_names_in_the_language_of_the_reader(demo: Demo) -> None:
    admin = await demo.person("宋权")
    add = [await demo.node_id("merchant", "member.contact")]
    role = await demo.role_id("merchant", "cashier")
    version = await demo.superuser.fetchval(
        "SELECT r.version FROM role r JOIN platform_template t ON t.id = r.template_id"
        " WHERE t.code = 'merchant' AND r.code = 'cashier'"
    )
    saving = {"roleId": role, "add": add, "remove": [], "expectedVersion": version}
    await demo.graph.act(admin, "saveRoleGrants", "role { id }", **saving)
    event = (await demo.graph.ask(admin, EVENTS, action="role.grants_saved"))["auditEvents"]["nodes"][0]
    assert event == {
        "objectType": "Role",
        "objectName": "收银员",
        "differences": [{"label": "权限", "removed": [], "added": ["成员联系方式"]}],
    }
    english = replace(admin, locale="en")
    event = (await demo.graph.ask(english, EVENTS, action="role.grants_saved"))["auditEvents"]["nodes"][0]
    assert event["objectName"] == "Cashier"
    assert event["differences"] == [{"label": "Permissions", "removed": [], "added": ["Members' contact details"]}]


async def test_a_reader_who_may_not_see_members_reads_no_names_of_theirs(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    member = await demo.member_id("陈静")
    await demo.graph.act(owner, "suspendMember", "member { id }", memberId=member, reason="排班调整期间")
    event = (await demo.graph.ask(owner, EVENTS, action="member.suspended"))["auditEvents"]["nodes"][0]
    assert event["objectName"] == "陈静"
    assert event["differences"] == [{"label": "状态", "before": "正常", "after": "停用"}]
    blind = replace(owner, grants=owner.grants.__class__(owner.grants.codes - {"member.read"}))
    event = (await demo.graph.ask(blind, EVENTS, action="member.suspended"))["auditEvents"]["nodes"][0]
    assert event["objectName"] is None


async def test_a_roles_name_is_that_of_its_members_platform(demo: Demo) -> None:
    admin = await demo.person("宋权")
    made = await demo.graph.ask(
        admin,
        "query($o: ID!) { timeline(object: $o) { nodes { action differences } } }",
        o=await demo.member_id("宋权"),
    )
    told = {event["action"]: event["differences"] for event in made["timeline"]["nodes"]}
    assert told["member.roles_changed"] == [{"label": "角色", "removed": [], "added": ["权限管理员"]}]


async def test_what_waits_for_a_second_person_is_told_by_names(demo: Demo) -> None:
    admin = await demo.person("宋权")
    role = await demo.role_id("bank", "risk")
    version = await demo.superuser.fetchval(
        "SELECT r.version FROM role r JOIN platform_template t ON t.id = r.template_id"
        " WHERE t.code = 'bank' AND r.code = 'risk'"
    )
    saving = {
        "roleId": role,
        "add": [await demo.node_id("bank", "role.read")],
        "remove": [await demo.node_id("bank", "merchant.gate")],
        "expectedVersion": version,
        "reason": "职责调整",
    }
    await demo.graph.act(admin, "saveRoleGrants", "changeRequest { id }", **saving)
    change = (await demo.graph.ask(admin, CHANGES))["changeRequests"]["nodes"][0]
    assert (change["kindName"], change["targetName"]) == ("角色授权变更", "风控")
    assert change["content"] == [
        {"label": "平台", "after": "商户管理平台"},
        {"label": "授予", "after": "角色"},
        {"label": "收回", "after": "暂停、冻结与恢复商户"},
    ]


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        pytest.param("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36", "Chrome · Windows"),
        pytest.param("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) MicroMessenger/8.0", "WeChat · iOS"),
        pytest.param("Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36 Edg/150.0", "Edge · Linux"),
        pytest.param("ledger-sync/2.1", "ledger-sync/2.1"),
        pytest.param(None, None),
    ],
    ids=["chrome", "wechat", "edge", "program", "nothing"],
)
def test_a_device_is_called_what_people_call_it(agent: str | None, name: str | None) -> None:
    assert device_name(agent) == name
