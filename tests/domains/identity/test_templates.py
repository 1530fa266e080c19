"""Templates as data: making, editing, copying, exporting and importing a platform."""

import json
from copy import deepcopy
from typing import Any

import asyncpg
import pytest

from prepaid.core.database import Database
from prepaid.core.errors import InvalidValue, NotFound, Refusal, StaleObject
from prepaid.domains.identity.commands.copy_template import copy_template
from prepaid.domains.identity.commands.create_role import create_role
from prepaid.domains.identity.commands.create_template import create_template
from prepaid.domains.identity.commands.delete_role import delete_role
from prepaid.domains.identity.commands.export_template import export_template
from prepaid.domains.identity.commands.import_template import import_template
from prepaid.domains.identity.commands.move_node import move_node
from prepaid.domains.identity.commands.prune_node import prune_node
from prepaid.domains.identity.commands.rename_template import rename_template
from prepaid.domains.identity.commands.retire_template import retire_template
from prepaid.domains.identity.commands.save_node import NodeValues, save_node
from prepaid.domains.identity.commands.update_from_document import preview_update, update_from_document
from prepaid.domains.identity.commands.update_role import update_role
from prepaid.domains.identity.errors.permissions import (
    CodeMalformed,
    CodeTaken,
    LastAdministrator,
    MoveWouldGrant,
    NodeGateFixed,
    NodeKindWrong,
    NodePlaceWrong,
    NothingToChange,
    PermissionUnknown,
    RoleInUse,
    TemplateDocumentInvalid,
    TemplateRetired,
)
from prepaid.domains.identity.reads.prune import preview_prune
from prepaid.domains.identity.rules.permissions import Audience, Gate, NodeKind
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import (
    BANK,
    HEADQUARTERS,
    NAME,
    SHOP,
    as_it_is,
    do,
    document,
    member,
    node,
    platform,
    role,
    shop,
)

PAGE = NodeValues(code="page.own", kind=NodeKind.PAGE, name_zh="自有页面", name_en="Own page")


async def codes_of(superuser: asyncpg.Connection, role_code: str) -> set[str]:
    rows = await superuser.fetch(
        "SELECT n.code FROM role r JOIN role_grant g ON g.role_id = r.id JOIN permission_node n ON n.id = g.node_id"
        " WHERE r.code = $1",
        role_code,
    )
    return {row["code"] for row in rows}


async def test_a_platform_is_made_from_a_document_and_exported_the_same(db: Database) -> None:
    shop = await platform(db, SHOP)
    exported = await do(db, BANK, export_template, template_id=shop.id)
    again = await platform(db, exported, code="shop_two")
    once_more = await do(db, BANK, export_template, template_id=again.id)
    assert once_more["template"].pop("code") == "shop_two"
    assert exported["template"].pop("code") == "shop"
    assert once_more == exported
    assert json.loads(json.dumps(exported)) == exported
    assert [each["code"] for each in exported["roles"]] == ["clerk", "lead", "owner"]
    assert exported["roles"][0]["grants"] == ["member.read", "menu.team"]


