"""Members (成员)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    confirm,
    contains,
    one_of,
    picked,
    reason,
    text,
    when,
)
from prepaid.domains.pages.rules.fields import AnyField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    Help,
    ListPage,
    OrderBy,
    PageKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

ON_RECORD: Final = (ActionPlacement.ROW, ActionPlacement.DETAIL)
TIMELINE: Final = Operation(field="timeline", bindings=(Binding("object", BindingSource.ROUTE_PARAM, "id"),))


def _scope() -> tuple[AnyField, ...]:
    return (
        choice("scopeKind", "数据范围", "Data scope", "ScopeKind", input_path="scope.kind", required=True),
        picked(
            "scopeMerchants",
            "可见商户",
            "Merchants",
            "Merchant",
            "scope.merchantIds",
            multiple=True,
            visible_when=when("scopeKind", TestOp.EQ, "CUSTOM"),
        ),
        picked(
            "scopeOperator",
            "运营方",
            "Operator",
            "Operator",
            "scope.operatorId",
            visible_when=when("scopeKind", TestOp.EQ, "OPERATOR"),
        ),
    )


def _roles(*, platform: str | None = None) -> AnyField:
    depends = ("template",) if platform else ()
    return picked("roleIds", "角色", "Roles", "Role", multiple=True, required=True, depends_on=depends)


ADD_MEMBER: Final = Action(
    key="addMember",
    label=Text("添加成员", "Add member"),
    icon="plus",
    tone=Tone.INFO,
    placement=(ActionPlacement.TOOLBAR,),
    submit=on_form("addMember"),
    form=Form(
        fields=(
            picked("template", "平台", "Platform", "PlatformTemplate", "templateId", required=True),
            text("displayName", "姓名", "Name", required=True, max_length=80),
            text(
                "login",
                "手机号或邮箱",
                "Phone or e-mail",
                required=True,
                max_length=254,
                help=Text(
                    "已有账号的，登录后即可切换到本单位", "With an account already, he switches here after signing in"
                ),
            ),
            _roles(platform="template"),
            *_scope(),
            picked("merchant", "商户", "Merchant", "Merchant", "merchantId", permission="member.appoint"),
            text("staffNumber", "工号", "Staff number", max_length=40),
            reason(required=False),
        )
    ),
)
MEMBER_ACTIONS: Final = (
    Action(
        key="changeMemberRoles",
        label=Text("调整角色", "Change roles"),
        placement=ON_RECORD,
        submit=on_row("changeMemberRoles", "memberId"),
        form=Form(fields=(_roles(), reason(required=False))),
    ),
    Action(
        key="changeMemberScope",
        label=Text("调整数据范围", "Change scope"),
        placement=ON_RECORD,
        submit=on_row("changeMemberScope", "memberId"),
        form=Form(fields=(*_scope(), reason(required=False))),
    ),
    Action(
        key="suspendMember",
        label=Text("停用", "Suspend"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("suspendMember", "memberId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="resumeMember",
        label=Text("恢复", "Resume"),
        placement=ON_RECORD,
        submit=on_row("resumeMember", "memberId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="removeMember",
        label=Text("移除", "Remove"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("removeMember", "memberId"),
        form=Form(fields=(reason(),)),
        confirm=confirm(
            "移除该成员？",
            "Remove this member?",
            "移除",
            "Remove",
            Text("其会话立即结束，移除后不能恢复", "His sessions end at once, and he cannot be brought back"),
        ),
    ),
)


def member_columns() -> tuple[Column, ...]:
    """Columns of every list of members."""
    return (
        column("displayName", ValueKind.TEXT, "姓名", "Name", sortable="DISPLAY_NAME", pinned=Pin.LEFT, width=120),
        column("status", ValueKind.ENUM, "状态", "State", sortable="STATUS", width=95),
        column("roles", ValueKind.TAGS, "角色", "Roles", "roles.name", width=150),
        column("scope", ValueKind.ENUM, "数据范围", "Data scope", width=110),
        column("phone", ValueKind.PHONE, "手机号", "Phone", width=150),
        column("email", ValueKind.TEXT, "邮箱", "E-mail", default_visible=False),
        column("staffNumber", ValueKind.TEXT, "工号", "Staff number", default_visible=False, copyable=True),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant", width=140),
        column("platform", ValueKind.TEXT, "平台", "Platform", "template.name", width=140),
        column("createdAt", ValueKind.DATETIME, "加入时间", "Since", sortable="CREATED_AT", width=170),
        column("leftAt", ValueKind.DATETIME, "离开时间", "Left", sortable="LEFT_AT", default_visible=False, width=170),
    )


MEMBERS: Final = ListPage(
    kind=PageKind.LIST,
    key="members",
    path="/members",
    title=Text("成员", "Members"),
    source=Operation(field="members"),
    columns=member_columns(),
    filters=(
        contains("displayName", "姓名", "Name"),
        one_of("status", "状态", "State", "MemberStatus"),
        one_of("scope", "数据范围", "Data scope", "ScopeKind"),
        picked("role", "角色", "Role", "Role"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("createdAt", "加入时间", "Since"),
    ),
    quick_search=Text("姓名、工号", "Name, staff number"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(
        ViewPreset(key="active", label=Text("在岗", "Active"), query="f.status=ACTIVE"),
        ViewPreset(key="suspended", label=Text("停用", "Suspended"), query="f.status=SUSPENDED"),
    ),
    actions=(ADD_MEMBER, *MEMBER_ACTIONS),
    row_link="member",
    empty=EmptyState(
        title=Text("还没有成员", "Nobody here yet"),
        body=Text("添加成员并授予角色后，他们即可登录", "Add people and give them roles; then they can sign in"),
        action_key="addMember",
    ),
    help=Help(tour_key="members"),
)
MEMBER: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="member",
    path="/members/:id",
    parent="members",
    title=Text("成员详情", "Member"),
    source=by_id("member"),
    header=DetailHeader(
        title_path="displayName", subtitle_path="template.name", status_path="status", status_dictionary="MemberStatus"
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=tuple(one for one in member_columns() if one.key not in {"roles", "scope"}),
        ),
        DetailSection(
            key="roles",
            title=Text("权限", "Permissions"),
            items=(
                column("roleNames", ValueKind.TAGS, "角色", "Roles", "roles.name"),
                column("dataScope", ValueKind.ENUM, "数据范围", "Data scope", "scope"),
            ),
        ),
    ),
    actions=MEMBER_ACTIONS,
    timeline=TIMELINE,
)
