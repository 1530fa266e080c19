"""The permissions that redemption asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})
CONSUMER: Final = frozenset({Audience.CONSUMER})

# The gate of a fraud hold is asked for by the commands, which say MERCHANT_BLOCKED to who may redeem otherwise.
declare(
    [
        Permission("redemption.read", NodeKind.PAGE, "核销记录", "Redemptions", None, STAFF | CONSUMER),
        Permission("redemption.redeem", NodeKind.ACTION, "核销", "Redeem", "redemption.read", MERCHANT),
        Permission("redemption.undo", NodeKind.ACTION, "撤销核销", "Undo redemptions", "redemption.read", MERCHANT),
        Permission("redemption.value", NodeKind.PAGE, "待结与已结", "Pending and settled value", None, STAFF),
        Permission("redemption.code", NodeKind.ACTION, "我的核销码", "My code", "redemption.read", CONSUMER),
        Permission("redemption.dispute", NodeKind.ACTION, "消费争议", "Dispute", "redemption.read", CONSUMER),
        Permission("redemption.export", NodeKind.ACTION, "导出消费记录", "Export", "redemption.read", CONSUMER),
    ]
)
