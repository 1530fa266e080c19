"""The permissions that pages ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})

declare(
    [
        Permission("page.read", NodeKind.PAGE, "页面配置", "Pages"),
        Permission("page.overlay_edit", NodeKind.ACTION, "编辑页面调整", "Edit overlays of pages", "page.read"),
        Permission("page.overlay_publish", NodeKind.ACTION, "发布页面调整", "Publish overlays of pages", "page.read"),
        Permission(
            "page.preview", NodeKind.ACTION, "以其他身份预览页面", "Preview pages as somebody else", "page.read"
        ),
        Permission("form.read", NodeKind.PAGE, "表单", "Forms"),
        Permission("form.edit", NodeKind.ACTION, "编辑表单", "Edit forms", "form.read"),
        Permission("form.publish", NodeKind.ACTION, "发布表单", "Publish forms", "form.read"),
        Permission("list.export", NodeKind.ACTION, "导出列表数据", "Export lists", None, STAFF),
        Permission("view.share", NodeKind.ACTION, "共享列表视图", "Share views of lists", None, STAFF),
    ]
)
