"""Platforms as data, through the API alone: made, used, taken out and brought back."""

from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

TREE = "query($role: ID!) { rolePermissionTree(roleId: $role) { id code kind check granted parentId name } }"


async def test_a_new_platform_is_made_and_used_through_the_api_alone(demo: Demo) -> None:
    admin = await demo.person("宋权")
    made = await demo.graph.act(
        admin,
        "createPlatformTemplate",
        "platformTemplate { id version }",
        code="counter",
        nameZh="柜台平台",
        nameEn="Counter",
        audience="MERCHANT",
    )
    template = made["platformTemplate"]["id"]
    nodes: dict[str, str] = {}
    for version, (code, kind, parent) in enumerate(
        (
            ("menu.counter", "MENU", None),
            ("member.read", "PAGE", "menu.counter"),
            ("member.contact", "FIELD", "member.read"),
        ),
        1,
    ):
        saved = await demo.graph.act(
            admin,
            "savePermissionNode",
            "permissionNode { id template { version } }",
            templateId=template,
            code=code,
            kind=kind,
            nameZh="节点",
            nameEn="Node",
            parentId=nodes.get(parent) if parent else None,
            expectedVersion=version,
        )
        nodes[code] = saved["permissionNode"]["id"]
    role = (
        await demo.graph.act(
            admin, "createRole", "role { id }", templateId=template, code="clerk", nameZh="职员", nameEn="Clerk"
        )
    )["role"]["id"]
    grant = {"roleId": role, "add": [nodes["member.contact"]], "remove": [], "expectedVersion": 1}
    await demo.graph.act(admin, "saveRoleGrants", "role { version }", **grant)
    merchant = (await demo.person("林晓云")).merchant_id
    await demo.graph.act(
        admin,
        "addMember",
        "member { id }",
        templateId=template,
        merchantId=gid("Merchant", merchant),
        login="counter@example.com",
        displayName="柜台职员",
        roleIds=[role],
        scope={"kind": "MERCHANT"},
        idempotencyKey="counter-clerk-0001",
    )
    clerk = await demo.person("柜台职员")
    assert set(clerk.grants.codes) == {"menu.counter", "member.read", "member.contact"}
    seen = await demo.graph.ask(clerk, "{ members { totalCount } roles { nodes { code } } }")
    assert seen == {"members": {"totalCount": 6}, "roles": {"nodes": [{"code": "clerk"}]}}
    preview = await demo.graph.ask(
        admin,
        "query($t: ID!, $n: ID!) { previewPrunePermissionNode(templateId: $t, nodeId: $n)"
        " { codes roles { name loses memberCount } members { name loses } } }",
        t=template,
        n=nodes["member.contact"],
    )
    assert preview["previewPrunePermissionNode"]["members"] == [{"name": "柜台职员", "loses": ["member.contact"]}]
    prune = {
        "templateId": template,
        "nodeId": nodes["member.contact"],
        "expectedVersion": 4,
        "reason": "不再展示联系方式",
    }
    await demo.graph.act(admin, "prunePermissionNode", "platformTemplate { version nodes { code } }", **prune)
    assert not (await demo.person("柜台职员")).may("member.contact")


async def test_a_platform_goes_out_and_comes_back_as_a_document(demo: Demo) -> None:
    admin = await demo.person("宋权")
    template = await demo.template_id("merchant")
    out = await demo.graph.act(admin, "exportPlatformTemplate", "document", templateId=template)
    back = await demo.graph.act(
        admin,
        "importPlatformTemplate",
        "platformTemplate { code nodes { code } roles { code } }",
        document=out["document"],
        code="again",
    )
    assert len(back["platformTemplate"]["nodes"]) == len(out["document"]["nodes"])
    changed = {
        **out["document"],
        "roles": [{**out["document"]["roles"][0], "grants": []}, *out["document"]["roles"][1:]],
    }
    preview = (
        "query($t: ID!, $d: JSON!) { previewPlatformTemplateImport(templateId: $t, document: $d)"
        " { nodesRemoved rolesChanged { code loses } } }"
    )
    shown = await demo.graph.ask(admin, preview, t=template, d=changed)
    assert [role["code"] for role in shown["previewPlatformTemplateImport"]["rolesChanged"]] == [
        out["document"]["roles"][0]["code"]
    ]
    _, errors = await demo.graph.answer(admin, preview, t=template, d=[1])
    assert errors[0]["extensions"]["code"] == "BAD_USER_INPUT"
    wrong = await demo.graph.refused(
        admin, "importPlatformTemplate", "platformTemplate { id }", document={"format": "x"}
    )
    assert wrong["userErrors"][0]["code"] == "TEMPLATE_DOCUMENT_INVALID"