@pytest.mark.parametrize(
    ("break_it", "place"),
    [
        (lambda d: d.update(version=2), "version"),
        (lambda d: d.update(format="other"), "format"),
        (lambda d: d.update(extra=1), "extra"),
        (lambda d: d.pop("template"), "template"),
        (lambda d: d["template"].update(code="Shop"), "template.code"),
        (lambda d: d["template"].update(audience="WORLD"), "template.audience"),
        (lambda d: d["template"].update(idleMinutes="15"), "template.idleMinutes"),
        (lambda d: d["template"].update(idleMinutes=0), "template.idleMinutes"),
        (lambda d: d["template"].update(name={"zh": "甲\x00", "en": "A"}), "template.name.zh"),
        (lambda d: d["nodes"].append(deepcopy(d["nodes"][0])), "nodes"),
        (lambda d: d["nodes"].append(node("merchant.gate", "ACTION", "member.read")), "nodes.10.code"),
        (lambda d: d["nodes"].append(node("made.up", "ACTION", "member.read")), "nodes.10.code"),
        (lambda d: d["nodes"].append(node("token.read", "MENU")), "nodes.10.code"),
        (lambda d: d["nodes"].append(node("token.read", "PAGE", "member.add")), "nodes.10.code"),
        (lambda d: d["nodes"].append(node("token.read", "PAGE", gate="SALES")), "nodes.10.code"),
        (lambda d: d["nodes"].append(node("token.read", "PAGE", "nowhere")), "nodes"),
        (lambda d: d["nodes"][0].update(parent="member.read"), "nodes"),
        (lambda d: d["roles"].append(role("owner")), "roles"),
        (lambda d: d["roles"].append(role("spy", "merchant.gate")), "roles.spy.grants"),
        (lambda d: d["roles"][0].update(description="x" * 501), "roles.0.description"),
    ],
    ids=range(20),
)
async def test_a_wrong_document_is_refused_with_its_place(db: Database, break_it: Any, place: str) -> None:
    broken = deepcopy(SHOP)
    break_it(broken)
    with pytest.raises(TemplateDocumentInvalid) as refused:
        await do(db, BANK, import_template, document=broken)
    assert ".".join(refused.value.path) == f"document.{place}"
    assert refused.value.message("zh-CN") != refused.value.message("en")


async def test_bank_staff_always_have_a_second_factor(db: Database) -> None:
    lax = deepcopy(HEADQUARTERS)
    lax["template"]["secondFactor"] = "OPTIONAL"
    with pytest.raises(TemplateDocumentInvalid):
        await do(db, BANK, import_template, document=lax)
    names = {"name_zh": "行内", "name_en": "Bank"}
    with pytest.raises(InvalidValue):
        await do(db, BANK, create_template, code="inner", audience=Audience.BANK, **names)


async def test_codes_are_unique_and_well_formed(db: Database) -> None:
    await platform(db, SHOP)
    names = {"name_zh": "店", "name_en": "Shop", "audience": Audience.MERCHANT}
    with pytest.raises(CodeTaken):
        await do(db, BANK, create_template, code="shop", **names)
    with pytest.raises(CodeMalformed):
        await do(db, BANK, create_template, code="Shop!", **names)


async def test_a_node_is_added_changed_and_moved(db: Database, superuser: asyncpg.Connection) -> None:
    shop = await platform(db, SHOP)
    added = await do(db, BANK, save_node, template_id=shop.id, values=PAGE, expected_version=1)
    assert added.position == 2
    renamed = NodeValues(code="page.own", kind=NodeKind.PAGE, name_zh="新名", name_en="New", feature="auditing")
    await do(db, BANK, save_node, template_id=shop.id, node_id=added.id, values=renamed, expected_version=2)
    await do(
        db,
        BANK,
        move_node,
        template_id=shop.id,
        node_id=added.id,
        parent_id=shop.nodes["menu.team"],
        position=0,
        expected_version=3,
    )
    rows = await superuser.fetch(
        "SELECT code, position, feature FROM permission_node WHERE parent_id = $1 ORDER BY position",
        shop.nodes["menu.team"],
    )
    assert [tuple(row) for row in rows] == [("page.own", 0, "auditing"), ("member.read", 1, None)]
    actions = await superuser.fetch("SELECT action, after->>'code' AS code FROM audit_event ORDER BY recorded_at")
    assert [row["action"] for row in actions][-3:] == ["node.saved", "node.saved", "node.moved"]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        (NodeValues(code="made.up", kind=NodeKind.ACTION, name_zh="甲", name_en="A"), PermissionUnknown),
        (NodeValues(code="merchant.gate", kind=NodeKind.ACTION, name_zh="甲", name_en="A"), PermissionUnknown),
        (NodeValues(code="token.read", kind=NodeKind.ACTION, name_zh="甲", name_en="A"), NodeKindWrong),
        (NodeValues(code="token.read", kind=NodeKind.PAGE, name_zh="甲", name_en="A", gate=Gate.SALES), NodeGateFixed),
        (NodeValues(code="member.read", kind=NodeKind.PAGE, name_zh="甲", name_en="A"), CodeTaken),
        (NodeValues(code="Own", kind=NodeKind.PAGE, name_zh="甲", name_en="A"), CodeMalformed),
        (NodeValues(code="own", kind=NodeKind.PAGE, name_zh=" ", name_en="A"), InvalidValue),
        (NodeValues(code="own", kind=NodeKind.PAGE, name_zh="甲", name_en="A", parent_id=uuid7()), NotFound),
        (NodeValues(code="own", kind=NodeKind.PAGE, name_zh="甲", name_en="A", feature="X"), InvalidValue),
    ],
)
async def test_a_wrong_node_is_refused(db: Database, values: NodeValues, refusal: type[Refusal]) -> None:
    shop = await platform(db, SHOP)
    with pytest.raises(refusal):
        await do(db, BANK, save_node, template_id=shop.id, values=values, expected_version=1)


