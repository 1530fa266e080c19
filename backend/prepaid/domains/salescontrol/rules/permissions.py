"""The permissions that sales control asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})

declare(
    [
        Permission("sales_control.read", NodeKind.PAGE, "控销", "Sales control", None, STAFF),
        Permission(
            "sales_control.edit", NodeKind.ACTION, "维护控销规则", "Edit sales rules", "sales_control.read", MERCHANT
        ),
        Permission("region_agent.read", NodeKind.PAGE, "区域代理", "Region agents", None, STAFF),
        Permission(
            "region_agent.edit", NodeKind.ACTION, "维护区域代理", "Edit region agents", "region_agent.read", MERCHANT
        ),
    ]
)
