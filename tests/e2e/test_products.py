"""A rink and a dance school build different products through different forms; the bank reviews both with evidence."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from prepaid.seed.applicants import WIDTH, picture
from tests.e2e.people import People
from tests.e2e.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RINK, SCHOOL, REVIEWER = "owner@example.com", "owner.xinghe@example.com", "compliance@example.com"
REASON = "名称含绝对化用语，请删除后重新提交"


def choose(dialog: Locator, label: str, option: str) -> None:
    """One option of a field with a list of them."""
    field = dialog.get_by_label(label, exact=True)
    if field.get_attribute("role") == "radiogroup":
        field.get_by_text(option, exact=True).click()
        return
    field.click()
    dialog.page.locator(".ant-select-dropdown:visible").get_by_title(option, exact=True).click()


def build(
    visit: Visit,
    heading: str,
    texts: Mapping[str, str],
    choices: Mapping[str, str],
    absent: str,
    photo: Path | None = None,
) -> None:
    """Draft a service by the form that this type of merchant has, and hand it in."""
    page = visit.page
    visit.open("/services")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.get_by_role("button", name="新增单品").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(absent, exact=True)).to_have_count(0)
    for label, value in texts.items():
        dialog.get_by_label(label, exact=True).fill(value)
    for label, option in choices.items():
        choose(dialog, label, option)
    if photo is not None:
        dialog.locator("input[type=file]").set_input_files(photo)
        expect(dialog.get_by_role("listitem").filter(has_text=photo.name)).to_contain_text(" B")
    assert visit.violations() == []
    dialog.get_by_role("button", name="保存", exact=True).click()
    visit.settle()
    assert dialog.count() == 0, (dialog.inner_text(), visit.picture("products"))
    page.get_by_role("link", name=texts["名称"], exact=True).click()
    visit.settle()
    act(page, "提交审核", "提交")
    expect(page.get_by_text("审核中", exact=True).first).to_be_visible()


def act(page: Page, action: str, confirm: str) -> None:
    """An action of a record's page with its question."""
    page.get_by_role("button", name=action, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=confirm, exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_two_types_build_different_products_and_the_bank_reviews_both(own_people: People, tmp_path: Path) -> None:
    photo = tmp_path / "rink.png"
    photo.write_bytes(picture())
    with own_people.visit(RINK) as visit:
        build(
            visit,
            "冰上项目",
            {"名称": "夜场自由滑", "类目": "滑冰", "单价": "98", "最低年龄": "12"},
            {"计量单位": "次", "适用场次": "夜场"},
            "班级人数上限",
            photo,
        )
        shown = visit.page.get_by_role("main").locator("img").first
        expect(shown).to_be_visible()
        assert shown.evaluate("picture => picture.complete && picture.naturalWidth") == WIDTH
    with own_people.visit(SCHOOL) as visit:
        build(
            visit,
            "舞蹈课程",
            {"名称": "全城最佳拉丁舞", "类目": "舞蹈课", "单价": "150", "班级人数上限": "12", "适龄范围": "8–14 岁"},
            {"计量单位": "课时", "舞种": "拉丁"},
            "适用场次",
        )
    with own_people.visit(REVIEWER) as visit:
        page = visit.page
        visit.open("/product-reviews?view=open&f.state=OPEN")
        page.get_by_role("row", name=re.compile("全城最佳拉丁舞")).click()
        visit.settle()
        expect(page.get_by_text("最佳", exact=True).first).to_be_visible()
        page.get_by_role("button", name="驳回", exact=True).click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("原因").fill(REASON)
        dialog.get_by_role("button", name="保存", exact=True).click()
        expect(dialog).to_have_count(0)
        expect(page.get_by_text("已驳回", exact=True).first).to_be_visible()
        visit.open("/product-reviews?view=open&f.state=OPEN")
        page.get_by_role("row", name=re.compile("夜场自由滑")).click()
        visit.settle()
        page.get_by_role("button", name="通过", exact=True).click()
        page.get_by_role("dialog").get_by_role("button", name="保存", exact=True).click()
        expect(page.get_by_text("已通过", exact=True).first).to_be_visible()
    with own_people.visit(RINK) as visit:
        page = visit.page
        visit.open("/services")
        page.get_by_role("link", name="夜场自由滑", exact=True).click()
        visit.settle()
        act(page, "上架", "上架")
        page.get_by_role("button", name="编辑", exact=True).click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("名称", exact=True)).to_have_value("夜场自由滑")
        expect(dialog.get_by_label("单价", exact=True)).to_have_value(re.compile(r"98(\.00)?"))
        expect(dialog.get_by_label("最低年龄", exact=True)).to_have_value("12")
        dialog.get_by_label("单价", exact=True).fill("108")
        dialog.get_by_role("button", name="保存", exact=True).click()
        expect(dialog).to_have_count(0)
        expect(page.get_by_text("草稿", exact=True).first).to_be_visible()
        assert visit.violations() == []
    with own_people.visit(SCHOOL) as visit:
        page = visit.page
        visit.open("/services?f.rejected=true")
        expect(page.get_by_role("link", name="全城最佳拉丁舞", exact=True)).to_be_visible()