async def test_a_node_keeps_what_it_guards(db: Database) -> None:
    shop = await platform(db, SHOP)
    other = NodeValues(code="member.remove", kind=NodeKind.ACTION, name_zh="甲", name_en="A")
    edit = {"template_id": shop.id, "node_id": shop.nodes["member.contact"], "expected_version": 1}
    with pytest.raises(InvalidValue):
        await do(db, BANK, save_node, values=other, **edit)
    under_an_act = NodeValues(
        code="own", kind=NodeKind.PAGE, name_zh="甲", name_en="A", parent_id=shop.nodes["member.add"]
    )
    with pytest.raises(NodePlaceWrong):
        await do(db, BANK, save_node, template_id=shop.id, values=under_an_act, expected_version=1)


async def test_two_editors_do_not_overwrite_each_other(db: Database) -> None:
    shop = await platform(db, SHOP)
    await do(db, BANK, save_node, template_id=shop.id, values=PAGE, expected_version=1)
    names = {"name_zh": "店", "name_en": "Shop", "idle_minutes": 5}
    for command, inputs in (
        (save_node, {"values": PAGE}),
        (rename_template, names),
        (prune_node, {"node_id": shop.nodes["audit.read"], "reason": "不再需要它"}),
        (retire_template, {"reason": "不再需要它"}),
        (update_from_document, {"document": SHOP, "reason": ""}),
    ):
        with pytest.raises(StaleObject):
            await do(db, BANK, command, template_id=shop.id, expected_version=1, **inputs)


async def test_a_move_never_gives_a_role_a_page_it_does_not_hold(db: Database) -> None:
    shop = await platform(db, SHOP)
    move = {"template_id": shop.id, "position": 0, "expected_version": 1}
    with pytest.raises(MoveWouldGrant) as refused:
        await do(db, BANK, move_node, node_id=shop.nodes["member.add"], parent_id=shop.nodes["audit.read"], **move)
    assert refused.value.data["roles"] == "lead"
    for parent in ("member.read", "member.add"):
        with pytest.raises(NodePlaceWrong):
            await do(db, BANK, move_node, node_id=shop.nodes["menu.team"], parent_id=shop.nodes[parent], **move)


