"""`prepaid verify` names what is wrong with redemptions: each corruption is planted by a superuser, past every belt."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding
from prepaid.domains.redemption.jobs.checks import verify_commission, verify_redemptions
from tests.domains.ordering.market import SKATING
from tests.domains.redemption.desk import Desk
from tests.domains.redemption.test_refusals import bought_card

COMMISSION_IN_REFUND: Final = """
WITH account AS (
  INSERT INTO ledger_account (merchant_id, id, code, owner_id, side, floor_rule, debits_fen, credits_fen, balance_fen,
    incoming_fen, outgoing_fen, seq)
  SELECT merchant_id, gen_random_uuid(), 'COMMISSION_PAYABLE', gen_random_uuid(), 'CREDIT', 'AVAILABLE', 0, 1, 1,
    0, 0, 1
  FROM ledger_transfer WHERE kind = 'REDEMPTION_UNDONE' LIMIT 1 RETURNING merchant_id, id)
INSERT INTO ledger_posting (merchant_id, id, transfer_id, ledger_account_id, seq, side, amount_fen, phase,
  debits_after_fen, credits_after_fen, balance_after_fen, incoming_after_fen, outgoing_after_fen, effective_at,
  effective_high_at, accounting_day)
SELECT t.merchant_id, gen_random_uuid(), t.id, a.id, 1, 'CREDIT', 1, 'POSTED', 0, 1, 1, 0, 0, t.effective_at,
  t.effective_at, t.accounting_day
FROM ledger_transfer t JOIN account a ON a.merchant_id = t.merchant_id WHERE t.kind = 'REDEMPTION_UNDONE' LIMIT 1
"""
CORRUPTIONS: Final = {
    "an item that is worth less": (
        "UPDATE redemption_item SET principal_fen = principal_fen - 1, value_fen = value_fen - 1 WHERE source = 'CARD'"
        " AND principal_fen > 1",
        "redemptions",
        3,
    ),
    "a take of no redemption": (
        "UPDATE card_take SET source_id = gen_random_uuid() WHERE source_kind = 'REDEMPTION'",
        "redemptions",
        3,
    ),
    "an item that is missing": ("DELETE FROM redemption_item WHERE source = 'CARD'", "redemptions", 3),
    "pieces that were performed unseen": ("UPDATE order_line_use SET used = used - 1 WHERE used > 0", "redemptions", 3),
    "value that waits and is not there": (
        "UPDATE redemption_item SET pending_fen = pending_fen - 1, channel_fen = 0 WHERE pending_fen > 0",
        "redemptions",
        2,
    ),
    "a redemption of another worth": ("UPDATE redemption SET value_fen = value_fen + 1", "redemptions", 3),
    "a record that stands after the undoing": (
        "UPDATE sales_order SET payment_status = 'PAID'"
        " WHERE payment_status = 'REFUNDED' AND kind = 'CARD_CONSUMPTION'",
        "redemptions",
        3,
    ),
    "commission that the quote does not say": (
        "UPDATE redemption_item SET commission_fen = commission_fen + 1",
        "redemption-commission",
        11,
    ),
    "commission within a consumer's money": (COMMISSION_IN_REFUND, "redemption-commission", 11),
}


async def findings(connection: asyncpg.Connection) -> list[Finding]:
    return [found for verify in (verify_redemptions, verify_commission) for found in await verify(connection)]


async def test_what_verify_finds(desk: Desk) -> None:
    card = await bought_card(desk)
    await desk.redeem(desk.visit(card))
    await desk.undo(await desk.redeem(desk.visit(card, 2)))
    await desk.buy(SKATING)
    assert await findings(desk.superuser) == []
    for name, (sql, check, invariant) in CORRUPTIONS.items():
        transaction = desk.superuser.transaction()
        await transaction.start()
        await desk.superuser.execute("SET LOCAL session_replication_role = replica")
        await desk.superuser.execute(sql)
        found = await findings(desk.superuser)
        await transaction.rollback()
        assert (check, invariant) in {(each.check, each.invariant) for each in found}, name
    assert await findings(desk.superuser) == []
