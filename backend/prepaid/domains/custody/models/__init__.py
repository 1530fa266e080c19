"""Tables of custody. The worker's role alone writes: commands step into it behind their own guards."""

from prepaid.domains.custody.models.accounts import CustodyAccount
from prepaid.domains.custody.models.operations import OperationEvent, WalletOperation
from prepaid.domains.custody.models.sufficiency import Guarantee, QuarterSnapshot, SufficiencyCheck
from prepaid.domains.custody.models.switches import IssuingSwitch
from prepaid.domains.custody.models.wallets import Wallet

__all__ = [
    "CustodyAccount",
    "Guarantee",
    "IssuingSwitch",
    "OperationEvent",
    "QuarterSnapshot",
    "SufficiencyCheck",
    "Wallet",
    "WalletOperation",
]
