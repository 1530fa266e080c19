"""What `prepaid verify` checks of orders, beyond what the database's own constraints refuse at any time."""

from typing import Any, Final

import asyncpg

from prepaid.core.findings import Finding, check

PRINCIPAL: Final = 2
LOTS: Final = 3
FROZEN: Final = 8
"""Numbers of the invariants (domain/00)."""

SUMS: Final = """
SELECT o.number, o.total_fen, o.gross_fen, l.lines_fen, l.gross_lines_fen, l.broken, t.tenders_fen, r.reduced_fen
FROM sales_order o
LEFT JOIN LATERAL (
    SELECT coalesce(sum(net_fen), 0)::bigint AS lines_fen, coalesce(sum(gross_fen), 0)::bigint AS gross_lines_fen,
        count(*) FILTER (WHERE net_fen <> (SELECT sum(u) FROM unnest(unit_fen) AS u)
            OR (jsonb_array_length(entitlements) > 0 AND net_fen <> (
                SELECT sum((e ->> 'paid_fen')::bigint) FROM jsonb_array_elements(entitlements) AS e)))::int AS broken
    FROM order_line x WHERE x.merchant_id = o.merchant_id AND x.order_id = o.id
) AS l ON true
LEFT JOIN LATERAL (
    SELECT coalesce(sum(amount_fen), 0)::bigint AS tenders_fen
    FROM order_tender x WHERE x.merchant_id = o.merchant_id AND x.order_id = o.id
) AS t ON true
LEFT JOIN LATERAL (
    SELECT coalesce(sum(share_fen), 0)::bigint AS reduced_fen
    FROM order_reduction x WHERE x.merchant_id = o.merchant_id AND x.order_id = o.id
) AS r ON true
WHERE o.kind <> 'CARD_CONSUMPTION'
ORDER BY o.number
"""
DEALS: Final = """
SELECT o.number, o.payment_status, o.total_fen, d.amount_fen, d.commission_fen,
    (SELECT coalesce(sum(c.amount_fen), 0)::bigint FROM deal_commission c
     WHERE c.merchant_id = d.merchant_id AND c.deal_id = d.id) AS lines_fen
FROM sales_order o LEFT JOIN deal d ON d.merchant_id = o.merchant_id AND d.order_id = o.id
WHERE o.kind <> 'CARD_CONSUMPTION' ORDER BY o.number
"""
FUNDED: Final = """
SELECT o.number, o.total_fen, o.payment_status, o.kind, o.custody_bps, o.holdback_bps,
    c.custody_bps AS card_custody_bps, c.holdback_bps AS card_holdback_bps,
    (SELECT coalesce(sum(x.paid_fen), 0)::bigint FROM card_lot x
     WHERE x.merchant_id = o.merchant_id AND x.order_id = o.id AND x.funding = 'PAID') AS lots_fen,
    (SELECT coalesce(sum(p.amount_fen), 0)::bigint FROM ledger_posting p
     JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
     WHERE p.merchant_id = o.merchant_id AND p.transfer_id = o.transfer_id
       AND a.code = 'CARD_LIABILITY' AND p.side = 'CREDIT') AS ledger_fen,
    (SELECT coalesce(sum(x.amount_fen), 0)::bigint FROM payment x
     WHERE x.merchant_id = o.merchant_id AND x.payable_kind = 'ORDER' AND x.payable_id = o.id AND x.credited)
        AS paid_fen
FROM sales_order o
LEFT JOIN card c ON c.merchant_id = o.merchant_id AND c.id = o.card_id
WHERE o.kind IN ('CARD_PURCHASE', 'CARD_RECHARGE') ORDER BY o.number
"""
SOLD: Final = ("PAID", "PARTLY_REFUNDED", "REFUNDED")


@check("order-sums", invariants=(FROZEN,))
async def verify_sums(connection: asyncpg.Connection) -> list[Finding]:
    """Units sum to lines, lines to the order, tenders to it, entitlements to their line."""
    return [
        Finding("order-sums", FROZEN, f"order {row['number']}", detail)
        for row in await connection.fetch(SUMS)
        for detail in _sums(row)
    ]


def _sums(row: Any) -> list[str]:
    total = row["total_fen"]
    found = []
    if row["lines_fen"] != total:
        found.append(f"lines sum to {row['lines_fen']}, the order is {total}")
    if row["tenders_fen"] != total:
        found.append(f"tenders sum to {row['tenders_fen']}, the order is {total}")
    if row["gross_lines_fen"] != row["gross_fen"] or row["gross_fen"] - row["reduced_fen"] != total:
        found.append("price less reductions is not what is to be paid")
    if row["broken"]:
        found.append(f"{row['broken']} lines whose pieces or entitlements do not sum to them")
    return found


@check("order-deals", invariants=(FROZEN,))
async def verify_deals(connection: asyncpg.Connection) -> list[Finding]:
    """A sold order has its one deal, an unsold one none; a deal's commission is the sum of its lines."""
    found = []
    for row in await connection.fetch(DEALS):
        details = []
        if (row["payment_status"] in SOLD) != (row["amount_fen"] is not None):
            details.append("sold without a deal, or a deal without a sale")
        elif row["amount_fen"] is not None:
            if row["amount_fen"] != row["total_fen"]:
                details.append(f"the deal says {row['amount_fen']}, the order {row['total_fen']}")
            if row["lines_fen"] != row["commission_fen"]:
                details.append(f"commission {row['commission_fen']}, its lines {row['lines_fen']}")
        found += [Finding("order-deals", FROZEN, f"order {row['number']}", detail) for detail in details]
    return found


@check("order-money", invariants=(PRINCIPAL, LOTS, FROZEN))
async def verify_money(connection: asyncpg.Connection) -> list[Finding]:
    """What a card order was paid is what the ledger owes on the card and what its lots were paid."""
    found = []
    for row in await connection.fetch(FUNDED):
        wanted = row["total_fen"] if row["payment_status"] in SOLD else 0
        for name, invariant in (("paid", PRINCIPAL), ("ledger", PRINCIPAL), ("lots", LOTS)):
            if row[f"{name}_fen"] != wanted:
                detail = f"{name}: {row[f'{name}_fen']} fen, by the order {wanted}"
                found.append(Finding("order-money", invariant, f"order {row['number']}", detail))
        opened = row["kind"] == "CARD_PURCHASE" and row["payment_status"] in SOLD
        frozen = (row["custody_bps"], row["holdback_bps"])
        if opened and (row["card_custody_bps"], row["card_holdback_bps"]) != frozen:
            detail = "the card has other shares than were frozen at its sale"
            found.append(Finding("order-money", FROZEN, f"order {row['number']}", detail))
    return found
