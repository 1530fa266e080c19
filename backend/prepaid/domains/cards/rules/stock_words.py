"""What is said of rows and files that were not loaded."""

from collections.abc import Mapping
from typing import Final

from prepaid.domains.cards.rules.stock import FileFault, RowCode

ROW_WORDS: Final[Mapping[RowCode, tuple[str, str]]] = {
    RowCode.EMPTY: ("该行没有卡号", "The row has no card number"),
    RowCode.PRECISION_LOST: (
        "卡号以数字格式保存，位数已丢失，请将该列设为文本",
        "The number was stored as a figure and lost digits; format the column as text",
    ),
    RowCode.MALFORMED: ("卡号须为 8 至 19 位数字", "A card number has 8 to 19 digits"),
    RowCode.WRONG_PREFIX: ("卡号前缀与卡类型不符", "The number does not begin as the card type's do"),
    RowCode.CHECK_DIGIT: ("卡号校验位错误", "The check digit is wrong"),
    RowCode.DUPLICATE_IN_FILE: ("文件内卡号重复", "The number occurs earlier in the file"),
    RowCode.NUMBER_TAKEN: ("卡号已存在", "The number exists already"),
}
FILE_WORDS: Final[Mapping[FileFault, tuple[str, str]]] = {
    FileFault.ENCODING: ("文件编码须为 UTF-8 或 GB18030", "The file is neither UTF-8 nor GB18030"),
    FileFault.UNREADABLE: ("文件无法读取", "The file cannot be read"),
    FileFault.NO_NUMBER_COLUMN: ("没有“卡号”列", "There is no column of card numbers"),
    FileFault.NO_ROWS: ("文件没有数据", "The file has no rows"),
    FileFault.TOO_MANY_ROWS: ("行数超过上限", "The file has too many rows"),
    FileFault.CANCELLED: ("导入已取消", "The import was cancelled"),
}
HEADINGS: Final = ("行号", "卡号", "错误代码", "原因")
"""Columns of the file of errors."""
