"""The permissions that merchants ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})

declare(
    [
        Permission("merchant_type.read", NodeKind.PAGE, "商户类型", "Merchant types", None, STAFF),
        Permission("merchant_type.edit", NodeKind.ACTION, "编辑商户类型", "Edit merchant types", "merchant_type.read"),
        Permission(
            "merchant_type.publish", NodeKind.ACTION, "发布商户类型", "Publish merchant types", "merchant_type.read"
        ),
    ]
)