async def test_a_prune_shows_who_loses_what_and_takes_it(db: Database, superuser: asyncpg.Connection) -> None:
    of = await platform(db, SHOP)
    rink = await shop(db)
    await member(db, of, "owner", tenant=rink.id)
    await member(db, of, "lead", "clerk", tenant=rink.id)
    async with db.read(BANK) as source:
        losses = await preview_prune(source, of.id, of.nodes["member.read"])
        with pytest.raises(NotFound):
            await preview_prune(source, of.id, uuid7())
    assert set(losses.codes) == {code for code in of.nodes if code.startswith("member.")}
    by_role = {each.name_zh: (len(each.codes), each.members) for each in losses.roles}
    assert by_role == {"clerk": (1, 1), "lead": (5, 1), "owner": (7, 1)}
    assert sorted(len(each.codes) for each in losses.members) == [5, 7]
    prune = {"template_id": of.id, "node_id": of.nodes["member.read"], "expected_version": 1}
    await do(db, BANK, prune_node, reason="由新页面代替", **prune)
    assert await codes_of(superuser, "owner") == {"menu.team", "menu.audit", "audit.read"}
    assert await codes_of(superuser, "clerk") == {"menu.team"}
    assert await superuser.fetchval("SELECT min(version) FROM role") == 2
    left = await as_it_is(db, of.id)
    assert set(left.nodes) == {"menu.team", "menu.audit", "audit.read"}


async def test_a_copy_has_the_same_tree_and_roles_and_nobody_in_it(db: Database, superuser: asyncpg.Connection) -> None:
    of = await platform(db, SHOP)
    await member(db, of, "owner", tenant=(await shop(db)).id)
    copy = await do(db, BANK, copy_template, template_id=of.id, code="stall", name_zh="摊位", name_en="Stall")
    copied = await as_it_is(db, copy.id)
    assert set(copied.nodes) == set(of.nodes)
    assert set(copied.roles) == set(of.roles)
    assert not set(copied.nodes.values()) & set(of.nodes.values())
    assert await superuser.fetchval("SELECT count(*) FROM membership WHERE template_id = $1", copy.id) == 0


async def test_an_import_into_a_template_makes_it_what_the_document_says(
    db: Database, superuser: asyncpg.Connection
) -> None:
    of = await platform(db, SHOP)
    await member(db, of, "owner", tenant=(await shop(db)).id)
    wanted = document(
        "shop",
        "MERCHANT",
        [
            node("menu.audit", "MENU", feature="auditing"),
            node("audit.read", "PAGE", "menu.audit"),
            node("audit.export", "ACTION", "audit.read"),
            node("menu.team", "MENU"),
            node("member.read", "PAGE", "menu.team"),
        ],
        [role("owner", "audit.export", "member.read"), role("guest", "member.read")],
    )
    async with db.write(BANK) as tx:
        shown = await preview_update(tx, template_id=of.id, document=wanted)
    assert shown.nodes_added == ("audit.export",)
    assert set(shown.nodes_removed) == {code for code in of.nodes if code.startswith("member.")} - {"member.read"}
    assert set(shown.nodes_changed) == {"menu.audit", "menu.team"}
    assert (shown.roles_added, shown.roles_removed) == (("guest",), ("clerk", "lead"))
    assert shown.roles_changed[0].gains == ("audit.export",)
    assert set(shown.roles_changed[0].loses) == set(shown.nodes_removed)
    update = {"template_id": of.id, "document": wanted, "reason": "权限梳理"}
    saved = await do(db, BANK, update_from_document, expected_version=1, **update)
    assert saved.change is None
    exported = await do(db, BANK, export_template, template_id=of.id)
    assert [each["code"] for each in exported["nodes"]] == [each["code"] for each in wanted["nodes"]]
    assert await codes_of(superuser, "owner") == {
        "menu.audit",
        "audit.read",
        "audit.export",
        "menu.team",
        "member.read",
    }
    with pytest.raises(NothingToChange):
        await do(db, BANK, update_from_document, expected_version=2, **update)


async def test_an_import_does_not_take_a_role_that_somebody_has(db: Database) -> None:
    of = await platform(db, SHOP)
    await member(db, of, "clerk", tenant=(await shop(db)).id)
    wanted = {**SHOP, "roles": SHOP["roles"][:1]}
    with pytest.raises(RoleInUse):
        await do(db, BANK, update_from_document, template_id=of.id, document=wanted, expected_version=1, reason="")
    assert set((await as_it_is(db, of.id)).roles) == {"owner", "lead", "clerk"}


