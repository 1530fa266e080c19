"""What the enums of commission are called, in the schema and on pages."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from prepaid.domains.commission.rules.handover import HandoverResult, HandoverState, HandoverSubject
from prepaid.domains.commission.rules.lines import Bearer, LineKind, LineState, ReversalCause
from prepaid.domains.commission.rules.payouts import Cadence, LeaverPolicy, PayoutState, ReceivableState, RunKind
from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone
from prepaid.graph.types import described_enum

Words = Mapping[Any, tuple[str, str]]

LINES: Final[Words] = {
    LineKind.OPENING: ("开卡", "Opening"),
    LineKind.RECHARGE: ("充值", "Recharge"),
    LineKind.SERVICE: ("单品销售", "Single service"),
    LineKind.PERFORMANCE: ("服务履约", "Performance"),
    LineKind.VISIT: ("按次（退卡后）", "By visit, after a refund"),
}
STATES: Final[Words] = {
    LineState.ACCRUED: ("待审核", "Accrued"),
    LineState.FROZEN: ("冻结期", "Frozen"),
    LineState.APPROVED: ("待发放", "Approved"),
    LineState.PAYING: ("发放中", "Being paid"),
    LineState.PAID: ("已发放", "Paid"),
    LineState.FAILED: ("发放失败", "Not paid"),
    LineState.REJECTED: ("已驳回", "Rejected"),
    LineState.REVERSED: ("已冲回", "Reversed"),
    LineState.OFFSET: ("冲回记录", "Reversal"),
}
CAUSES: Final[Words] = {
    ReversalCause.CARD_REFUND: ("退卡", "Card refund"),
    ReversalCause.SERVICE_RETURN: ("单品退货", "Return of services"),
    ReversalCause.REDEMPTION_UNDONE: ("撤销核销", "Redemption undone"),
}
BEARERS: Final[Words] = {
    Bearer.SALESPERSON: ("本人", "The salesperson"),
    Bearer.SUCCESSOR: ("交接人", "The successor"),
    Bearer.MERCHANT: ("商户", "The merchant"),
}
RUNS: Final[Words] = {
    RunKind.AUTOMATIC: ("自动发放", "Automatic"),
    RunKind.MANUAL: ("手动发放", "By hand"),
    RunKind.HANDOVER: ("离职结清", "Handover"),
}
PAYOUTS: Final[Words] = {
    PayoutState.PAYING: ("付款中", "Being paid"),
    PayoutState.FAILED: ("失败", "Failed"),
    PayoutState.PAID: ("已到账", "Paid"),
}
RECEIVABLES: Final[Words] = {
    ReceivableState.OPEN: ("未结清", "Open"),
    ReceivableState.SETTLED: ("已抵扣结清", "Settled"),
    ReceivableState.WRITTEN_OFF: ("已核销", "Written off"),
}
CADENCES: Final[Words] = {
    Cadence.DAILY: ("每天", "Every day"),
    Cadence.WEEKLY: ("每周", "Every week"),
    Cadence.MONTHLY: ("每月", "Every month"),
}
POLICIES: Final[Words] = {
    LeaverPolicy.LEAVER_RECEIVABLE: ("向离职人员追回", "The leaver owes it"),
    LeaverPolicy.MERCHANT_BEARS: ("商户承担", "The merchant bears it"),
    LeaverPolicy.SUCCESSOR: ("首位交接人承担", "The first successor owes it"),
}
CASES: Final[Words] = {
    HandoverState.SCHEDULED: ("待交接", "Scheduled"),
    HandoverState.DONE: ("已完成", "Done"),
    HandoverState.CANCELLED: ("已取消", "Cancelled"),
}
SUBJECTS: Final[Words] = {
    HandoverSubject.COMMISSION: ("佣金结算", "Commission"),
    HandoverSubject.OPEN_ORDER: ("未付订单", "Open order"),
    HandoverSubject.CUSTOMER: ("客户", "Customer"),
    HandoverSubject.SALES_AUTHORISATION: ("销售授权", "Sales authorisation"),
    HandoverSubject.ACCESS: ("系统权限", "Access"),
    HandoverSubject.SEAL_GRANT: ("印章授权", "Seal grant"),
}
RESULTS: Final[Words] = {
    HandoverResult.SETTLED: ("已结算", "Settled"),
    HandoverResult.WAITS_FOR_FUNDS: ("待资金到账", "Waits for money"),
    HandoverResult.MOVED: ("已移交", "Moved"),
    HandoverResult.ENDED: ("已终止", "Ended"),
    HandoverResult.REFUSED: ("未能移交", "Refused"),
}
TONES: Final[Mapping[Any, Tone]] = {
    LineState.ACCRUED: Tone.WARNING,
    LineState.FROZEN: Tone.NEUTRAL,
    LineState.APPROVED: Tone.INFO,
    LineState.PAYING: Tone.INFO,
    LineState.PAID: Tone.SUCCESS,
    LineState.FAILED: Tone.DANGER,
    LineState.REJECTED: Tone.DANGER,
    LineState.REVERSED: Tone.NEUTRAL,
    LineState.OFFSET: Tone.NEUTRAL,
    PayoutState.PAYING: Tone.INFO,
    PayoutState.FAILED: Tone.DANGER,
    PayoutState.PAID: Tone.SUCCESS,
    ReceivableState.OPEN: Tone.WARNING,
    ReceivableState.SETTLED: Tone.SUCCESS,
    ReceivableState.WRITTEN_OFF: Tone.NEUTRAL,
    HandoverState.SCHEDULED: Tone.WARNING,
    HandoverState.DONE: Tone.SUCCESS,
    HandoverState.CANCELLED: Tone.NEUTRAL,
    HandoverResult.SETTLED: Tone.SUCCESS,
    HandoverResult.WAITS_FOR_FUNDS: Tone.WARNING,
    HandoverResult.MOVED: Tone.SUCCESS,
    HandoverResult.ENDED: Tone.NEUTRAL,
    HandoverResult.REFUSED: Tone.DANGER,
}
NAMED: Final[tuple[tuple[str, type[Enum], Words], ...]] = (
    ("CommissionLineKind", LineKind, LINES),
    ("CommissionLineState", LineState, STATES),
    ("CommissionReversalCause", ReversalCause, CAUSES),
    ("CommissionBearer", Bearer, BEARERS),
    ("CommissionRunKind", RunKind, RUNS),
    ("CommissionPayoutState", PayoutState, PAYOUTS),
    ("CommissionReceivableState", ReceivableState, RECEIVABLES),
    ("CommissionCadence", Cadence, CADENCES),
    ("LeaverPolicy", LeaverPolicy, POLICIES),
    ("HandoverState", HandoverState, CASES),
    ("HandoverSubject", HandoverSubject, SUBJECTS),
    ("HandoverResult", HandoverResult, RESULTS),
)
for _name, _enum, _words in NAMED:
    described_enum(_enum, {value: f"{zh}: {en}" for value, (zh, en) in _words.items()}, name=_name)

WAITING: Final = dictionary("CommissionWaiting", [("WAITING_FUNDS", "待商户资金到账", "Waits for money", Tone.WARNING)])
FAILURES: Final = dictionary(
    "CommissionFailure",
    [
        ("COMMISSION_ACCOUNT_MISSING", "没有收款账户", "No account to pay to", Tone.DANGER),
        ("PAYEE_NAME_INVALID", "收款人姓名有误", "The payee's name is wrong", Tone.DANGER),
        ("MERCHANT_CANNOT_COLLECT", "商户未开通收付款", "The merchant has no number", Tone.DANGER),
        ("PAYEE_ACCOUNT_ABNORMAL", "收款账户异常", "The payee's account is not usable", Tone.DANGER),
        ("PERSON_ERASED", "个人信息已删除", "Personal data were erased", Tone.DANGER),
        ("RETURNED", "付款被退回", "The money came back", Tone.DANGER),
    ],
)
HANDOVER_CODES: Final = dictionary(
    "HandoverCode",
    [
        ("NOT_AUTHORISED", "交接人未获销售授权", "The successor may not sell it", None),
        ("SALESPERSON_NOT_SELLING", "交接人已停用", "The successor sells nothing", None),
        ("LAST_ADMINISTRATOR", "最后一位管理员", "Nobody else administers", None),
    ],
)
DICTIONARIES: Final = (
    *(
        dictionary(name, [(value.value, zh, en, TONES.get(value)) for value, (zh, en) in words.items()])
        for name, _, words in NAMED
    ),
    WAITING,
    FAILURES,
    HANDOVER_CODES,
)
