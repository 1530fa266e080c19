"""Changes to review, audit trail, tasks, API tokens (复核、审计、任务、接口令牌)."""

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
    truth,
    when,
)
from prepaid.domains.pages.rules.fields import DateField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement, Confirm
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

ON_RECORD: Final = (ActionPlacement.ROW, ActionPlacement.DETAIL)
CHANGE_ACTIONS: Final = (
    Action(
        key="approveChange",
        label=Text("通过", "Approve"),
        tone=Tone.SUCCESS,
        placement=(ActionPlacement.DETAIL,),
        submit=on_row("approveChange", "changeId", Binding("input.payloadHash", BindingSource.ROW, "payloadHash")),
        confirm=Confirm(
            title=Text("通过该变更？", "Approve this change?"),
            body=Text("通过后立即执行所展示的内容", "What is shown is done at once"),
            confirm_label=Text("通过", "Approve"),
        ),
    ),
    Action(
        key="rejectChange",
        label=Text("驳回", "Reject"),
        tone=Tone.DANGER,
        placement=(ActionPlacement.DETAIL,),
        submit=on_row("rejectChange", "changeId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="withdrawChange",
        label=Text("撤回", "Withdraw"),
        placement=ON_RECORD,
        submit=on_row("withdrawChange", "changeId"),
        confirm=confirm("撤回该变更？", "Withdraw this change?", "撤回", "Withdraw"),
    ),
)


def _change_columns() -> tuple[Column, ...]:
    return (
        column("kindName", ValueKind.TEXT, "事项", "What", pinned=Pin.LEFT),
        column("targetName", ValueKind.TEXT, "对象", "Object", width=140),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("maker", ValueKind.TEXT, "提交人", "Submitted by", "maker.displayName"),
        column("reason", ValueKind.LONG_TEXT, "提交原因", "Reason"),
        column("createdAt", ValueKind.DATETIME, "提交时间", "Submitted", sortable="CREATED_AT"),
        column("expiresAt", ValueKind.DATETIME, "截止时间", "Decide until", sortable="EXPIRES_AT"),
        column("checker", ValueKind.TEXT, "复核人", "Decided by", "checker.displayName"),
        column("decidedAt", ValueKind.DATETIME, "复核时间", "Decided", sortable="DECIDED_AT", default_visible=False),
        column("decisionReason", ValueKind.LONG_TEXT, "复核意见", "Decision", default_visible=False),
    )


CHANGES: Final = ListPage(
    kind=PageKind.LIST,
    key="changes",
    path="/changes",
    title=Text("复核事项", "Changes to review"),
    source=Operation(field="changeRequests"),
    columns=_change_columns(),
    filters=(
        one_of("state", "状态", "State", "ChangeState"),
        truth("canDecide", "待我复核", "Waiting for me", "canDecide.eq"),
        between("createdAt", "提交时间", "Submitted"),
    ),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(
        ViewPreset(key="mine", label=Text("待我复核", "Waiting for me"), query="f.canDecide=true"),
        ViewPreset(key="open", label=Text("全部待复核", "All to review"), query="f.state=OPEN", counted=True),
    ),
    actions=CHANGE_ACTIONS,
    row_link="change",
    empty=EmptyState(title=Text("没有需要复核的事项", "Nothing waits for a second person")),
    refresh_seconds=60,
)
CHANGE: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="change",
    path="/changes/:id",
    parent="changes",
    title=Text("复核详情", "Change"),
    source=by_id("changeRequest"),
    header=DetailHeader(
        title_path="kindName", subtitle_path="targetName", status_path="state", status_dictionary="ChangeState"
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=_change_columns()),
        DetailSection(
            key="payload",
            title=Text("变更内容", "What will be done"),
            items=(column("content", ValueKind.JSON, "内容", "Content"),),
        ),
    ),
    actions=CHANGE_ACTIONS,
)


def _audit_columns() -> tuple[Column, ...]:
    return (
        column("at", ValueKind.DATETIME, "时间", "When", sortable="AT", pinned=Pin.LEFT, width=170),
        column("action", ValueKind.ENUM, "操作", "Act", dictionary="AuditAction", width=150),
        column("actor", ValueKind.TEXT, "操作人", "By", "actor.displayName", width=110),
        column("byToken", ValueKind.BOOLEAN, "经接口令牌", "By a token", default_visible=False),
        column("objectType", ValueKind.ENUM, "对象类型", "Kind of object", dictionary="AuditObject"),
        column("objectName", ValueKind.TEXT, "对象", "Object", width=160),
        column("reason", ValueKind.LONG_TEXT, "原因", "Reason"),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("address", ValueKind.TEXT, "地址", "Address", default_visible=False, copyable=True),
        column("deviceName", ValueKind.TEXT, "设备", "Device", default_visible=False),
        column("requestId", ValueKind.TEXT, "请求编号", "Request", default_visible=False, copyable=True),
    )


