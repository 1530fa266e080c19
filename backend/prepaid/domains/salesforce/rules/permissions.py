"""The permissions that salespeople and their rules ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})

declare(
    [
        Permission("salesperson.read", NodeKind.PAGE, "销售人员", "Salespeople", None, STAFF),
        Permission(
            "salesperson.edit", NodeKind.ACTION, "维护销售人员", "Edit salespeople", "salesperson.read", MERCHANT
        ),
        Permission(
            "salesperson.authorise",
            NodeKind.ACTION,
            "设置可售商品",
            "Decide who sells what",
            "salesperson.read",
            MERCHANT,
        ),
        Permission("commission_rule.read", NodeKind.PAGE, "分佣规则", "Commission rules", None, STAFF),
        Permission(
            "commission_rule.edit",
            NodeKind.ACTION,
            "维护分佣规则",
            "Edit commission rules",
            "commission_rule.read",
            MERCHANT,
        ),
        Permission("commission_rule.quote", NodeKind.PAGE, "分佣试算", "Try commission", None, STAFF),
    ]
)