async def test_an_import_changes_neither_the_audience_nor_a_nodes_kind(db: Database) -> None:
    of = await platform(db, SHOP)
    for change in ({"audience": "CONSUMER"}, {"code": "other"}):
        wanted = {**SHOP, "template": {**SHOP["template"], **change}, "nodes": [], "roles": []}
        with pytest.raises(InvalidValue):
            await do(db, BANK, update_from_document, template_id=of.id, document=wanted, expected_version=1, reason="")
    wanted = {**SHOP, "nodes": [node("menu.team", "PAGE")], "roles": []}
    with pytest.raises(NodeKindWrong):
        await do(db, BANK, update_from_document, template_id=of.id, document=wanted, expected_version=1, reason="")


async def test_a_retired_template_takes_no_more_changes(db: Database) -> None:
    of = await platform(db, SHOP)
    await do(db, BANK, retire_template, template_id=of.id, expected_version=1, reason="平台已下线")
    for command, inputs in (
        (save_node, {"values": PAGE, "expected_version": 2}),
        (create_role, {"code": "x", "name_zh": "甲", "name_en": "A"}),
        (retire_template, {"reason": "再次停用平台", "expected_version": 2}),
    ):
        with pytest.raises(TemplateRetired):
            await do(db, BANK, command, template_id=of.id, **inputs)


async def test_the_platform_of_the_last_administrator_stays(db: Database) -> None:
    of = await platform(db, HEADQUARTERS)
    await member(db, of, "root")
    with pytest.raises(LastAdministrator):
        await do(db, BANK, retire_template, template_id=of.id, expected_version=1, reason="不应当成功")
    prune = {"template_id": of.id, "node_id": of.nodes["role.read"], "expected_version": 1}
    with pytest.raises(LastAdministrator):
        await do(db, BANK, prune_node, reason="不应当成功", **prune)
    await do(
        db,
        BANK,
        prune_node,
        template_id=of.id,
        node_id=of.nodes["audit.read"],
        expected_version=1,
        reason="由其他页面代替",
    )


async def test_a_role_is_made_renamed_and_deleted_when_nobody_has_it(
    db: Database, superuser: asyncpg.Connection
) -> None:
    of = await platform(db, SHOP)
    made = await do(db, BANK, create_role, template_id=of.id, code="guard", name_zh="保安", name_en="Guard")
    with pytest.raises(CodeTaken):
        await do(db, BANK, create_role, template_id=of.id, code="guard", name_zh="保安", name_en="Guard")
    words = {"name_zh": "值班", "name_en": "On duty", "description": "夜间", "description_en": "At night"}
    rename = {**words, "expected_version": 1}
    await do(db, BANK, update_role, role_id=made.id, **rename)
    with pytest.raises(StaleObject):
        await do(db, BANK, update_role, role_id=made.id, **rename)
    await do(db, BANK, delete_role, role_id=made.id, expected_version=2)
    await member(db, of, "clerk", tenant=(await shop(db)).id)
    with pytest.raises(RoleInUse) as refused:
        await do(db, BANK, delete_role, role_id=of.roles["clerk"], expected_version=1)
    assert dict(refused.value.data) == {"members": 1, "tokens": 0}
    assert await superuser.fetchval("SELECT count(*) FROM role") == 3


async def test_names_in_both_languages_are_kept_as_written(db: Database) -> None:
    made = await do(
        db,
        BANK,
        create_template,
        code="stall",
        name_zh=" 摊位 ",
        name_en="Stall",
        audience=Audience.MERCHANT,
    )
    assert (made.name_zh, made.name_en, NAME["zh"]) == ("摊位", "Stall", "甲")
