"""What a role may do is what its people see: in the page's configuration, in the answer, and in any other question."""

from typing import Any

import pytest
from playwright.sync_api import Error, Response, expect

from tests.e2e.people import People
from tests.e2e.visit import Visit
from tests.journeys.test_new_platform import done
from tests.support.served import Caller, account_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADMIN, MANAGER = "permission@example.com", "manager@example.com"
ROLES = "{ roles(first: 100) { nodes { id name version template { id code } } } }"
NODES = "query($id: ID!) { platformTemplate(id: $id) { nodes { id code } } }"
PHONES = "{ members(first: 5) { nodes { displayName phone } } }"


def test_without_its_grant_a_column_is_nowhere(own_people: People) -> None:
    api = own_people.site.api
    with own_people.visit(MANAGER) as visit:
        before = members(visit)
        assert "手机号" in before["columns"]
        assert "phone" in before["answer"]
        assert api.signed_in(MANAGER).data(PHONES)["members"]["nodes"][0]["phone"]
        take(api.signed_in(ADMIN), "店长", "member.contact")
        visit.page.get_by_role("button", name="刷新").click()
        expect(visit.page.get_by_role("columnheader", name="手机号")).to_have_count(0)
        after = members(visit)
    assert "手机号" not in after["columns"]
    assert after["columns"] < before["columns"]
    assert after["document"] != before["document"]
    assert "phone" not in after["answer"]
    refused = api.signed_in(MANAGER).ask(PHONES)
    assert {error["extensions"]["code"] for error in refused["errors"]} == {"FORBIDDEN"}
    assert all(node["phone"] is None for node in refused["data"]["members"]["nodes"])


def members(visit: Visit) -> dict[str, Any]:
    """The list of members: the columns, the id of the document behind it, the fields of the answer to that."""
    with visit.page.expect_response(lists_members) as told:
        visit.open("/members")
    config = visit.config("members")
    assert config is not None
    nodes = told.value.json()["data"]["members"]["nodes"]
    return {
        "columns": {text for text in visit.page.get_by_role("columnheader").all_inner_texts() if text},
        "document": config["source"]["id"],
        "answer": set(nodes[0]),
    }


def lists_members(response: Response) -> bool:
    if not response.url.endswith("/graphql"):
        return False
    try:
        listed = (response.json().get("data") or {}).get("members") or {}
    except Error:  # the answer was to the page that has just been left
        return False
    return bool(listed.get("nodes"))


def take(admin: Caller, role_name: str, node: str) -> None:
    """Take a permission away from a role of the merchants."""
    done(admin, "StepUpInput", "stepUp", {"password": account_of(ADMIN).password})
    named = (role_name, "merchant")
    role = next(
        each for each in admin.data(ROLES)["roles"]["nodes"] if (each["name"], each["template"]["code"]) == named
    )
    nodes = admin.data(NODES, {"id": role["template"]["id"]})["platformTemplate"]["nodes"]
    remove = [each["id"] for each in nodes if each["code"] == node]
    done(
        admin,
        "SaveRoleGrantsInput",
        "saveRoleGrants",
        {"roleId": role["id"], "add": [], "remove": remove, "expectedVersion": role["version"]},
    )
