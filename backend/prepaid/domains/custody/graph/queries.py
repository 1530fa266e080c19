"""Root fields about custody."""

from sqlalchemy import exists

from prepaid.domains.custody import models as m
from prepaid.domains.custody.graph.sufficiency_types import (
    CustodyAccount,
    CustodyGuarantee,
    CustodyQuarter,
    SufficiencyCheck,
)
from prepaid.domains.custody.graph.wallet_types import (
    CustodyWallet,
    IssuingSwitch,
    WalletOperation,
    WalletOperationEvent,
)
from prepaid.domains.custody.rules.operations import OperationState
from prepaid.domains.custody.rules.wallets import WalletState
from prepaid.graph.types import (
    Argument,
    Fen,
    Figure,
    GlobalID,
    Grouping,
    root_aggregate,
    root_connection,
    root_one,
)

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
WALLET = Argument(GlobalID | None, "Of this wallet", lambda row, value: row.wallet_id == value)

ACCOUNT = Argument(
    GlobalID | None,
    "Of this custody account",
    lambda row, value: exists().where(m.CustodyAccount.merchant_id == row.merchant_id, m.CustodyAccount.id == value),
)

root_connection(
    "custodyAccounts",
    CustodyAccount,
    "Custody accounts of merchants, newest first",
    permission="sufficiency.read",
    order_by=["-created_at"],
    arguments={"merchant": MERCHANT},
)
root_one("custodyAccount", CustodyAccount, "One custody account", permission="sufficiency.read")
root_connection(
    "custodyWallets",
    CustodyWallet,
    "Wallets of card contracts, newest first",
    permission="custody.read",
    order_by=["-created_at"],
    arguments={"merchant": MERCHANT},
)
root_one("custodyWallet", CustodyWallet, "One wallet", permission="custody.read")
root_aggregate(
    "custodyFigures",
    CustodyWallet,
    "Figures of wallets",
    permission="custody.read",
    figures={
        "held_fen": Figure(function="sum", description="Held", annotation=Fen, of=m.Wallet.held_fen),
        "loaded_fen": Figure(function="sum", description="Loaded", annotation=Fen, of=m.Wallet.loaded_fen),
        "released_fen": Figure(function="sum", description="Released", annotation=Fen, of=m.Wallet.released_fen),
        "refunded_fen": Figure(function="sum", description="Refunded", annotation=Fen, of=m.Wallet.refunded_fen),
    },
    groups={"by_state": Grouping(key=lambda ctx, row: row.state, description="By state", annotation=WalletState)},
    arguments={"merchant": MERCHANT},
)
root_connection(
    "walletOperations",
    WalletOperation,
    "Instructions to the custody provider, newest first",
    permission="custody.read",
    order_by=["-requested_at"],
    search=[m.WalletOperation.number, m.WalletOperation.evidence],
    arguments={"merchant": MERCHANT, "wallet": WALLET},
)
root_connection(
    "walletOperationEvents",
    WalletOperationEvent,
    "What happened to instructions, oldest first",
    permission="custody.read",
    order_by=["at"],
    arguments={
        "operation": Argument(GlobalID | None, "Of this instruction", lambda row, value: row.operation_id == value),
    },
)
root_one("walletOperation", WalletOperation, "One instruction", permission="custody.read")
root_aggregate(
    "walletOperationFigures",
    WalletOperation,
    "Figures of instructions",
    permission="custody.read",
    figures={
        "in_queue": Figure(
            function="count",
            description="Wait for a decision of the bank",
            annotation=int,
            where=lambda ctx, row: row.state == OperationState.IN_QUEUE.value,
        ),
        "under_way": Figure(
            function="count",
            description="Requested or sent",
            annotation=int,
            where=lambda ctx, row: row.state.in_([OperationState.REQUESTED.value, OperationState.SENT.value]),
        ),
    },
    arguments={"merchant": MERCHANT},
)
root_connection(
    "sufficiencyChecks",
    SufficiencyCheck,
    "Tests of sufficiency, newest first",
    permission="sufficiency.read",
    order_by=["-checked_at"],
    arguments={"merchant": MERCHANT, "account": ACCOUNT},
)
root_one("sufficiencyCheck", SufficiencyCheck, "One test of sufficiency", permission="sufficiency.read")
root_connection(
    "custodyQuarters",
    CustodyQuarter,
    "Snapshots at the ends of quarters, newest first",
    permission="sufficiency.read",
    order_by=["-quarter"],
    arguments={"merchant": MERCHANT},
)
root_connection(
    "custodyGuarantees",
    CustodyGuarantee,
    "Guarantees, newest first",
    permission="guarantee.read",
    order_by=["-created_at"],
    search=[m.Guarantee.number, m.Guarantee.issuer],
    arguments={"merchant": MERCHANT},
)
root_one("custodyGuarantee", CustodyGuarantee, "One guarantee", permission="guarantee.read")
root_connection(
    "issuingSwitches",
    IssuingSwitch,
    "Issuing switches that were ever used, last changed first",
    permission="issuing.read",
    order_by=["-changed_at"],
    arguments={"merchant": MERCHANT},
)
