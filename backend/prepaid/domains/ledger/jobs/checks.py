"""What `prepaid verify` checks of the ledger: it is recomputed from its postings, row by row."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check
from prepaid.domains.ledger.models.chart import rows

MOVEMENTS: Final = 1
CUSTODY: Final = 2
"""Numbers of the invariants (domain/00)."""
LISTED: Final = 50

TRANSFERS: Final = """
SELECT t.merchant_id, t.id, t.kind, t.reference, CASE
    WHEN coalesce(s.debits, 0) <> coalesce(s.credits, 0) OR coalesce(s.legs, 0) < 2 THEN
        format('does not balance: debits %s, credits %s', coalesce(s.debits, 0), coalesce(s.credits, 0))
    WHEN s.debits <> t.amount_fen THEN format('says %s and moves %s', t.amount_fen, s.debits)
    WHEN s.astray THEN 'has postings of another phase or instant'
    WHEN t.pending_id IS NOT NULL AND (p.phase IS DISTINCT FROM 'PENDING' OR p.kind <> t.kind
        OR p.reference <> t.reference) THEN 'answers what was not pending'
    ELSE 'moves something else than the transfer that it answers' END AS wrong
FROM ledger_transfer t
LEFT JOIN LATERAL (
    SELECT count(*) AS legs, sum(l.amount_fen) FILTER (WHERE l.side = 'DEBIT') AS debits,
        sum(l.amount_fen) FILTER (WHERE l.side = 'CREDIT') AS credits,
        bool_or(l.phase <> t.phase OR l.effective_at <> t.effective_at) AS astray,
        array_agg((l.ledger_account_id, l.side, l.amount_fen)::text ORDER BY l.ledger_account_id) AS moves
    FROM ledger_posting l WHERE l.merchant_id = t.merchant_id AND l.transfer_id = t.id
) AS s ON true
LEFT JOIN ledger_transfer p ON p.merchant_id = t.merchant_id AND p.id = t.pending_id
WHERE coalesce(s.debits, 0) <> coalesce(s.credits, 0) OR coalesce(s.legs, 0) < 2 OR s.debits <> t.amount_fen OR s.astray
   OR t.pending_id IS NOT NULL AND (
        p.phase IS DISTINCT FROM 'PENDING' OR p.kind <> t.kind OR p.reference <> t.reference
        OR s.moves IS DISTINCT FROM (
            SELECT array_agg((l.ledger_account_id, l.side, l.amount_fen)::text ORDER BY l.ledger_account_id)
            FROM ledger_posting l WHERE l.merchant_id = t.merchant_id AND l.transfer_id = t.pending_id))
