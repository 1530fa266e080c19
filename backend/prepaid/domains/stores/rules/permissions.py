"""The permissions that stores ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})
ANYBODY: Final = frozenset(Audience)
"""Consumers read stores that have opened: PostgreSQL shows them nothing else."""

declare(
    [
        Permission("store.read", NodeKind.PAGE, "店铺", "Stores", None, ANYBODY),
        Permission("store.edit", NodeKind.ACTION, "新增与编辑店铺", "Create and edit stores", "store.read", MERCHANT),
        Permission(
            "store.status",
            NodeKind.ACTION,
            "开业、搬迁与关闭店铺",
            "Open, move, close stores",
            "store.read",
            MERCHANT,
        ),
        Permission("region.read", NodeKind.PAGE, "区域", "Regions", None, STAFF),
        Permission("region.edit", NodeKind.ACTION, "维护区域", "Edit regions", "region.read", MERCHANT),
    ]
)
