"""One person at two merchants, and two merchants of different types."""

from typing import Any

import pytest
from playwright.sync_api import expect

from prepaid.kit.ids import uuid7
from tests.e2e.people import People
from tests.e2e.visit import Visit
from tests.journeys.test_new_platform import done
from tests.support.served import Served, account_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RINK_OWNER, SCHOOL_OWNER, ADMIN = "owner@example.com", "owner.xinghe@example.com", "permission@example.com"
APPOINTED = """{ merchants(filter: {name: {eq: "星河舞蹈培训"}}) { nodes { id } }
  roles(first: 100) { nodes { id name template { id code } } } }"""


def test_a_second_place_is_switched_to_without_signing_in_again(own_people: People) -> None:
    appoint(own_people.site.api, RINK_OWNER, "店长")
    with own_people.visit(RINK_OWNER) as visit:
        visit.open("/members")
        page = visit.page
        expect(page.get_by_role("heading", level=1)).to_have_text("教练与员工")
        page.get_by_role("button", name="当前：云岭滑冰馆，点击切换").click()
        page.get_by_role("menuitem", name="星河舞蹈培训").click()
        expect(page.get_by_role("button", name="当前：星河舞蹈培训，点击切换")).to_be_visible()
        expect(page.get_by_role("link", name="老师与助教").first).to_be_visible()
        visit.go("/members")
        expect(page.get_by_role("row", name="沈星")).to_be_visible()
        expect(page.get_by_role("row", name="周海")).to_have_count(0)


def appoint(api: Served, login: str, role_name: str) -> None:
    """Make the owner of one merchant a member of the dance school, too."""
    admin = api.signed_in(ADMIN)
    done(admin, "StepUpInput", "stepUp", {"password": account_of(ADMIN).password})
    found = admin.data(APPOINTED)
    role = next(
        each for each in found["roles"]["nodes"] if (each["name"], each["template"]["code"]) == (role_name, "merchant")
    )
    member = {
        "templateId": role["template"]["id"],
        "roleIds": [role["id"]],
        "merchantId": found["merchants"]["nodes"][0]["id"],
        "login": login,
        "displayName": "林晓云",
        "scope": {"kind": "MERCHANT"},
        "idempotencyKey": uuid7().hex,
    }
    done(admin, "AddMemberInput", "addMember", member)


def test_two_types_of_merchants_see_different_menus_columns_and_fields(people: People) -> None:
    with people.visit(RINK_OWNER) as visit:
        rink = faces(visit, "添加成员")
    with people.visit(SCHOOL_OWNER) as visit:
        school = faces(visit, "邀请老师")
    assert len(rink["menu"] ^ school["menu"]) >= 1
    assert len(rink["columns"] ^ school["columns"]) >= 3
    assert len(rink["fields"] ^ school["fields"]) >= 3


def faces(visit: Visit, add: str) -> dict[str, set[Any]]:
    """What the list of members looks like: the menu's entries, the columns, the fields of the form behind `add`."""
    visit.open("/members")
    page = visit.page
    found = {
        "menu": set(page.get_by_role("navigation", name="主导航").get_by_role("link").all_inner_texts()),
        "columns": set(page.get_by_role("columnheader").all_inner_texts()),
    }
    page.get_by_role("button", name=add).click()
    expect(page.get_by_role("dialog", name=add)).to_be_visible()
    visit.settle()
    labels = page.get_by_role("dialog").locator("label")
    return found | {"fields": {each.strip() for each in labels.all_inner_texts()}}
