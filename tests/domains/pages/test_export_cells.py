"""Values of records as cells of files, and the two formats."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from prepaid.domains.pages.jobs.list_files import list_file
from prepaid.domains.pages.rules.exports.cells import Cell, ExportColumn, cell, text_of
from prepaid.domains.pages.rules.exports.texts import cut_off, file_name, sheet_name
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.pages import ExportFormat
from prepaid.kit import clock

STATES = {"ACTIVE": "正常", "LEFT": "已离开"}
RECORD: dict[str, Any] = {
    "name": "=cmd|' /C calc'!A0",
    "price": 123456,
    "loss": -5,
    "rate": 1250,
    "count": 3,
    "ratio": "0.125",
    "on": True,
    "day": "2026-01-31",
    "at": "2026-01-31T16:30:00.123456Z",
    "state": "ACTIVE",
    "other": "NEW",
    "merchant": {"id": "m", "name": "云岭滑冰馆"},
    "roles": [{"name": "店主"}, {"name": "财务"}],
    "states": ["ACTIVE", "LEFT"],
    "files": [{"name": "a.pdf", "url": "x"}],
    "range": {"from": "2026-01-01", "to": None},
    "data": {"a": "值"},
    "empty": None,
    "none": [],
    "deep": {"at": None},
}


def column(path: str, kind: str, **more: Any) -> ExportColumn:
    return ExportColumn(label=path, path=path, kind=ValueKind(kind), **more)


CELLS: list[tuple[ExportColumn, Cell, str]] = [
    (column("name", "TEXT"), "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    (column("price", "FEN"), Decimal("1234.56"), "1234.56"),
    (column("loss", "FEN"), Decimal("-0.05"), "-0.05"),
    (column("rate", "PERCENT"), Decimal("0.1250"), "0.1250"),
    (column("count", "INTEGER"), 3, "3"),
    (column("ratio", "DECIMAL"), Decimal("0.125"), "0.125"),
    (column("on", "BOOLEAN"), "是", "是"),
    (column("day", "DATE"), date(2026, 1, 31), "2026-01-31"),
    (column("at", "DATETIME"), datetime(2026, 2, 1, 0, 30), "2026-02-01 00:30:00"),
    (column("state", "ENUM", labels=STATES), "正常", "正常"),
    (column("other", "ENUM", labels=STATES), "NEW", "NEW"),
    (column("merchant", "REFERENCE", label_path="name"), "云岭滑冰馆", "云岭滑冰馆"),
    (column("roles.name", "TAGS"), "店主、财务", "店主、财务"),
    (column("states", "TAGS", labels=STATES), "正常、已离开", "正常、已离开"),
    (column("files", "FILE"), "a.pdf", "a.pdf"),
    (column("range", "DATE_RANGE"), "2026-01-01 – …", "2026-01-01 – …"),
    (column("data", "JSON"), '{"a": "值"}', '{"a": "值"}'),
    (column("empty", "TEXT"), None, ""),
    (column("none", "TAGS"), None, ""),
    (column("deep.at", "DATETIME"), None, ""),
    (column("absent.path", "TEXT"), None, ""),
]


@pytest.mark.parametrize(("of", "value", "text"), CELLS, ids=lambda each: str(getattr(each, "path", ""))[:20])
def test_a_value_becomes_a_typed_cell(of: ExportColumn, value: Cell, text: str) -> None:
    made = cell(of, RECORD, "zh-CN")
    assert (made, type(made)) == (value, type(value))
    assert text_of(made) == text


def test_languages_differ_in_what_is_joined_and_said() -> None:
    assert cell(column("on", "BOOLEAN"), RECORD, "en") == "Yes"
    assert cell(column("roles.name", "TAGS"), RECORD, "en") == "店主, 财务"
    assert "100,000" in cut_off("en", 100_000)


DANGEROUS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "＝1+1", "\t=1", " =1", "普通", "a\x0bb"]


def written(file_format: ExportFormat) -> bytes:
    file = io.BytesIO()
    columns = [column("t", "TEXT"), column("p", "FEN"), column("d", "DATETIME"), column("r", "PERCENT")]
    made = list_file(file_format, file, "成员:列表", columns)
    at = datetime(2026, 2, 1, 8, 30)
    made.rows([[text, Decimal("-1234.50"), at, Decimal("0.125")] for text in DANGEROUS])
    made.rows([[None, None, None, None]])
    made.note("…")
    made.finish()
    return file.getvalue()


def test_a_csv_opens_in_spreadsheets_and_computes_nothing() -> None:
    content = written(ExportFormat.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert lines[0] == ["t", "p", "d", "r"]
    assert [line[0] for line in lines[1:10]] == [
        *("'=1+1", "'+1", "'-1+1", "'@SUM(A1)", "'＝1+1", "'\t=1", "' =1"),
        "普通",
        "a\x0bb",
    ]
    assert lines[1][1:] == ["-1234.50", "2026-02-01 08:30:00", "0.125"], "an amount below zero is no formula"
    assert lines[-2:] == [["", "", "", ""], ["…"]]


def test_a_workbook_has_typed_cells_and_no_formula() -> None:
    book = load_workbook(io.BytesIO(written(ExportFormat.XLSX)))
    (sheet,) = book.worksheets
    assert (sheet.title, sheet.freeze_panes) == ("成员 列表", "A2")
    assert [one.font.bold for one in sheet[1]] == [True] * 4
    for number, text in enumerate(DANGEROUS, start=2):
        name, price, at, rate = sheet[number]
        assert (name.value, name.data_type) == (text.replace("\x0b", ""), "s")
        assert (price.value, price.number_format) == (-1234.5, "#,##0.00")
        assert (at.value, at.number_format) == (datetime(2026, 2, 1, 8, 30), "yyyy-mm-dd hh:mm:ss")
        assert (rate.value, rate.number_format) == (0.125, "0.00%")
    assert sheet.max_row == 2 + len(DANGEROUS) + 1


def test_names_are_the_lists_title_and_the_time_in_shanghai() -> None:
    with clock.freeze(datetime.fromisoformat("2026-01-31T16:30:00Z")):
        assert file_name("成员/列表", clock.now(), "csv") == "成员 列表-20260201-003000.csv"
    assert sheet_name("[*]") == "list"
    assert len(sheet_name("长" * 99)) == 31
