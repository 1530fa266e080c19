"""The permissions that the ledger asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})

declare(
    [
        Permission("ledger.read", NodeKind.PAGE, "账户与明细", "Accounts and statements", None, STAFF),
        Permission("trial_balance.read", NodeKind.PAGE, "试算平衡", "Trial balance", None, STAFF),
    ]
)
