"""What files of exports say beside their rows."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from prepaid.core.errors import Locale
from prepaid.kit.clock import SHANGHAI

CUT_OFF: Final[Mapping[Locale, str]] = {
    "zh-CN": "超出 {rows} 行的部分未导出，请缩小筛选范围后重新导出",
    "en": "More than {rows} rows: the rest was left out; narrow the filters and export again",
}
SHEET_NAME_LENGTH: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\'<>|\x00-\x1f]+")


def cut_off(locale: Locale, rows: int) -> str:
    """The last line of a file that does not hold everything."""
    return CUT_OFF[locale].format(rows=f"{rows:,}")


def file_name(title: str, at: datetime, extension: str) -> str:
    """What the file is called: the list's title and the time in Shanghai."""
    return f"{_plain(title)}-{at.astimezone(SHANGHAI):%Y%m%d-%H%M%S}.{extension}"


def sheet_name(title: str) -> str:
    """What the one sheet of a workbook is called."""
    return _plain(title)[:SHEET_NAME_LENGTH]


def _plain(title: str) -> str:
    return _NOT_IN_NAMES.sub(" ", title).strip() or "list"
