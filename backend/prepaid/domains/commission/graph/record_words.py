"""What the audit trail calls commission, payouts and handovers, in the words of the pages."""

from typing import Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import FieldWords, Words, describe, field
from prepaid.domains.commission.graph.labels import DICTIONARIES
from prepaid.domains.ordering.graph.dictionaries import DICTIONARIES as OF_ORDERS

WORDS: Final[dict[str, dict[str, Words]]] = {
    each.name: {option.value: (option.label.zh, option.label.en) for option in each.options}
    for each in (*DICTIONARIES, *OF_ORDERS)
}
AMOUNT: Final = field("金额", "Amount")
NUMBER: Final = field("单号", "Number")


def _words(name: str, zh: str, en: str) -> FieldWords:
    return field(zh, en, WORDS[name])


describe("CommissionLine", "佣金", "Commission", naming="commissionLine", fields={
    "state": _words("CommissionLineState", "状态", "State"),
    "amountFen": AMOUNT,
    "reversedFen": field("已冲回", "Reversed"),
    "waiting": _words("CommissionWaiting", "等待", "Waits for"),
    "bearer": _words("CommissionBearer", "承担方", "Who bears it"),
})  # fmt: skip
describe("CommissionRun", "发放批次", "Payout run", naming="commissionRun", fields={
    "number": NUMBER,
    "kind": _words("CommissionRunKind", "方式", "Kind"),
    "people": field("人数", "People"),
})  # fmt: skip
describe("CommissionPayout", "佣金付款", "Payout of commission", naming="commissionPayout", fields={
    "state": _words("CommissionPayoutState", "状态", "State"),
    "amountFen": AMOUNT,
    "failure": _words("CommissionFailure", "失败原因", "Why not"),
})  # fmt: skip
describe("CommissionReceivable", "应收佣金", "Receivable", naming="commissionReceivable", fields={
    "state": _words("CommissionReceivableState", "状态", "State"),
    "amountFen": AMOUNT,
})  # fmt: skip
describe("CommissionStatement", "收款账户", "Account", naming="salesperson", fields={
    "account": field("收款账户", "Account"),
})  # fmt: skip
describe("CommissionSetting", "发放设置", "Payout settings", fields={
    "version": field("版本", "Version"),
    "automatic": field("自动发放", "By itself"),
    "orderKinds": _words("OrderKind", "自动发放的订单", "Orders"),
    "cadence": _words("CommissionCadence", "周期", "How often"),
    "weekday": field("星期几", "Weekday"),
    "monthDay": field("每月几号", "Day of the month"),
    "payAt": field("时间", "Time"),
    "minimumFen": field("最低金额", "Least"),
    "freezeDays": field("冻结天数", "Days frozen"),
})  # fmt: skip
describe("Handover", "离职交接", "Handover", naming="handover", fields={
    "number": NUMBER,
    "state": _words("HandoverState", "状态", "State"),
    "leaver": field("离职人员", "Leaver", "salesperson"),
    "successors": field("交接人", "Successors", "salesperson"),
    "policy": _words("LeaverPolicy", "日后退款的佣金", "Later refunds"),
    "cutOffAt": field("交接时点", "From when on"),
})  # fmt: skip
describe("commission.write_off", "核销应收佣金", "Write-off", fields={
    "merchant": field("商户", "Merchant", "merchant"),
    "person": field("销售人员", "Person"),
    "amountFen": AMOUNT,
})  # fmt: skip
NAMED: Final = (
    ("commissionLine", "commission_line", "concat_ws(' ', salesperson_name, subject)", "commission.read"),
    ("commissionRun", "commission_run", "number", "commission.read"),
    ("commissionPayout", "commission_payout", "salesperson_name", "commission.read"),
    ("commissionReceivable", "commission_receivable", "salesperson_name", "commission.read"),
    ("handover", "handover", "concat_ws(' ', number, leaver_name)", "handover.read"),
)
for _name, _table, _text, _permission in NAMED:
    naming(
        _name,
        f"SELECT id::text AS key, {_text} AS zh, {_text} AS en FROM {_table} WHERE id = ANY ($1::uuid[])",  # noqa: S608
        permission=_permission,
    )
