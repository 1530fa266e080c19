"""Enums of platforms, members, changes and tasks in the schema, with their Chinese labels."""

from prepaid.core.tasks import TaskState
from prepaid.domains.identity.graph import enums as _enums  # noqa: F401 - names the enums of sessions and scopes
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.domains.identity.rules.effective import Verdict
from prepaid.domains.identity.rules.permissions import Audience, Gate, GateState, NodeKind
from prepaid.domains.identity.rules.standing import MemberStatus, SecondFactor, TemplateStatus
from prepaid.domains.identity.rules.tree import Check
from prepaid.graph.types import described_enum

described_enum(
    NodeKind,
    {
        NodeKind.MENU: "菜单: a group of pages",
        NodeKind.PAGE: "页面: a page and what it reads",
        NodeKind.ACTION: "操作: something that can be done",
        NodeKind.FIELD: "字段: a value that is hidden without it",
        NodeKind.DATA: "数据: rows that are hidden without it",
    },
    name="PermissionNodeKind",
)
described_enum(
    Gate,
    {
        Gate.SALES: "销售: closed by a suspension and a fraud hold",
        Gate.REDEMPTION: "核销: closed by a fraud hold",
        Gate.AFTER_SALES: "售后: closed only with the merchant",
    },
    name="PermissionGate",
)
described_enum(
    GateState,
    {
        GateState.OPEN: "正常: everything is open",
        GateState.SUSPENDED: "暂停: no sales",
        GateState.FRAUD_HOLD: "风险冻结: no sales and no redemption",
        GateState.CLOSED: "已关闭: reading only",
    },
    name="MerchantGate",
)
described_enum(
    Audience,
    {
        Audience.MERCHANT: "商户: staff of merchants and operators",
        Audience.BANK: "行内: the bank's own staff",
        Audience.CONSUMER: "消费者: users of the mini-program",
    },
    name="PlatformAudience",
)
described_enum(
    Check,
    {
        Check.CHECKED: "全选: it and everything below are granted",
        Check.PARTIAL: "部分: something of it is granted",
        Check.UNCHECKED: "未选: nothing is granted",
    },
    name="NodeCheck",
)
described_enum(
    Verdict,
    {
        Verdict.ALLOWED: "允许: may be done",
        Verdict.NOT_GRANTED: "未授权: no role grants it",
        Verdict.FEATURE_OFF: "功能未开通: the merchant or its type lacks the feature",
        Verdict.GATE_CLOSED: "状态受限: the merchant's state forbids it",
    },
    name="PermissionVerdict",
)
described_enum(
    ChangeState,
    {
        ChangeState.OPEN: "待复核: waits for a second person",
        ChangeState.APPROVED: "已通过: approved and done",
        ChangeState.REJECTED: "已驳回: rejected with a reason",
        ChangeState.WITHDRAWN: "已撤回: taken back by its maker",
        ChangeState.EXPIRED: "已过期: nobody decided it in time",
    },
)
described_enum(
    TaskState,
    {
        TaskState.QUEUED: "排队中: not begun",
        TaskState.RUNNING: "进行中: being done",
        TaskState.DONE: "已完成: done",
        TaskState.FAILED: "失败: came to nothing",
        TaskState.CANCELLED: "已取消: not wanted any more",
    },
)
described_enum(
    MemberStatus,
    {
        MemberStatus.ACTIVE: "正常: has access",
        MemberStatus.SUSPENDED: "停用: without access for now",
        MemberStatus.LEFT: "已离开: gone for good",
    },
)
described_enum(
    SecondFactor,
    {SecondFactor.REQUIRED: "必须: always asked for", SecondFactor.OPTIONAL: "可选: asked for when enrolled"},
    name="SecondFactorPolicy",
)
described_enum(
    TemplateStatus,
    {TemplateStatus.ACTIVE: "使用中: in use", TemplateStatus.RETIRED: "已停用: closed for its members"},
    name="PlatformStatus",
)
