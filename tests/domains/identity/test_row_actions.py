"""What lists offer on members, roles, tokens and changes is what the commands do and refuse."""

from typing import Any

import pytest

from prepaid.core.errors import REFUSALS
from tests.domains.demo import Demo

STATES = "availableActions { key enabled reason }"
MEMBERS = f"query($f: MemberFilter) {{ members(first: 100, filter: $f) {{ nodes {{ id displayName {STATES} }} }} }}"
CHANGES = f'{{ changeRequests(filter: {{ kind: {{ eq: "role.grants" }} }}) {{ nodes {{ id payloadHash {STATES} }} }} }}'
REASON = "离职交接完成"
INPUTS: dict[str, dict[str, Any]] = {
    "changeMemberRoles": {"roleIds": []},
    "changeMemberScope": {"scope": {"kind": "MERCHANT"}},
    "suspendMember": {"reason": REASON},
    "resumeMember": {"reason": REASON},
    "removeMember": {"reason": REASON},
}


def states(node: dict[str, Any]) -> dict[str, str | None]:
    """Reason by key; None where it can be done."""
    return {state["key"]: state["reason"] for state in node["availableActions"]}


@pytest.mark.parametrize("name", ["林晓云", "周海", "许远山", "韩正"])
async def test_every_action_that_a_list_of_members_disables_is_refused_with_those_words(demo: Demo, name: str) -> None:
    """Some of whom they see may do more than they, some are themselves, one has left, one is suspended."""
    owner = await demo.person("林晓云")
    for person, act in (("吴迪", "suspendMember"), ("郑敏", "removeMember")):
        await demo.graph.act(owner, act, "member { id }", memberId=await demo.member_id(person), reason=REASON)
    actor = await demo.person(name)
    nodes = (await demo.graph.ask(actor, MEMBERS))["members"]["nodes"]
    assert nodes
    refused = 0
    for node in nodes:
        for key, reason in states(node).items():
            if reason is None:
                continue
            payload = await demo.graph.refused(actor, key, "replayed", memberId=node["id"], **INPUTS[key])
            (error,) = payload["userErrors"]
            assert REFUSALS[error["code"]].zh == reason, (node["displayName"], key)
            refused += 1
    assert refused


async def test_what_is_offered_and_not_disabled_is_done(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    nodes = {node["displayName"]: node for node in (await demo.graph.ask(owner, MEMBERS))["members"]["nodes"]}
    assert states(nodes["陈静"]) == dict.fromkeys(
        ["changeMemberRoles", "changeMemberScope", "suspendMember", "removeMember"]
    )
    member = {"memberId": nodes["陈静"]["id"], "reason": REASON}
    await demo.graph.act(owner, "suspendMember", "member { id }", **member)
    after = await demo.graph.ask(owner, MEMBERS, f={"displayName": {"eq": "陈静"}})
    offered = states(after["members"]["nodes"][0])
    assert ("suspendMember" in offered, offered["resumeMember"]) == (False, None)
    await demo.graph.act(owner, "resumeMember", "member { id }", **member)
    await demo.graph.act(owner, "removeMember", "member { id }", **member)


async def test_who_may_not_change_members_is_offered_nothing(demo: Demo) -> None:
    cashier = await demo.person("陈静")
    for node in (await demo.graph.ask(cashier, MEMBERS))["members"]["nodes"]:
        assert node["availableActions"] == []


async def test_a_role_that_somebody_has_says_how_many(demo: Demo) -> None:
    admin = await demo.person("宋权")
    asked = "query($id: ID!) { role(id: $id) { version " + STATES + " } }"
    role_id = await demo.role_id("merchant", "owner")
    role = (await demo.graph.ask(admin, asked, id=role_id))["role"]
    payload = await demo.graph.refused(admin, "deleteRole", "replayed", roleId=role_id, expectedVersion=role["version"])
    assert payload["userErrors"] == [{"code": "ROLE_IN_USE", "path": ["roleId"]}]
    assert states(role)["updateRole"] is None
    assert states(role)["deleteRole"] == REFUSALS["ROLE_IN_USE"].zh.format(members=6, tokens=0)
    created = await demo.graph.act(
        admin,
        "createRole",
        "role { id " + STATES + " }",
        templateId=await demo.template_id("merchant"),
        code="night_shift",
        nameZh="夜班",
        nameEn="Night shift",
    )
    assert states(created["role"])["deleteRole"] is None


async def test_a_change_offers_deciding_to_the_checker_and_withdrawing_to_the_maker(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    await demo.graph.act(
        maker,
        "saveRoleGrants",
        "changeRequest { id }",
        roleId=await demo.role_id("bank", "contracts"),
        add=[await demo.node_id("bank", "audit.read")],
        remove=[],
        expectedVersion=1,
        reason=REASON,
    )
    (own,) = (await demo.graph.ask(maker, CHANGES))["changeRequests"]["nodes"]
    assert states(own)["withdrawChange"] is None
    assert set(states(own).values()) <= {None, REFUSALS["CHANGE_IS_OWN"].zh}
    (open_,) = (await demo.graph.ask(checker, CHANGES))["changeRequests"]["nodes"]
    assert states(open_) == {"approveChange": None, "rejectChange": None}
    approved = {"changeId": open_["id"], "payloadHash": open_["payloadHash"]}
    await demo.graph.act(checker, "approveChange", "changeRequest { id }", **approved)
    (closed,) = (await demo.graph.ask(checker, CHANGES))["changeRequests"]["nodes"]
    assert closed["availableActions"] == []
