"""Root fields about redemptions."""

from prepaid.domains.redemption import models as m
from prepaid.domains.redemption.graph.types import READ, VALUE, Redemption, RedemptionDispute, RedemptionItem
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
STORE = Argument(GlobalID | None, "In this store", lambda row, value: row.store_id == value)
CASHIER = Argument(GlobalID | None, "By this member", lambda row, value: row.cashier_membership_id == value)

root_connection(
    "redemptions",
    Redemption,
    "Redemptions within the caller's data scope, newest first",
    permission=READ,
    order_by=["-redeemed_at"],
    search=[m.Redemption.number, m.Redemption.holder_masked, m.Redemption.cashier_name],
    arguments={"merchant": MERCHANT, "store": STORE, "cashier": CASHIER},
)
root_one("redemption", Redemption, "One redemption", permission=READ)
root_connection(
    "myRedemptions",
    Redemption,
    "What was redeemed of the caller's own, newest first",
    permission="redemption.dispute",
    order_by=["-redeemed_at"],
    arguments={"merchant": MERCHANT},
)
root_connection(
    "redemptionItems",
    RedemptionItem,
    "Items of redemptions, newest first",
    permission=READ,
    order_by=["-redeemed_at"],
    search=[m.RedemptionItem.name, m.RedemptionItem.card_number],
    arguments={
        "merchant": MERCHANT,
        "store": STORE,
        "redemption": Argument(GlobalID | None, "Of this redemption", lambda row, value: row.redemption_id == value),
        "card": Argument(GlobalID | None, "Of this card", lambda row, value: row.card_id == value),
    },
)
root_one("redemptionItem", RedemptionItem, "One item of a redemption", permission=READ)
root_connection(
    "redemptionDisputes",
    RedemptionDispute,
    "Disputes about items, newest first",
    permission=VALUE,
    order_by=["-opened_at"],
    arguments={"merchant": MERCHANT},
)
