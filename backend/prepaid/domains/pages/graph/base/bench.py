"""The work bench: what waits, and figures, of identity and of this domain."""

from typing import Any, Final

from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.pages.rules.layout.bench import BenchCard, BenchKind
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation
from prepaid.domains.pages.rules.text import Text


def counted(field: str, conditions: Any = None) -> Operation:
    """A list of which is counted what a filter leaves."""
    if conditions is None:
        return Operation(field=field)
    return Operation(field=field, bindings=(Binding("filter", BindingSource.CONSTANT, constant=conditions),))


BENCH: Final = (
    BenchCard(
        key="changesToDecide",
        label=Text("待我复核", "Waiting for my review"),
        kind=BenchKind.TODO,
        tone=Tone.WARNING,
        source=counted("changeRequests", {"canDecide": {"eq": True}}),
        page_key="changes",
        query="view=mine&f.canDecide=true",
    ),
    BenchCard(
        key="expiringTokens",
        label=Text("30 天内到期的接口令牌", "API tokens that expire within 30 days"),
        kind=BenchKind.TODO,
        tone=Tone.WARNING,
        source=counted("apiTokens", {"revokedAt": {"isNull": True}, "expiresAt": {"gte": "$day", "lt": "$day+31"}}),
        page_key="apiTokens",
        query="f.live=true&f.expiresAt=$date~$date+30",
        permission="token.issue",
    ),
    BenchCard(
        key="formDrafts",
        label=Text("未发布的表单", "Forms not published yet"),
        kind=BenchKind.TODO,
        tone=Tone.INFO,
        source=counted("formDefinitions", {"state": {"eq": "DRAFT"}}),
        page_key="forms",
        query="f.state=DRAFT",
        permission="form.publish",
    ),
    BenchCard(
        key="failedSignIns",
        label=Text("今日登录失败", "Failed sign-ins today"),
        kind=BenchKind.FIGURE,
        tone=Tone.WARNING,
        source=counted("auditEvents", {"action": {"eq": "session.sign_in_failed"}, "at": {"gte": "$day"}}),
        page_key="audit",
        query="f.action=session.sign_in_failed&f.at=$date~$date",
        permission="member.appoint",
    ),
    BenchCard(
        key="merchants",
        label=Text("商户", "Merchants"),
        kind=BenchKind.FIGURE,
        source=counted("merchants"),
        page_key="merchants",
        permission="operator.read",
    ),
    BenchCard(
        key="stoppedMerchants",
        label=Text("暂停与冻结的商户", "Merchants stopped"),
        kind=BenchKind.FIGURE,
        tone=Tone.DANGER,
        source=counted("merchants", {"gate": {"in": ["SUSPENDED", "FRAUD_HOLD"]}}),
        page_key="merchants",
        query="view=stopped&f.gate=SUSPENDED,FRAUD_HOLD",
        permission="operator.read",
    ),
    BenchCard(
        key="members",
        label=Text("在岗成员", "Active members"),
        kind=BenchKind.FIGURE,
        source=counted("members", {"status": {"eq": "ACTIVE"}}),
        page_key="members",
        query="view=active&f.status=ACTIVE",
    ),
    BenchCard(
        key="tokens",
        label=Text("有效的接口令牌", "Valid API tokens"),
        kind=BenchKind.FIGURE,
        source=counted("apiTokens", {"revokedAt": {"isNull": True}, "expiresAt": {"gte": "$day"}}),
        page_key="apiTokens",
        query="f.live=true&f.expiresAt=$date~",
    ),
)