AUDIT: Final = ListPage(
    kind=PageKind.LIST,
    key="audit",
    path="/audit",
    title=Text("审计日志", "Audit trail"),
    source=Operation(field="auditEvents"),
    columns=_audit_columns(),
    filters=(
        between("at", "时间", "When"),
        one_of("action", "操作", "Act", "AuditAction"),
        picked("actor", "操作人", "By", "Member"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        one_of("objectType", "对象类型", "Kind of object", "AuditObject"),
        contains("address", "地址", "Address"),
    ),
    quick_search=Text("操作代码、原因", "Act, reason"),
    default_order=(OrderBy("at", descending=True),),
    page_sizes=(50, 20, 100, 200),
    row_link="auditEvent",
)
AUDIT_EVENT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="auditEvent",
    path="/audit/:id",
    parent="audit",
    title=Text("审计记录", "Audit event"),
    source=by_id("auditEvent"),
    header=DetailHeader(title_path="action", title_dictionary="AuditAction", subtitle_path="actor.displayName"),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=_audit_columns()),
        DetailSection(
            key="changes",
            title=Text("变更内容", "What changed"),
            items=(column("differences", ValueKind.JSON, "变更", "Changes"),),
        ),
    ),
)
TASKS: Final = ListPage(
    kind=PageKind.LIST,
    key="tasks",
    path="/tasks",
    title=Text("我的任务", "My tasks"),
    source=Operation(field="tasks"),
    columns=(
        column("title", ValueKind.TEXT, "任务", "Task", pinned=Pin.LEFT),
        column("export", ValueKind.TEXT, "内容", "Of what", "export.title"),
        column("state", ValueKind.ENUM, "状态", "State"),
        column("done", ValueKind.INTEGER, "已完成步数", "Steps done"),
        column("total", ValueKind.INTEGER, "总步数", "Steps in all"),
        column("createdAt", ValueKind.DATETIME, "提交时间", "Asked for", sortable="CREATED_AT"),
        column("endedAt", ValueKind.DATETIME, "结束时间", "Ended"),
        column("fileName", ValueKind.TEXT, "文件", "File"),
        column("error", ValueKind.TEXT, "失败原因", "Why it failed"),
    ),
    filters=(one_of("state", "状态", "State", "TaskState"), between("createdAt", "提交时间", "Asked for")),
    default_order=(OrderBy("createdAt", descending=True),),
    export=None,
    empty=EmptyState(title=Text("没有任务", "No tasks")),
    refresh_seconds=10,
)
TOKENS: Final = ListPage(
    kind=PageKind.LIST,
    key="apiTokens",
    path="/api-tokens",
    title=Text("接口令牌", "API tokens"),
    source=Operation(field="apiTokens"),
    columns=(
        column("name", ValueKind.TEXT, "用途", "What for", sortable="NAME", pinned=Pin.LEFT),
        column("prefix", ValueKind.TEXT, "开头", "Begins with", copyable=True),
        column("roles", ValueKind.TAGS, "角色", "Roles", "roles.name"),
        column("scope", ValueKind.ENUM, "数据范围", "Data scope"),
        column("allowedAddresses", ValueKind.TAGS, "允许地址", "Addresses"),
        column("createdAt", ValueKind.DATETIME, "签发时间", "Issued", sortable="CREATED_AT"),
        column("expiresAt", ValueKind.DATETIME, "到期时间", "Expires", sortable="EXPIRES_AT"),
        column("lastUsedAt", ValueKind.DATETIME, "最近使用", "Last used", sortable="LAST_USED_AT"),
        column("revokedAt", ValueKind.DATETIME, "吊销时间", "Revoked", sortable="REVOKED_AT"),
    ),
    filters=(
        contains("name", "用途", "What for"),
        truth("live", "未吊销", "Not revoked", "revokedAt.isNull"),
        between("expiresAt", "到期时间", "Expires"),
    ),
    quick_search=Text("用途、开头", "What for, begins with"),
    default_order=(OrderBy("createdAt", descending=True),),
    actions=(
        Action(
            key="createApiToken",
            label=Text("签发令牌", "Issue token"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createApiToken", select=("secret",)),
            form=Form(
                fields=(
                    text("name", "用途", "What for", required=True, max_length=80),
                    picked("template", "平台", "Platform", "PlatformTemplate", "templateId", required=True),
                    picked("roleIds", "角色", "Roles", "Role", multiple=True, required=True, depends_on=("template",)),
                    choice("scope", "数据范围", "Data scope", "TokenScope", required=True),
                    picked(
                        "merchant",
                        "商户",
                        "Merchant",
                        "Merchant",
                        "merchantId",
                        permission="member.appoint",
                        visible_when=when("scope", TestOp.EQ, "MERCHANT"),
                        required_when=when("scope", TestOp.EQ, "MERCHANT"),
                    ),
                    picked(
                        "operator",
                        "运营方",
                        "Operator",
                        "Operator",
                        "operatorId",
                        visible_when=when("scope", TestOp.EQ, "OPERATOR"),
                        required_when=when("scope", TestOp.EQ, "OPERATOR"),
                    ),
                    picked(
                        "merchants",
                        "可见商户",
                        "Merchants",
                        "Merchant",
                        "merchantIds",
                        multiple=True,
                        visible_when=when("scope", TestOp.EQ, "CUSTOM"),
                        required_when=when("scope", TestOp.EQ, "CUSTOM"),
                    ),
                    DateField(
                        key="expiresAt",
                        label=Text("到期时间", "Expires"),
                        kind=ValueKind.DATETIME,
                        required=True,
                        not_before="today",
                        not_after="today+365",
                    ),
                    text(
                        "allowedAddresses",
                        "允许地址",
                        "Addresses",
                        ValueKind.LONG_TEXT,
                        max_length=2_000,
                        placeholder=Text("203.0.113.0/24", "203.0.113.0/24"),
                        help=Text(
                            "IP 地址或网段（CIDR），每行一个；不填则不限来源",
                            "IP addresses or networks (CIDR), one a line; none: from everywhere",
                        ),
                    ),
                )
            ),
        ),
        Action(
            key="revokeApiToken",
            label=Text("吊销", "Revoke"),
            tone=Tone.DANGER,
            danger=True,
            placement=(ActionPlacement.ROW,),
            submit=on_row("revokeApiToken"),
            confirm=confirm("吊销该令牌？", "Revoke this token?", "吊销", "Revoke"),
        ),
    ),
    empty=EmptyState(title=Text("还没有接口令牌", "No API tokens yet"), action_key="createApiToken"),
)
