"""`prepaid verify` names what is wrong with orders: each corruption is planted by a superuser, past every belt."""

import asyncpg
import pytest

from prepaid.core.findings import Finding
from prepaid.domains.ordering.jobs.checks import verify_deals, verify_money, verify_sums
from tests.domains.ordering.market import Market

CORRUPTIONS = {
    "a line that costs less": ("UPDATE order_line SET net_fen = net_fen - 1", "order-sums", 8),
    "a piece that costs more": ("UPDATE order_line SET unit_fen[1] = unit_fen[1] + 1", "order-sums", 8),
    "a tender that is missing": ("DELETE FROM order_tender", "order-sums", 8),
    "a deal that is missing": ("DELETE FROM deal", "order-deals", 8),
    "a deal of another amount": ("UPDATE deal SET amount_fen = amount_fen - 1", "order-deals", 8),
    "a lot that was paid more": (
        "UPDATE card_lot SET paid_fen = paid_fen + 1 WHERE funding = 'PAID'",
        "order-money",
        3,
    ),
    "an order that was paid more": (
        "UPDATE payment SET amount_fen = amount_fen + 1 WHERE payable_kind = 'ORDER'",
        "order-money",
        2,
    ),
    "a card with other shares": ("UPDATE card SET custody_bps = custody_bps + 1", "order-money", 8),
}


async def findings(connection: asyncpg.Connection) -> list[Finding]:
    return [found for verify in (verify_sums, verify_deals, verify_money) for found in await verify(connection)]


async def test_what_verify_finds(market: Market) -> None:
    buyer = await market.buyer()
    await market.bought(buyer)
    await market.place(buyer)
    assert await findings(market.superuser) == []
    for name, (sql, check, invariant) in CORRUPTIONS.items():
        transaction = market.superuser.transaction()
        await transaction.start()
        await market.superuser.execute("SET LOCAL session_replication_role = replica")
        await market.superuser.execute(sql)
        found = await findings(market.superuser)
        await transaction.rollback()
        assert (check, invariant) in {(each.check, each.invariant) for each in found}, name
    assert await findings(market.superuser) == []


@pytest.mark.parametrize("table", ["order_line", "order_event", "deal", "order_receipt"])
async def test_what_was_sold_is_never_edited(market: Market, table: str) -> None:
    await market.bought(await market.buyer())
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await market.superuser.execute(f"DELETE FROM {table}")
