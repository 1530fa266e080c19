"""Workbooks (XLSX) of one sheet, written row by row with typed cells; rows wait in a temporary file, not in memory.

Import it where a workbook is written: the library takes a quarter of a second, which no server needs to spend.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO, Final, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from prepaid.core.files import XLSX

LONGEST_CELL: Final = 32_767
"""Characters that a cell holds."""

Value: TypeAlias = str | int | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its width in characters, and how numbers and dates in it are shown."""

    label: str
    width: int
    number_format: str | None = None


class WorkbookFile:
    """A workbook in the making. No text is ever a formula."""

    kind = XLSX

    def __init__(self, file: BinaryIO, sheet: str, columns: Sequence[SheetColumn]) -> None:
        self._file, self._columns = file, columns
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(sheet)
        self._sheet.freeze_panes = "A2"
        for number, column in enumerate(columns, start=1):
            self._sheet.column_dimensions[get_column_letter(number)].width = column.width
        self._sheet.append([self._cell(column.label, bold=True) for column in columns])

    def rows(self, rows: Sequence[Sequence[Value]]) -> None:
        """Add rows, as long as there are columns."""
        for row in rows:
            cells = zip(row, self._columns, strict=True)
            self._sheet.append([self._cell(value, column.number_format) for value, column in cells])

    def note(self, text: str) -> None:
        """Add a line of its own."""
        self._sheet.append([self._cell(text)])

    def finish(self) -> None:
        """Write the file."""
        self._book.save(self._file)

    def _cell(self, value: Value, number_format: str | None = None, *, bold: bool = False) -> Any:
        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
        made = WriteOnlyCell(self._sheet, value=value)
        if isinstance(value, str):
            # Else a text that begins with = would be a formula.
            made.data_type = "s"
        elif number_format is not None and isinstance(value, Decimal | date):
            made.number_format = number_format
        if bold:
            made.font = Font(bold=True)
        return made
