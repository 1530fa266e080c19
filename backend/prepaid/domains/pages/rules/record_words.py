"""What the audit trail calls overlays and forms."""

from typing import Final

from prepaid.core.audit.words import FieldWords, Words, describe, field

STATES: Final[dict[str, Words]] = {
    "DRAFT": ("草稿", "Draft"),
    "PUBLISHED": ("已发布", "Published"),
    "RETIRED": ("已停用", "Retired"),
}
DEFINITION: Final[dict[str, FieldWords | None]] = {
    "state": field("状态", "State", STATES),
    "content": field("内容", "Content", whole=True),
}

describe("PageOverlay", "页面调整", "Overlay of a page", fields=DEFINITION)
describe("FormDefinition", "表单", "Form", naming="form", fields=DEFINITION)
describe("ListExport", "列表导出", "Export of a list", fields={
    "page": field("页面", "Page"),
    "columns": field("列", "Columns"),
    "format": field("格式", "Format"),
    "rows": field("行数", "Rows"),
    "truncated": field("超出上限", "Cut off"),
})  # fmt: skip
