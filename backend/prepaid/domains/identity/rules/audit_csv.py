"""The audit trail as a table for spreadsheet programs: its columns, and cells that are never taken for formulas."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

from prepaid.kit.clock import SHANGHAI

MOST_ROWS: Final = 200_000
BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it spreadsheet programs take UTF-8 for the code page of their country."""
FORMULA_STARTS: Final = tuple("=+-@＝＋－＠")
"""The wide forms too: programs set to Chinese or Japanese read them as the narrow ones."""

Language = Literal["zh-CN", "en"]
Row = Mapping[str, Any]
"""One event by the names of `reads/audit_trail`."""

TITLES: Final[Mapping[str, Mapping[Language, str]]] = {
    "at": {"zh-CN": "时间（北京时间）", "en": "Time (Asia/Shanghai)"},
    "action": {"zh-CN": "操作", "en": "Action"},
    "object_type": {"zh-CN": "对象类型", "en": "Object type"},
    "object_id": {"zh-CN": "对象编号", "en": "Object id"},
    "actor": {"zh-CN": "操作人", "en": "Actor"},
    "template": {"zh-CN": "所在平台", "en": "Platform"},
    "merchant": {"zh-CN": "商户", "en": "Merchant"},
    "reason": {"zh-CN": "原因", "en": "Reason"},
    "before": {"zh-CN": "变更前", "en": "Before"},
    "after": {"zh-CN": "变更后", "en": "After"},
    "request_id": {"zh-CN": "请求编号", "en": "Request id"},
    "address": {"zh-CN": "操作地址", "en": "Address"},
    "device": {"zh-CN": "操作设备", "en": "Device"},
}
NEEDED: Final = {
    "actor": "member.read",
    "merchant": "merchant.read",
    "address": "audit.device",
    "device": "audit.device",
}
"""Permissions for columns beyond `audit.read`, as on the page of the audit trail."""
TOKEN: Final = {"zh-CN": "接口令牌", "en": "API token"}
SYSTEM: Final = {"zh-CN": "系统", "en": "System"}
CUT_OFF: Final = {
    "zh-CN": "超出 {rows} 行的部分未导出，请缩小时间范围后重新导出",
    "en": "More than {rows} rows: the rest was left out; export a shorter period",
}
NAMES: Final = {"zh-CN": "审计日志-{at}.csv", "en": "audit-trail-{at}.csv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailFilter:
    """Which events; None is any."""

    since: datetime | None = None
    until: datetime | None = None
    """Instants: since ≤ time of the event < until."""
    action: str | None = None
    """How the code of the action begins, e.g. `role.`."""
    object_type: str | None = None
    object_id: UUID | None = None
    membership_id: UUID | None = None
    """Member who acted."""
    merchant_id: UUID | None = None


def columns_for(granted: frozenset[str]) -> list[str]:
    """Columns that somebody with these permissions may see."""
    return [name for name in TITLES if name not in NEEDED or NEEDED[name] in granted]


def header(columns: list[str], language: Language) -> list[str]:
    """The first line."""
    return [TITLES[name][language] for name in columns]


def cells(row: Row, columns: list[str], language: Language) -> Iterator[str]:
    """The line of an event."""
    for name in columns:
        value = row[name]
        if name == "actor" and value is None:
            value = _nameless(row, language)
        yield safe(_shanghai(value) if isinstance(value, datetime) else "" if value is None else str(value))


def cut_off(language: Language, rows: int) -> str:
    """The last line of a table that does not hold everything."""
    return CUT_OFF[language].format(rows=f"{rows:,}")


def file_name(language: Language, at: datetime) -> str:
    """What the file is called, after the instant it was made at."""
    return NAMES[language].format(at=at.astimezone(SHANGHAI).strftime("%Y%m%d-%H%M%S"))


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet program computes (OWASP, CSV injection)."""
    if text.startswith(("\t", "\r", "\n")) or text.lstrip().startswith(FORMULA_STARTS):
        return f"'{text}"
    return text


def _nameless(row: Row, language: Language) -> str:
    if row["by_token"]:
        return TOKEN[language]
    return "" if row["by_person"] else SYSTEM[language]


def _shanghai(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
