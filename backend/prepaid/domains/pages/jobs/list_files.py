"""Exported lists as files, written row by row."""

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO, Final, Protocol

from prepaid.core.files import CSV, FileKind
from prepaid.domains.identity.rules.audit_csv import BYTE_ORDER_MARK, safe
from prepaid.domains.pages.rules.exports.cells import Cell, ExportColumn, text_of
from prepaid.domains.pages.rules.exports.texts import sheet_name
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.pages import ExportFormat

FORMATS: Final = {
    ValueKind.FEN: "#,##0.00",
    ValueKind.PERCENT: "0.00%",
    ValueKind.DATE: "yyyy-mm-dd",
    ValueKind.DATETIME: "yyyy-mm-dd hh:mm:ss",
}
WIDTHS: Final = {ValueKind.LONG_TEXT: 40, ValueKind.DATETIME: 20, ValueKind.DATE: 12, ValueKind.TEXT: 22}
USUAL_WIDTH: Final = 16


class ListFile(Protocol):
    """A file in the making."""

    kind: FileKind

    def rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Add rows."""

    def note(self, text: str) -> None:
        """Add a line of its own."""

    def finish(self) -> None:
        """Write what is not written yet."""


def list_file(file_format: ExportFormat, file: BinaryIO, title: str, columns: Sequence[ExportColumn]) -> ListFile:
    """A file with its header."""
    if file_format is ExportFormat.CSV:
        return CsvFile(file, columns)
    # See there why it is imported here.
    from prepaid.core.workbooks import SheetColumn, WorkbookFile

    sheet = [
        SheetColumn(column.label, WIDTHS.get(column.kind, USUAL_WIDTH), FORMATS.get(column.kind)) for column in columns
    ]
    return WorkbookFile(file, sheet_name(title), sheet)


class CsvFile:
    """CSV in UTF-8 with a byte order mark; no cell is computed by a spreadsheet program."""

    kind = CSV

    def __init__(self, file: BinaryIO, columns: Sequence[ExportColumn]) -> None:
        self._file = file
        file.write(BYTE_ORDER_MARK.encode())
        self._lines([[safe(column.label) for column in columns]])

    def rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._lines([[_guarded(value) for value in row] for row in rows])

    def note(self, text: str) -> None:
        self._lines([[text]])

    def finish(self) -> None:
        self._file.flush()

    def _lines(self, lines: Sequence[Sequence[str]]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(lines)
        self._file.write(text.getvalue().encode())


def _guarded(value: Cell) -> str:
    text = text_of(value)
    return safe(text) if isinstance(value, str) else text
