"""Root fields about redemptions."""

from datetime import date

from sqlalchemy import Date, Text, cast, func, literal_column, select

from prepaid.domains.ledger.graph.types import Transfer
from prepaid.domains.redemption import models as m
from prepaid.domains.redemption.commands.export_log import log_public_key
from prepaid.domains.redemption.graph.types import READ, VALUE, Redemption, RedemptionDispute, RedemptionItem
from prepaid.domains.redemption.rules.redemptions import ItemStatus
from prepaid.graph.types import (
    PUBLIC,
    Argument,
    Fen,
    Figure,
    GlobalID,
    Grouping,
    Info,
    query_field,
    root_aggregate,
    root_connection,
    root_one,
)

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
    arguments={
        "merchant": MERCHANT,
        "item": Argument(GlobalID | None, "About this item", lambda row, value: row.item_id == value),
    },
)
root_aggregate(
    "redemptionFigures",
    RedemptionItem,
    "What redemptions are worth to the merchant, by where their money stands",
    permission=VALUE,
    figures={
        "pending_fen": Figure(
            function="sum",
            description="Waits for the end of dispute windows",
            annotation=Fen,
            of=m.RedemptionItem.pending_fen,
            where=lambda ctx, row: row.status == ItemStatus.PENDING.value,
        ),
        "disputed_fen": Figure(
            function="sum",
            description="Stands still in disputes",
            annotation=Fen,
            of=m.RedemptionItem.pending_fen,
            where=lambda ctx, row: row.status.in_([ItemStatus.DISPUTED.value, ItemStatus.UPHELD.value]),
        ),
        "settled_fen": Figure(
            function="sum",
            description="Settled",
            annotation=Fen,
            of=m.RedemptionItem.pending_fen,
            where=lambda ctx, row: row.status == ItemStatus.SETTLED.value,
        ),
        "value_fen": Figure(
            function="sum",
            description="Worth of all that stands",
            annotation=Fen,
            of=m.RedemptionItem.value_fen,
            where=lambda ctx, row: row.status != ItemStatus.UNDONE.value,
        ),
    },
    groups={
        "by_day": Grouping(
            key=lambda ctx, row: cast(func.timezone(literal_column("'Asia/Shanghai'"), row.redeemed_at), Date),
            description="By legal day",
            annotation=date,
        )
    },
    arguments={"merchant": MERCHANT, "store": STORE},
)
root_connection(
    "redemptionTransfers",
    Transfer,
    "What was booked for a redemption",
    permission="ledger.read",
    order_by=["effective_at"],
    arguments={
        "redemption": Argument(
            GlobalID,
            "The redemption",
            lambda row, value: row.reference.in_(
                select(cast(m.RedemptionItem.id, Text)).where(
                    m.RedemptionItem.merchant_id == row.merchant_id, m.RedemptionItem.redemption_id == value
                )
            ),
        )
    },
)


@query_field(permission=PUBLIC)
async def consumption_log_key(info: Info) -> str:
    """What the bank's consumption logs are checked with: an Ed25519 key as PEM."""
    return log_public_key()