ORDER BY t.merchant_id, t.id LIMIT $1
"""
ACCOUNTS: Final = """
WITH sums AS (
    SELECT p.merchant_id, p.ledger_account_id AS id, count(*) AS n, max(p.seq) AS top, max(p.effective_at) AS high,
        sum(p.amount_fen) FILTER (WHERE p.side = 'DEBIT' AND p.phase = 'POSTED') AS debits,
        sum(p.amount_fen) FILTER (WHERE p.side = 'CREDIT' AND p.phase = 'POSTED') AS credits,
        sum(h.sign * p.amount_fen) FILTER (WHERE p.side = a.side) AS incoming,
        sum(h.sign * p.amount_fen) FILTER (WHERE p.side <> a.side) AS outgoing
    FROM ledger_posting p
    JOIN ledger_transfer t ON t.merchant_id = p.merchant_id AND t.id = p.transfer_id
    JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN t.phase = 'PENDING' THEN 1 WHEN t.pending_id IS NULL THEN 0 ELSE -1 END AS sign) AS h
    GROUP BY p.merchant_id, p.ledger_account_id
), found AS (
    SELECT a.merchant_id, a.id, a.code, a.owner_id, CASE
        WHEN a.seq <> coalesce(s.n, 0) OR coalesce(s.top, 0) <> coalesce(s.n, 0) THEN
            format('counts %s postings and has %s, the last of them number %s', a.seq, coalesce(s.n, 0), s.top)
        WHEN a.debits_fen <> coalesce(s.debits, 0) OR a.credits_fen <> coalesce(s.credits, 0)
          OR a.balance_fen <> CASE a.side WHEN 'DEBIT' THEN 1 ELSE -1 END * (a.debits_fen - a.credits_fen) THEN
            format('says %s debits, %s credits, balance %s; its postings say %s and %s', a.debits_fen, a.credits_fen,
                a.balance_fen, coalesce(s.debits, 0), coalesce(s.credits, 0))
        WHEN a.incoming_fen <> coalesce(s.incoming, 0) OR a.outgoing_fen <> coalesce(s.outgoing, 0) THEN
            format('holds %s in and %s out; its pending transfers say %s and %s', a.incoming_fen, a.outgoing_fen,
                coalesce(s.incoming, 0), coalesce(s.outgoing, 0))
        WHEN a.effective_high_at IS DISTINCT FROM s.high THEN 'has another latest instant than its postings'
        WHEN (c.side, c.floor_rule) IS DISTINCT FROM (a.side, a.floor_rule) THEN 'is not what the chart says'
        WHEN c.floor_rule = 'AVAILABLE' AND a.balance_fen < a.outgoing_fen
          OR c.floor_rule = 'EXPECTED'
            AND (a.balance_fen < 0 OR a.balance_fen + a.incoming_fen < a.outgoing_fen) THEN 'is below its floor'
        END AS wrong
    FROM ledger_account a LEFT JOIN sums s ON s.merchant_id = a.merchant_id AND s.id = a.id
    LEFT JOIN ledger_chart c ON c.code = a.code
)
SELECT * FROM found WHERE wrong IS NOT NULL ORDER BY merchant_id, code, id LIMIT $1
"""
CHAIN: Final = """
WITH steps AS (
    SELECT p.merchant_id, p.ledger_account_id, p.seq, a.code, p.amount_fen,
        p.debits_after_fen - lag(p.debits_after_fen, 1, 0::bigint) OVER chain AS debits,
        p.credits_after_fen - lag(p.credits_after_fen, 1, 0::bigint) OVER chain AS credits,
        p.incoming_after_fen - lag(p.incoming_after_fen, 1, 0::bigint) OVER chain AS incoming,
        p.outgoing_after_fen - lag(p.outgoing_after_fen, 1, 0::bigint) OVER chain AS outgoing,
        p.balance_after_fen = CASE a.side WHEN 'DEBIT' THEN 1 ELSE -1 END
            * (p.debits_after_fen - p.credits_after_fen) AS balanced,
        p.effective_high_at = max(p.effective_at) OVER chain AS highest,
        CASE WHEN p.phase = 'POSTED' AND p.side = 'DEBIT' THEN p.amount_fen ELSE 0 END AS debit,
        CASE WHEN p.phase = 'POSTED' AND p.side = 'CREDIT' THEN p.amount_fen ELSE 0 END AS credit,
        CASE WHEN p.side <> a.side THEN 0 WHEN t.phase = 'PENDING' THEN 1 WHEN t.pending_id IS NULL THEN 0
            ELSE -1 END * p.amount_fen AS coming,
        CASE WHEN p.side = a.side THEN 0 WHEN t.phase = 'PENDING' THEN 1 WHEN t.pending_id IS NULL THEN 0
            ELSE -1 END * p.amount_fen AS going
    FROM ledger_posting p
    JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
    JOIN ledger_transfer t ON t.merchant_id = p.merchant_id AND t.id = p.transfer_id
    WINDOW chain AS (PARTITION BY p.merchant_id, p.ledger_account_id ORDER BY p.seq)
)
SELECT merchant_id, ledger_account_id AS id, code, seq FROM steps
WHERE (debits, credits, incoming, outgoing) <> (debit, credit, coming, going) OR NOT balanced OR NOT highest
ORDER BY merchant_id, ledger_account_id, seq LIMIT $1
"""
STEP: Final = """
SELECT merchant_id, owner_id, sum(fen) FILTER (WHERE owed) AS owed, sum(fen) FILTER (WHERE NOT owed) AS covered
FROM (
    SELECT merchant_id, owner_id, code IN ('CARD_LIABILITY', 'UNCLAIMED_LIABILITY') AS owed,
        balance_fen + CASE code WHEN 'CUSTODY_BANK' THEN incoming_fen - outgoing_fen ELSE 0 END AS fen
    FROM ledger_account
    WHERE code IN ('CARD_LIABILITY', 'UNCLAIMED_LIABILITY', 'CUSTODY_BANK', 'MERCHANT_ADVANCE')
) AS parts
GROUP BY merchant_id, owner_id
HAVING coalesce(sum(fen) FILTER (WHERE owed), 0) <> coalesce(sum(fen) FILTER (WHERE NOT owed), 0)
ORDER BY merchant_id, owner_id LIMIT $1
"""
CHART: Final = "SELECT code, account_class, side, owner, floor_rule, zh, en FROM ledger_chart"


@check("ledger-transfers", invariants=(MOVEMENTS,))
async def verify_transfers(connection: asyncpg.Connection) -> list[Finding]:
    """Every transfer balances, and an answer moves what was pending."""
    return [
        Finding(
            "ledger-transfers", MOVEMENTS, f"transfer {row['merchant_id']}/{row['id']} ({row['kind']})", row["wrong"]
        )
        for row in await connection.fetch(TRANSFERS, LISTED)
    ]


@check("ledger-accounts", invariants=(MOVEMENTS,))
async def verify_accounts(connection: asyncpg.Connection) -> list[Finding]:
    """Every account is the sum of its postings, which are numbered without a gap, and stands above its floor."""
    return [
        Finding("ledger-accounts", MOVEMENTS, f"account {row['merchant_id']}/{row['id']} ({row['code']})", row["wrong"])
        for row in await connection.fetch(ACCOUNTS, LISTED)
    ]


@check("ledger-postings", invariants=(MOVEMENTS,))
async def verify_postings(connection: asyncpg.Connection) -> list[Finding]:
    """The figures after each posting follow from those after the one before."""
    return [
        Finding(
            "ledger-postings",
            MOVEMENTS,
            f"posting {row['seq']} of account {row['merchant_id']}/{row['id']} ({row['code']})",
            "does not follow from the one before it",
        )
        for row in await connection.fetch(CHAIN, LISTED)
    ]


@check("ledger-custody", invariants=(CUSTODY,))
async def verify_custody(connection: asyncpg.Connection) -> list[Finding]:
    """What is owed on a card contract is in custody, on its way there or out, or advanced to the merchant."""
    return [
        Finding(
            "ledger-custody",
            CUSTODY,
            f"card contract {row['merchant_id']}/{row['owner_id']}",
            f"owes {row['owed'] or 0} fen, of which custody and advance cover {row['covered'] or 0}",
        )
        for row in await connection.fetch(STEP, LISTED)
    ]


@check("ledger-chart", invariants=(MOVEMENTS,))
async def verify_chart(connection: asyncpg.Connection) -> list[Finding]:
    """The chart in the database is the one that this version of the code books by."""
    live = {tuple(row) for row in await connection.fetch(CHART)}
    wanted = {tuple(map(str, row)) for row in rows()}
    return [
        Finding("ledger-chart", MOVEMENTS, f"account code {code}", "differs between database and code")
        for code in sorted({row[0] for row in live ^ wanted})
    ]
