"""Roles (角色): their list, and the editor of their permissions."""

from typing import Final

from prepaid.domains.pages.graph.base.building import column, confirm, contains, picked, text, to
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import CustomComponent, CustomPage, Help, ListPage, OrderBy, PageKind
from prepaid.domains.pages.rules.text import Text

VERSION: Final = Binding("input.expectedVersion", BindingSource.ROW, "version")
ROLES: Final = ListPage(
    kind=PageKind.LIST,
    key="roles",
    path="/roles",
    title=Text("角色", "Roles"),
    permission="role.read",
    source=Operation(field="roles"),
    columns=(
        column("name", ValueKind.TEXT, "名称", "Name", pinned=Pin.LEFT),
        column("code", ValueKind.TEXT, "代码", "Code", sortable="CODE", copyable=True),
        column("platform", ValueKind.TEXT, "平台", "Platform", "template.name"),
        column("summary", ValueKind.LONG_TEXT, "说明", "Description"),
        column("memberCount", ValueKind.INTEGER, "成员数", "Members", width=100),
    ),
    filters=(picked("template", "平台", "Platform", "PlatformTemplate"), contains("code", "代码", "Code")),
    quick_search=Text("名称、代码", "Name, code"),
    default_order=(OrderBy("code"),),
    actions=(
        Action(
            key="createRole",
            label=Text("新增角色", "New role"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createRole"),
            form=Form(
                fields=(
                    picked("template", "平台", "Platform", "PlatformTemplate", "templateId", required=True),
                    text("code", "代码", "Code", required=True, max_length=80),
                    text("nameZh", "中文名称", "Chinese name", required=True, max_length=80),
                    text("nameEn", "英文名称", "English name", required=True, max_length=80),
                    text("description", "中文说明", "Chinese description", ValueKind.LONG_TEXT, max_length=500),
                    text("descriptionEn", "英文说明", "English description", ValueKind.LONG_TEXT, max_length=500),
                )
            ),
        ),
        Action(
            key="permissions",
            label=Text("授权", "Permissions"),
            placement=(ActionPlacement.ROW,),
            goto=to("role"),
        ),
        Action(
            key="updateRole",
            label=Text("编辑", "Edit"),
            placement=(ActionPlacement.ROW,),
            load=Operation(field="role", bindings=(Binding("id", BindingSource.ROW, "id"),)),
            submit=on_row("updateRole", "roleId", VERSION),
            form=Form(
                fields=(
                    text("nameZh", "中文名称", "Chinese name", required=True, max_length=80),
                    text("nameEn", "英文名称", "English name", required=True, max_length=80),
                    text("description", "中文说明", "Chinese description", ValueKind.LONG_TEXT, max_length=500),
                    text("descriptionEn", "英文说明", "English description", ValueKind.LONG_TEXT, max_length=500),
                )
            ),
        ),
        Action(
            key="deleteRole",
            label=Text("删除", "Delete"),
            tone=Tone.DANGER,
            danger=True,
            placement=(ActionPlacement.ROW,),
            submit=on_row("deleteRole", "roleId", VERSION),
            confirm=confirm("删除该角色？", "Delete this role?", "删除", "Delete"),
        ),
    ),
    row_link="role",
    help=Help(tour_key="roles"),
)
ROLE: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="role",
    path="/roles/:id",
    parent="roles",
    title=Text("角色授权", "Role permissions"),
    component=CustomComponent.PERMISSION_EDITOR,
    props={"subject": "role"},
    needs=("role.read",),
    help=Help(tour_key="platform"),
)
