"""The two formats of exported lists, written row by row."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO, Final, Protocol

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from prepaid.core.files import CSV, XLSX, FileKind
from prepaid.domains.identity.rules.audit_csv import BYTE_ORDER_MARK, safe
from prepaid.domains.pages.rules.exports.cells import Cell, ExportColumn, text_of
from prepaid.domains.pages.rules.exports.texts import sheet_name
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.pages import ExportFormat

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a workbook holds."""
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
    return CsvFile(file, columns) if file_format is ExportFormat.CSV else XlsxFile(file, title, columns)


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


class XlsxFile:
    """A workbook of one sheet with typed cells. Its rows wait in a temporary file, not in memory."""

    kind = XLSX

    def __init__(self, file: BinaryIO, title: str, columns: Sequence[ExportColumn]) -> None:
        self._file, self._columns = file, columns
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(sheet_name(title))
        self._sheet.freeze_panes = "A2"
        for number, column in enumerate(columns, start=1):
            width = WIDTHS.get(column.kind, USUAL_WIDTH)
            self._sheet.column_dimensions[get_column_letter(number)].width = width
        self._sheet.append([self._cell(column.label, bold=True) for column in columns])

    def rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        for row in rows:
            self._sheet.append(
                [self._cell(value, FORMATS.get(column.kind)) for value, column in zip(row, self._columns, strict=True)]
            )

    def note(self, text: str) -> None:
        self._sheet.append([self._cell(text)])

    def finish(self) -> None:
        self._book.save(self._file)

    def _cell(self, value: Cell, number_format: str | None = None, *, bold: bool = False) -> Any:
        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
        made = WriteOnlyCell(self._sheet, value=value)
        if isinstance(value, str):
            # Else a text that begins with = would be a formula.
            made.data_type = "s"
        elif number_format is not None and isinstance(value, Decimal | date | datetime):
            made.number_format = number_format
        if bold:
            made.font = Font(bold=True)
        return made


def _guarded(value: Cell) -> str:
    text = text_of(value)
    return safe(text) if isinstance(value, str) else text
