"""Reading a file of card numbers: its encoding, its column, and what is wrong with each row."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from prepaid.domains.cards.rules.numbers import NUMBER, is_card_number
from prepaid.domains.cards.rules.stock import FileFault, RowCode

MOST_ROWS: Final = 200_000
LONGEST_SHOWN: Final = 60
ENCODINGS: Final = ("utf-8-sig", "gb18030")
HEADS: Final = frozenset({"卡号", "卡编号", "number", "card number", "card_number", "cardnumber"})
BYTE_ORDER_MARKS: Final = ((b"\xff\xfe", "UTF-16LE"), (b"\xfe\xff", "UTF-16BE"))
EXACT: Final = 2**53


class FileRefused(Exception):
    """The file as a whole cannot be taken: `fault`, and `place` that says where."""

    def __init__(self, fault: FileFault, place: str | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.place = place


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number as a spreadsheet counts, its card number as written, why it is not loaded."""

    row_number: int
    value: str
    code: RowCode | None


def csv_rows(content: bytes) -> list[list[str]]:
    """The cells of a CSV file.

    Raises:
        FileRefused: ENCODING, with the encoding that was recognised or the place of the first odd byte.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            raise FileRefused(FileFault.ENCODING, name)
    text, encoding = _decoded(content)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if encoding != ENCODINGS[0] and rows and _column(rows[0]) is None:
        # GB 18030 reads nearly any bytes: without a heading that makes sense it was something else.
        raise FileRefused(FileFault.ENCODING, "?")
    return rows


def _decoded(content: bytes) -> tuple[str, str]:
    place = ""
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError as error:
            place = str(error.start)
    raise FileRefused(FileFault.ENCODING, place)


def lines_of(rows: Sequence[Sequence[object]], prefix: str) -> list[Line]:
    """Every row that has data, judged by itself and against the rows before it.

    Cells are texts, or numbers where a spreadsheet stored one. The first row is a heading unless it holds a number.

    Raises:
        FileRefused: NO_NUMBER_COLUMN, NO_ROWS, TOO_MANY_ROWS.
    """
    if not rows:
        raise FileRefused(FileFault.NO_ROWS)
    column = _column(rows[0])
    begins = 1
    if column is None:
        first = rows[0]
        if not first or not NUMBER.fullmatch(_text(first[0]) or ""):
            raise FileRefused(FileFault.NO_NUMBER_COLUMN)
        column, begins = 0, 0
    lines = list(_judged(_numbered(rows, begins, column), prefix))
    if not lines:
        raise FileRefused(FileFault.NO_ROWS)
    if len(lines) > MOST_ROWS:
        raise FileRefused(FileFault.TOO_MANY_ROWS, str(MOST_ROWS))
    return lines


def _column(heading: Sequence[object]) -> int | None:
    for place, cell in enumerate(heading):
        if str(cell).strip().lower() in HEADS:
            return place
    return None


def _numbered(rows: Sequence[Sequence[object]], begins: int, column: int) -> Iterator[tuple[int, object]]:
    for index in range(begins, len(rows)):
        row = rows[index]
        if any(cell not in (None, "") and str(cell).strip() for cell in row):
            yield index + 1, row[column] if column < len(row) else ""


def _judged(cells: Iterable[tuple[int, object]], prefix: str) -> Iterator[Line]:
    seen: set[str] = set()
    for row_number, cell in cells:
        text = _text(cell)
        if text is None:
            yield Line(row_number, str(cell)[:LONGEST_SHOWN], RowCode.PRECISION_LOST)
            continue
        code = _fault(text, prefix)
        if code is None and text in seen:
            code = RowCode.DUPLICATE_IN_FILE
        seen.add(text)
        yield Line(row_number, text[:LONGEST_SHOWN], code)


def _fault(number: str, prefix: str) -> RowCode | None:
    if not number:
        return RowCode.EMPTY
    if not NUMBER.fullmatch(number):
        return RowCode.MALFORMED
    if not number.startswith(prefix):
        return RowCode.WRONG_PREFIX
    return None if is_card_number(number, prefix) else RowCode.CHECK_DIGIT


def _text(cell: object) -> str | None:
    """The card number in a cell; None when a spreadsheet's number has lost digits."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and 0 <= cell < EXACT else None
    text = "" if cell is None else str(cell).strip()
    return text.lstrip("'").strip()
