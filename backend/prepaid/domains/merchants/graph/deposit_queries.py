"""Root fields about deposits, documents and the blacklist."""

from sqlalchemy import select

from prepaid.domains.merchants import models as m
from prepaid.domains.merchants.graph.deposit_types import Deposit, DepositDeduction, DepositPayment, DepositWaiver
from prepaid.domains.merchants.graph.standing_types import BlacklistEntry, MerchantDocument
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
DEPOSIT = Argument(
    GlobalID | None,
    "Of the merchant of this deposit",
    lambda row, value: row.merchant_id.in_(select(m.Deposit.merchant_id).where(m.Deposit.id == value)),
)
OF = {"merchant": MERCHANT, "deposit": DEPOSIT}

root_connection(
    "deposits",
    Deposit,
    "Deposits",
    permission="deposit.read",
    order_by=["-assessedAt"],
    arguments={"merchant": MERCHANT},
)
root_one("deposit", Deposit, "One deposit", permission="deposit.read")
root_connection(
    "depositPayments",
    DepositPayment,
    "Payments into deposits, newest first",
    permission="deposit.read",
    order_by=["-requestedAt"],
    arguments=OF,
)
root_one("depositPayment", DepositPayment, "One payment into a deposit", permission="deposit.read")
root_connection(
    "depositDeductions",
    DepositDeduction,
    "Deductions from deposits, newest first",
    permission="deposit.read",
    order_by=["-proposedAt"],
    search=[m.DepositDeduction.case_number],
    arguments=OF,
)
root_one("depositDeduction", DepositDeduction, "One deduction", permission="deposit.read")
root_connection(
    "depositWaivers",
    DepositWaiver,
    "Waivers of deposits, newest first",
    permission="deposit.read",
    order_by=["-validFrom"],
    arguments=OF,
)
root_one("depositWaiver", DepositWaiver, "One waiver", permission="deposit.read")
root_connection(
    "merchantDocuments",
    MerchantDocument,
    "Documents that the bank has accepted, those that end first first",
    permission="merchant_document.read",
    order_by=["expiresOn"],
    search=[m.MerchantDocument.name_zh, m.MerchantDocument.name_en],
    arguments={"merchant": MERCHANT},
)
root_one("merchantDocument", MerchantDocument, "One document", permission="merchant_document.read")
root_connection(
    "blacklistEntries",
    BlacklistEntry,
    "The blacklist, newest first",
    permission="blacklist.read",
    order_by=["-listedAt"],
    search=[m.BlacklistEntry.shown],
)
root_one("blacklistEntry", BlacklistEntry, "One entry of the blacklist", permission="blacklist.read")
