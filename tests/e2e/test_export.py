"""A list is exported as a job that shows how far it is, and its file waits where downloads are."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Download, expect

from tests.e2e.people import People

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OWNER = "owner@example.com"
JOB_MS = 30_000


def test_a_list_becomes_a_file_and_the_file_can_be_fetched_again(own_people: People) -> None:
    with own_people.visit(OWNER) as visit:
        page = visit.page
        visit.open("/members")
        shown = [text for text in page.get_by_role("columnheader").all_inner_texts() if text.strip()]
        page.get_by_role("button", name="导出").click()
        page.get_by_role("menuitem", name="Excel 文件").click()
        job = page.get_by_role("dialog", name="正在导出")
        expect(job.get_by_role("progressbar")).to_be_visible()
        fetch = job.get_by_role("button", name="下载文件")
        expect(fetch).to_be_visible(timeout=JOB_MS)
        assert visit.violations() == []
        with page.expect_download() as first:
            fetch.click()
        rows = rows_of(first.value)
        assert set(rows[0]) <= set(shown)
        assert any("周海" in row for row in rows[1:])
        job.get_by_role("button", name="关闭").last.click()
        page.get_by_role("button", name="任务与下载").click()
        centre = page.get_by_role("dialog", name="任务与下载")
        expect(centre.get_by_text("已完成").first).to_be_visible()
        assert visit.violations() == []
        with page.expect_download() as again:
            centre.get_by_role("button", name="下载文件").first.click()
        assert rows_of(again.value) == rows


def rows_of(download: Download) -> list[list[str]]:
    sheet = load_workbook(BytesIO(download.path().read_bytes())).active
    assert sheet is not None
    return [[str(value) for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]
