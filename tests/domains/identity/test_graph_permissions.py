"""Platforms, roles and members through GraphQL, with the permissions that the seeded roles have."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from prepaid.core.actor import ANONYMOUS, Actor, DbRole, ScopeKind, Via, intern_grants
from prepaid.domains.identity.rules.permissions import PERMISSIONS
from prepaid.graph.declare.mutations import Mutation
from prepaid.graph.declare.registry import declared_in
from prepaid.graph.declare.roots import QueryFunction, Root
from prepaid.graph.declare.types import TypeDecl
from prepaid.graph.permissions import PUBLIC, SIGNED_IN
from prepaid.graph.subscriptions import Subscription
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid, stepped_up

TREE = "query($role: ID!) { rolePermissionTree(roleId: $role) { id code kind check granted parentId name } }"


def test_every_permission_that_the_schema_asks_for_is_in_the_catalogue() -> None:
    from prepaid.app import DOMAINS, graph_schema

    graph_schema()
    asked: set[str] = set()
    for item in declared_in((DOMAINS,)):
        if isinstance(item, Mutation | Root | QueryFunction | Subscription | TypeDecl):
            assert item.permission, item
            asked.add(item.permission)
        if isinstance(item, TypeDecl):
            asked.update(field.permission for field in item.fields.values() if field.permission)
    assert asked - {PUBLIC, SIGNED_IN} <= set(PERMISSIONS), asked - set(PERMISSIONS)


async def test_the_tree_of_a_role_has_a_box_for_every_node_of_its_platform(demo: Demo) -> None:
    admin = await demo.person("宋权")
    tree = (await demo.graph.ask(admin, TREE, role=await demo.role_id("merchant", "cashier")))["rolePermissionTree"]
    boxes = {node["code"]: node["check"] for node in tree}
    parents = {node["parentId"] for node in tree}
    assert {node["check"] for node in tree if node["id"] not in parents} == {"CHECKED", "UNCHECKED"}
    assert (boxes["menu.team"], boxes["member.read"], boxes["member.add"]) == ("PARTIAL", "PARTIAL", "UNCHECKED")
    assert tree[1]["parentId"] == tree[0]["id"]
    _, errors = await demo.graph.answer(admin, TREE, role=gid("Role", uuid7()))
    assert errors[0]["extensions"]["code"] == "NOT_FOUND"


async def test_a_difference_is_previewed_saved_and_changes_what_the_role_holds(demo: Demo) -> None:
    admin = await demo.person("宋权")
    role, node = await demo.role_id("merchant", "cashier"), await demo.node_id("merchant", "member.contact")
    preview = await demo.graph.ask(
        admin,
        "query($role: ID!, $add: [ID!]!) { previewRoleGrants(roleId: $role, add: $add, remove: [])"
        " { adds removes memberCount members { name } } }",
        role=role,
        add=[node],
    )
    assert preview["previewRoleGrants"] == {
        "adds": ["member.contact"],
        "removes": [],
        "memberCount": 1,
        "members": [{"name": "陈静"}],
    }
    fields = "role { version grants { code } } changeRequest { id }"
    save: dict[str, Any] = {"roleId": role, "add": [node], "remove": [], "expectedVersion": 1}
    saved = await demo.graph.act(admin, "saveRoleGrants", fields, **save)
    assert saved["changeRequest"] is None
    assert "member.contact" in [each["code"] for each in saved["role"]["grants"]]
    stale = await demo.graph.refused(admin, "saveRoleGrants", fields, **save)
    assert stale["userErrors"] == [{"code": "STALE_OBJECT", "path": ["expectedVersion"]}]
    assert stale["role"] is None
    assert (await demo.person("陈静")).may("member.contact")


async def test_a_role_of_bank_staff_is_saved_by_two_people(demo: Demo) -> None:
    maker, checker = await demo.person("宋权"), await demo.person("秦复")
    role, node = await demo.role_id("bank", "contracts"), await demo.node_id("bank", "audit.read")
    saved = await demo.graph.act(
        maker,
        "saveRoleGrants",
        "changeRequest { id state payloadHash canDecide isOwn }",
        roleId=role,
        add=[node],
        remove=[],
        expectedVersion=1,
        reason="合同需查阅审计",
    )
    change = saved["changeRequest"]
    assert (change["state"], change["canDecide"], change["isOwn"]) == ("OPEN", False, True)
    queue = await demo.graph.ask(
        checker,
        "{ changeRequests(filter: {state: {eq: OPEN}}) { totalCount nodes"
        " { id kindName payload payloadHash canDecide maker { displayName } } } }",
    )
    (waiting,) = queue["changeRequests"]["nodes"]
    assert (waiting["kindName"], waiting["canDecide"], waiting["maker"]["displayName"]) == (
        "角色授权变更",
        True,
        "宋权",
    )
    assert waiting["payload"]["add"] == ["audit.read"]
    decide = {"changeId": waiting["id"], "payloadHash": waiting["payloadHash"]}
    own = await demo.graph.refused(maker, "approveChange", "changeRequest { state }", **decide)
    assert own["userErrors"][0]["code"] == "CHANGE_IS_OWN"
    done = await demo.graph.act(checker, "approveChange", "changeRequest { state checker { displayName } }", **decide)
    assert done["changeRequest"] == {"state": "APPROVED", "checker": {"displayName": "秦复"}}
    assert (await demo.person("赵文")).may("audit.read")


async def test_an_owner_manages_his_team_and_sees_no_other(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    listed = await demo.graph.ask(
        owner,
        "{ members(orderBy: [{field: DISPLAY_NAME}]) { totalCount nodes { displayName phone roles { code } merchant"
        " { name number } template { code } scope status } } }",
    )
    names = {node["displayName"] for node in listed["members"]["nodes"]}
    assert names == {"林晓云", "周海", "陈静", "吴迪", "郑敏"}
    assert {node["merchant"]["name"] for node in listed["members"]["nodes"]} == {"云岭滑冰馆"}
    assert all("****" in node["phone"] for node in listed["members"]["nodes"])
    added = await demo.graph.act(
        owner,
        "addMember",
        "member { id displayName roles { code } } changeRequest { id } replayed",
        templateId=await demo.template_id("merchant"),
        login="new.cashier@example.com",
        displayName="新收银员",
        roleIds=[await demo.role_id("merchant", "cashier")],
        scope={"kind": "MERCHANT"},
        idempotencyKey="add-member-00000001",
    )
    assert added["member"]["roles"] == [{"code": "cashier"}]
    gone = await demo.graph.act(
        owner, "removeMember", "member { status leftAt }", memberId=added["member"]["id"], reason="试用期未通过"
    )
    assert gone["member"]["status"] == "LEFT"


async def test_a_cashier_sees_colleagues_without_contact_details_and_changes_nothing(demo: Demo) -> None:
    cashier = await demo.person("陈静")
    data, errors = await demo.graph.answer(cashier, "{ members { nodes { displayName phone } } }")
    assert {node["phone"] for node in data["members"]["nodes"]} == {None}
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
    document = "mutation($input: MemberStatusInput!) { removeMember(input: $input) { userErrors { code } } }"
    inputs = {"memberId": await demo.member_id("周海"), "reason": "试用期未通过"}
    _, errors = await demo.graph.answer(cashier, document, input=inputs)
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
    salesperson = await demo.person("吴迪")
    own = await demo.graph.ask(salesperson, "{ members { totalCount nodes { displayName } } }")
    assert own["members"] == {"totalCount": 1, "nodes": [{"displayName": "吴迪"}]}
    _, errors = await demo.graph.answer(ANONYMOUS, "{ members { totalCount } }")
    assert errors[0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_a_foreign_member_is_not_found_in_the_words_of_one_that_does_not_exist(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    assert owner.merchant_id
    foreign, missing = await demo.member_id("沈星"), gid("Member", uuid7(), owner.merchant_id)
    one = "query($id: ID!) { member(id: $id) { displayName } node(id: $id) { id } }"
    answers = [await demo.graph.answer(owner, one, id=each) for each in (foreign, missing)]
    assert answers[0] == answers[1]
    assert answers[0][0] == {"member": None, "node": None}
    refusals = [
        await demo.graph.refused(owner, "suspendMember", "member { id }", memberId=each, reason="长期未到岗")
        for each in (foreign, missing)
    ]
    assert refusals[0] == refusals[1]


async def test_operators_see_the_people_of_their_merchants_and_the_bank_sees_all(demo: Demo) -> None:
    places = "{ merchants(orderBy: [{field: NAME}]) { nodes { name operator { name } } } members { totalCount } }"
    operator, _ = await demo.graph.answer(await demo.person("许远山"), places)
    assert {each["name"] for each in operator["merchants"]["nodes"]} == {"云岭滑冰馆", "星河舞蹈培训"}
    assert operator["members"]["totalCount"] == 6
    bank = await demo.graph.ask(await demo.person("韩正"), places)
    everywhere = "SELECT (SELECT count(*) FROM merchant), (SELECT count(*) FROM membership)"
    merchants, members = await demo.superuser.fetchrow(everywhere)
    assert (len(bank["merchants"]["nodes"]), bank["members"]["totalCount"]) == (merchants, members)
    filtered = await demo.graph.ask(
        await demo.person("韩正"),
        'query($role: ID!) { members(role: $role, search: "云") { nodes { displayName } } }',
        role=await demo.role_id("merchant", "owner"),
    )
    assert [each["displayName"] for each in filtered["members"]["nodes"]] == ["林晓云"]


async def test_the_bank_suspends_a_merchant_and_its_owner_is_told_why(demo: Demo) -> None:
    compliance = await demo.person("孙合")
    merchants = await demo.graph.ask(compliance, '{ merchants(filter: {name: {eq: "云岭滑冰馆"}}) { nodes { id } } }')
    (merchant,) = merchants["merchants"]["nodes"]
    gate = {"merchantId": merchant["id"], "gate": "CLOSED", "reason": "证照已经注销"}
    closed = await demo.graph.act(compliance, "setMerchantGate", "merchant { gate }", **gate)
    assert closed["merchant"]["gate"] == "CLOSED"
    owner = await demo.person("林晓云")
    assert owner.may("member.read")
    assert not owner.may("member.add")
    explained = await demo.graph.ask(
        await demo.person("宋权"),
        "query($member: ID!, $code: String!) { explainPermission(memberId: $member, code: $code)"
        " { verdict roles { code } } }",
        member=await demo.member_id("林晓云"),
        code="member.add",
    )
    assert explained["explainPermission"] == {"verdict": "GATE_CLOSED", "roles": [{"code": "owner"}]}


@pytest.mark.parametrize(
    ("who", "code", "verdict"),
    [("陈静", "member.read", "ALLOWED"), ("陈静", "member.add", "NOT_GRANTED"), ("韩正", "merchant.read", "ALLOWED")],
)
async def test_a_permission_is_explained(demo: Demo, who: str, code: str, verdict: str) -> None:
    explained = await demo.graph.ask(
        await demo.person("宋权"),
        "query($member: ID!, $code: String!) { explainPermission(memberId: $member, code: $code) { verdict } }",
        member=await demo.member_id(who),
        code=code,
    )
    assert explained["explainPermission"]["verdict"] == verdict


async def test_a_phone_is_revealed_after_stepping_up(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    ask = {"id": await demo.member_id("陈静"), "field": "phone", "reason": "家属紧急联系"}
    document = "mutation($input: RevealFieldInput!) { revealField(input: $input) { value userErrors { code } } }"
    _, errors = await demo.graph.answer(owner, document, input=ask)
    assert errors[0]["extensions"]["code"] == "STEP_UP_REQUIRED"
    shown = await demo.graph.act(stepped_up(owner), "revealField", "value", **ask)
    assert shown["value"].startswith("154")
    _, errors = await demo.graph.answer(stepped_up(await demo.person("陈静")), document, input=ask)
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
    kept = await demo.superuser.fetchval("SELECT count(*) FROM idempotency_key WHERE answer::text LIKE '%154%'")
    assert kept == 0


async def test_the_trail_tells_who_did_what_to_whom(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    member = await demo.member_id("陈静")
    await demo.graph.act(owner, "suspendMember", "member { status }", memberId=member, reason="排班调整期间")
    timeline = await demo.graph.ask(
        owner,
        "query($object: ID!) { timeline(object: $object) { totalCount nodes { action reason changes"
        " actor { displayName } merchant { name } } }"
        ' auditEvents(filter: {action: {eq: "member.suspended"}}) { nodes { objectId } } }',
        object=member,
    )
    latest = timeline["timeline"]["nodes"][0]
    assert (latest["action"], latest["reason"]) == ("member.suspended", "排班调整期间")
    assert latest["changes"] == [{"path": "status", "before": "ACTIVE", "after": "SUSPENDED"}]
    assert (latest["actor"]["displayName"], latest["merchant"]["name"]) == ("林晓云", "云岭滑冰馆")
    neighbour = await demo.graph.ask(
        await demo.person("沈星"), "query($object: ID!) { timeline(object: $object) { totalCount } }", object=member
    )
    assert neighbour["timeline"]["totalCount"] == 0
    bank = await demo.graph.ask(
        await demo.person("韩正"),
        'query($merchant: ID!) { auditEvents(merchant: $merchant, search: "suspended") { totalCount } }',
        merchant=gid("Merchant", owner.merchant_id),
    )
    assert bank["auditEvents"]["totalCount"] == 1


async def test_tasks_are_their_owners(demo: Demo) -> None:
    from prepaid.core import tasks

    owner, manager = await demo.person("林晓云"), await demo.person("周海")
    assert owner.merchant_id
    before = (await demo.graph.ask(owner, "{ tasks { totalCount } }"))["tasks"]["totalCount"]
    async with demo.db.write(owner) as tx:
        task: UUID = await tasks.start(tx, "members.export", total=5)
    mine = "query($id: ID!) { task(id: $id) { state done total } tasks { totalCount } }"
    task_id = gid("Task", task, owner.merchant_id)
    assert await demo.graph.ask(owner, mine, id=task_id) == {
        "task": {"state": "QUEUED", "done": 0, "total": 5},
        "tasks": {"totalCount": before + 1},
    }
    assert (await demo.graph.answer(manager, mine, id=task_id))[0] == {"task": None, "tasks": {"totalCount": 0}}


async def test_nobody_without_a_platform_reads_the_catalogues(demo: Demo) -> None:
    stranger = Actor(via=Via.BEARER, db_role=DbRole.CONSUMER, account_id=uuid7(), grants=intern_grants(frozenset()))
    for template in ("bank", "merchant"):
        node = await demo.graph.answer(
            stranger, "query($id: ID!) { node(id: $id) { id } }", id=await demo.template_id(template)
        )
        assert node[0] == {"node": None}
    cashier = await demo.person("陈静")
    foreign = await demo.graph.answer(
        cashier, "query($id: ID!) { role(id: $id) { code } }", id=await demo.role_id("bank", "risk")
    )
    assert foreign[0] == {"role": None}


async def test_a_list_shows_whom_one_may_read_and_nobody_else(demo: Demo) -> None:
    """List ⊆ {x | may read x}, and counts and node() agree with it, for every data scope."""
    stores = uuid7(), uuid7()
    lead = await demo.person("周海")
    for name, store in (("陈静", stores[0]), ("郑敏", stores[1])):
        await demo.superuser.execute(
            "INSERT INTO membership_store (merchant_id, membership_id, store_id)"
            " SELECT merchant_id, id, $2 FROM membership WHERE display_name = $1",
            name,
            store,
        )
    everybody = [row["display_name"] for row in await demo.superuser.fetch("SELECT display_name FROM membership")]
    scopes = (
        replace(lead, scope=ScopeKind.STORE, store_ids=(stores[0],)),
        replace(lead, scope=ScopeKind.REGION_SUBTREE, store_ids=stores),
        replace(lead, scope=ScopeKind.SELF),
        lead,
    )
    expected = ({"陈静"}, {"陈静", "郑敏"}, {"周海"}, {"林晓云", "周海", "陈静", "吴迪", "郑敏"})
    for actor, names in zip(scopes, expected, strict=True):
        listed = await demo.graph.ask(actor, "{ members { totalCount nodes { displayName } } }")
        assert {node["displayName"] for node in listed["members"]["nodes"]} == names
        assert listed["members"]["totalCount"] == len(names)
        for name in everybody:
            member_id = await demo.member_id(name)
            found = await demo.graph.ask(actor, "query($id: ID!) { node(id: $id) { id } }", id=member_id)
            assert (found["node"] is not None) == (name in names)
        held = "{ roles { nodes { memberCount members { totalCount } } } }"
        roles = (await demo.graph.ask(actor, held))["roles"]["nodes"]
        assert sum(role["memberCount"] for role in roles) == len(names)
        assert sum(role["members"]["totalCount"] for role in roles) == len(names)
