"""A new platform is data: template, tree, role, member and token are made through the API alone, then used."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.support.served import Caller, Served, account_of

ADMIN, BANK = "permission@example.com", "bank.admin@example.com"
MEMBERS = "{ members(first: 50) { totalCount nodes { id displayName } } }"
PHONES = "{ members(first: 1) { nodes { phone } } }"
ROLES = "{ platformTemplates { code } }"


@pytest.fixture
def admin(served: Served) -> Caller:
    caller = served.signed_in(ADMIN)
    variables = {"input": {"password": account_of(ADMIN).password}}
    done(caller, "StepUpInput", "stepUp", variables["input"])
    return caller


def done(caller: Caller, kind: str, name: str, values: dict[str, Any], selection: str = "") -> dict[str, Any]:
    """Run a mutation that must be accepted; its payload."""
    asked = f"{{ {selection} userErrors {{ code message path data }} }}"
    text = f"mutation Do($input: {kind}!) {{ {name}(input: $input) {asked} }}"
    payload: dict[str, Any] = caller.data(text, {"input": values})[name]
    assert payload["userErrors"] == [], payload["userErrors"]
    return payload


def make_template(admin: Caller) -> str:
    values = {"code": "rink_partner", "audience": "MERCHANT", "nameZh": "冰场合作平台", "nameEn": "Rink partners"}
    made = done(admin, "CreatePlatformTemplateInput", "createPlatformTemplate", values, "platformTemplate { id }")
    template: str = made["platformTemplate"]["id"]
    return template


def make_node(admin: Caller, template: str, code: str, kind: str, parent: str | None = None) -> str:
    version = admin.data("query($id: ID!) { platformTemplate(id: $id) { version } }", {"id": template})
    values = {
        "templateId": template,
        "code": code,
        "kind": kind,
        "nameZh": "成员",
        "nameEn": "Members",
        "parentId": parent,
        "expectedVersion": version["platformTemplate"]["version"],
    }
    made = done(admin, "SavePermissionNodeInput", "savePermissionNode", values, "permissionNode { id }")
    node: str = made["permissionNode"]["id"]
    return node


def make_role(admin: Caller, template: str, nodes: list[str]) -> str:
    values = {"templateId": template, "code": "reader", "nameZh": "只读", "nameEn": "Reader"}
    role = done(admin, "CreateRoleInput", "createRole", values, "role { id version }")["role"]
    grants = {"roleId": role["id"], "add": nodes, "remove": [], "expectedVersion": role["version"]}
    assert done(admin, "SaveRoleGrantsInput", "saveRoleGrants", grants, "changeRequest { id }")["changeRequest"] is None
    made: str = role["id"]
    return made


def make_token(admin: Caller, template: str, role: str, merchant: str) -> str:
    values = {
        "templateId": template,
        "roleIds": [role],
        "merchantId": merchant,
        "name": "冰场合作方",
        "expiresAt": (clock.now() + timedelta(days=30)).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    secret: str = done(admin, "CreateApiTokenInput", "createApiToken", values, "secret token { id }")["secret"]
    return secret


def test_a_platform_made_by_data_alone_serves_its_integrator_and_its_member(served: Served, admin: Caller) -> None:
    merchants = served.signed_in(BANK).data("{ merchants(first: 5) { nodes { id name } } }")["merchants"]["nodes"]
    merchant = merchants[0]["id"]
    template = make_template(admin)
    menu = make_node(admin, template, "menu.partner", "MENU")
    role = make_role(admin, template, [make_node(admin, template, "member.read", "PAGE", menu)])

    partner = served.caller(make_token(admin, template, role, merchant))
    answer = partner.data(MEMBERS)["members"]
    assert answer["totalCount"] > 0
    assert {node["id"] for node in answer["nodes"]}
    assert partner.ask(PHONES)["data"]["members"]["nodes"][0]["phone"] is None
    assert partner.ask(PHONES)["errors"][0]["path"] == ["members", "nodes", "phone"]
    assert partner.ask(ROLES)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    shown = partner.data("{ __schema { queryType { fields { name } } } }")["__schema"]["queryType"]["fields"]
    seen = {field["name"] for field in shown}
    assert "members" in seen
    assert "platformTemplates" not in seen

    member = {
        "templateId": template,
        "roleIds": [role],
        "merchantId": merchant,
        "login": "partner@example.com",
        "displayName": "合作方",
        "scope": {"kind": "MERCHANT"},
        "idempotencyKey": uuid7().hex,
    }
    made = done(admin, "AddMemberInput", "addMember", member, "member { id status } changeRequest { id }")
    assert made["member"]["status"] == "ACTIVE"


def test_an_unknown_token_is_nobody(served: Served) -> None:
    answer = httpx.post(
        f"{served.url}/graphql", json={"query": MEMBERS}, headers={"Authorization": f"Bearer mk_test_{'x' * 60}"}
    )
    assert answer.status_code == 401
