"""The permissions that custody asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
PAGE, ACTION = NodeKind.PAGE, NodeKind.ACTION

declare(
    [
        Permission("custody.read", PAGE, "资金存管", "Custody", None, STAFF),
        Permission("custody.freeze", ACTION, "冻结与解冻子钱包", "Freeze and unfreeze wallets", "custody.read"),
        Permission("custody.queue", ACTION, "处理存管指令", "Decide about queued instructions", "custody.read"),
        Permission("sufficiency.read", PAGE, "存管充足性", "Sufficiency", None, STAFF),
        Permission("sufficiency.check", ACTION, "立即检查", "Test at once", "sufficiency.read"),
        Permission("custody.tier", ACTION, "设置存管档次", "Set tiers", "sufficiency.read"),
        Permission("custody.open_account", ACTION, "开通存管账户", "Open custody accounts", "sufficiency.read"),
        Permission("guarantee.read", PAGE, "担保登记", "Guarantees", None, STAFF),
        Permission("custody.guarantee_edit", ACTION, "登记与终止担保", "Register and end guarantees", "guarantee.read"),
        Permission("issuing.read", PAGE, "发卡开关", "Issuing switches", None, STAFF),
        Permission("issuing.switch", ACTION, "停止与申请恢复发卡", "Stop issuing, propose to resume", "issuing.read"),
        Permission("issuing.approve", ACTION, "复核恢复发卡", "Approve resuming", "issuing.read"),
    ]
)
