"""Root fields about accounts, transfers and statements."""

from sqlalchemy import String, cast

from prepaid.domains.ledger import models as m
from prepaid.domains.ledger.graph.types import LedgerAccount, Posting, Transfer
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)

root_connection(
    "ledgerAccounts",
    LedgerAccount,
    "Accounts, by what they hold",
    permission="ledger.read",
    order_by=["code"],
    arguments={"merchant": MERCHANT},
)
root_one("ledgerAccount", LedgerAccount, "One account", permission="ledger.read")
root_connection(
    "ledgerStatement",
    Posting,
    "Statement of an account, the latest posting first",
    permission="ledger.read",
    order_by=["-number"],
    arguments={"account": Argument(GlobalID, "The account", lambda row, value: row.ledger_account_id == value)},
)
root_connection(
    "transfers",
    Transfer,
    "Transfers, newest first",
    permission="ledger.read",
    search=[m.LedgerTransfer.reference],
    arguments={
        "merchant": MERCHANT,
        "about": Argument(
            GlobalID | None,
            "That name this record, e.g. a payment",
            lambda row, value: row.reference == cast(value, String),
        ),
    },
)
root_one("transfer", Transfer, "One transfer", permission="ledger.read")
