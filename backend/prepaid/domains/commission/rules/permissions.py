"""The permissions that commission asks for: who reviews is not who pays, and neither sells."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})
READ: Final = "commission.read"


def _act(code: str, zh: str, en: str, parent: str = READ) -> Permission:
    return Permission(code, NodeKind.ACTION, zh, en, parent, MERCHANT)


declare(
    [
        Permission(READ, NodeKind.PAGE, "佣金与发放", "Commission and payouts", None, STAFF),
        _act("commission.review", "审核佣金", "Review commission"),
        _act("commission.pay", "发放佣金", "Pay commission"),
        _act("commission.account", "登记收款账户", "Enter accounts to pay to"),
        _act("commission.write_off", "申请核销应收", "Propose to write off"),
        _act("commission.write_off_approve", "批准核销应收", "Agree to write off"),
        Permission("commission_setting.read", NodeKind.PAGE, "发放设置", "Payout settings", None, STAFF),
        _act("commission_setting.edit", "修改发放设置", "Change payout settings", "commission_setting.read"),
        Permission("handover.read", NodeKind.PAGE, "离职交接", "Handovers", None, STAFF),
        _act("handover.start", "办理离职交接", "Hand over", "handover.read"),
    ]
)
