"""What `prepaid verify` checks of custody, beyond what the database's own constraints refuse at any time."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

CUSTODY: Final = 2
"""Number of the invariant that principal is in custody, on its way there, or advanced (domain/00)."""
TRAIL: Final = 10

WALLETS: Final = """
SELECT w.merchant_id, w.id, w.held_fen, w.loaded_fen, w.received_fen, w.given_fen, w.released_fen, w.refunded_fen,
  coalesce(a.balance_fen, 0) AS ledger_fen,
  coalesce(a.incoming_fen, 0) AS incoming_fen, coalesce(a.outgoing_fen, 0) AS outgoing_fen, o.*,
  w.state IN ('CLOSED', 'REFUNDED', 'FAILED') AND o.unsettled > 0 AS ended_busy
FROM custody_wallet w
LEFT JOIN ledger_account a
  ON a.merchant_id = w.merchant_id AND a.code = 'CUSTODY_BANK' AND a.owner_id = w.contract_id
CROSS JOIN LATERAL (
  SELECT
    coalesce(sum(wallet_fen) FILTER (WHERE act = 'LOAD' AND done), 0)::bigint AS loaded,
    coalesce(sum(wallet_fen) FILTER (WHERE act = 'TRANSFER' AND done AND other_wallet_id = w.id), 0)::bigint
      AS received,
    coalesce(sum(wallet_fen) FILTER (WHERE act = 'TRANSFER' AND done AND wallet_id = w.id), 0)::bigint AS given,
    coalesce(sum(CASE act WHEN 'RELEASE' THEN wallet_fen WHEN 'REVERSE' THEN -wallet_fen END)
      FILTER (WHERE done), 0)::bigint AS released,
    coalesce(sum(wallet_fen) FILTER (WHERE act = 'REFUND' AND done), 0)::bigint AS refunded,
    coalesce(sum(wallet_fen) FILTER (WHERE open AND (act IN ('LOAD', 'REVERSE') OR other_wallet_id = w.id)), 0)::bigint
      AS coming,
    coalesce(sum(wallet_fen)
      FILTER (WHERE open AND wallet_id = w.id AND act IN ('RELEASE', 'REFUND', 'TRANSFER')), 0)::bigint AS going,
    count(*) FILTER (WHERE open) AS unsettled
  FROM (
    SELECT op.*, state = 'DONE' AS done, state IN ('REQUESTED', 'SENT', 'IN_QUEUE') AS open
    FROM custody_operation op
    WHERE op.merchant_id = w.merchant_id AND (op.wallet_id = w.id OR op.other_wallet_id = w.id)
  ) AS operation
) AS o
ORDER BY w.merchant_id, w.id
"""
WITHOUT_WALLET: Final = """
SELECT a.merchant_id, a.owner_id, a.balance_fen FROM ledger_account a
WHERE a.code = 'CUSTODY_BANK' AND (a.balance_fen <> 0 OR a.incoming_fen <> 0 OR a.outgoing_fen <> 0)
  AND NOT EXISTS (SELECT FROM custody_wallet w WHERE w.merchant_id = a.merchant_id AND w.contract_id = a.owner_id)
ORDER BY a.merchant_id, a.owner_id
"""
TRANSFERS: Final = """
SELECT o.merchant_id, o.id, o.state, kind.name AS kind, coalesce(answer.phase, t.phase) AS phase
FROM custody_operation o CROSS JOIN LATERAL unnest(o.transfer_kinds) AS kind(name)
LEFT JOIN ledger_transfer t ON t.merchant_id = o.merchant_id AND t.kind = kind.name
  AND t.reference = o.subject_id::text AND t.pending_id IS NULL
LEFT JOIN ledger_transfer answer ON answer.merchant_id = t.merchant_id AND answer.pending_id = t.id
WHERE coalesce(answer.phase, t.phase, 'MISSING') <> CASE
  WHEN o.state = 'DONE' THEN 'POSTED' WHEN o.state IN ('FAILED', 'CANCELLED') THEN 'VOIDED' ELSE 'PENDING' END
ORDER BY o.merchant_id, o.id, kind.name
"""
UNINSTRUCTED: Final = """
SELECT t.merchant_id, t.kind, t.reference FROM ledger_transfer t
WHERE t.phase = 'PENDING' AND t.kind LIKE 'CUSTODY\\_%'
  AND t.recorded_at < now() - interval '1 minute'
  AND NOT EXISTS (SELECT FROM ledger_transfer a WHERE a.merchant_id = t.merchant_id AND a.pending_id = t.id)
  AND NOT EXISTS (
    SELECT FROM custody_operation o
    WHERE o.merchant_id = t.merchant_id AND o.subject_id::text = t.reference AND t.kind = ANY (o.transfer_kinds))
ORDER BY t.merchant_id, t.id
"""
HISTORY: Final = """
SELECT o.merchant_id, o.id, o.state, e.state AS said,
  o.state = 'SENT' AND o.due_at < now() - interval '1 hour' AS forgotten
FROM custody_operation o LEFT JOIN LATERAL (
  SELECT state FROM custody_operation_event e WHERE e.merchant_id = o.merchant_id AND e.operation_id = o.id
  ORDER BY e.id DESC LIMIT 1
) AS e ON true
WHERE e.state IS DISTINCT FROM o.state OR (o.state = 'SENT' AND o.due_at < now() - interval '1 hour')
ORDER BY o.merchant_id, o.id
"""
SHORT: Final = """
SELECT a.merchant_id, a.short_since IS NOT NULL AS short, c.shortfall_fen
FROM custody_account a JOIN LATERAL (
  SELECT shortfall_fen FROM custody_sufficiency c WHERE c.merchant_id = a.merchant_id ORDER BY c.id DESC LIMIT 1
) AS c ON true
WHERE (a.short_since IS NOT NULL) <> (c.shortfall_fen > 0) ORDER BY a.merchant_id
"""
FIGURES: Final = ("loaded", "received", "given", "released", "refunded")


@check("custody-wallets", invariants=(CUSTODY,))
async def verify_wallets(connection: asyncpg.Connection) -> list[Finding]:
    """Each wallet holds what its instructions brought and took, and what the ledger has for its contract."""
    found = []
    for row in await connection.fetch(WALLETS):
        name = f"wallet {row['merchant_id']}/{row['id']}"
        wrong = [figure for figure in FIGURES if row[f"{figure}_fen"] != row[figure]]
        wrong_text = ", ".join(
            f"{figure} {row[f'{figure}_fen']} fen, by instructions {row[figure]}" for figure in wrong
        )
        if wrong:
            found.append(Finding("custody-wallets", CUSTODY, name, wrong_text))
        if row["held_fen"] != row["ledger_fen"]:
            detail = f"holds {row['held_fen']} fen, the ledger says {row['ledger_fen']}"
            found.append(Finding("custody-wallets", CUSTODY, name, detail))
        if (row["coming"], row["going"]) != (row["incoming_fen"], row["outgoing_fen"]):
            detail = (
                f"{row['coming']} fen are on their way in and {row['going']} out,"
                f" the ledger says {row['incoming_fen']} and {row['outgoing_fen']}"
            )
            found.append(Finding("custody-wallets", CUSTODY, name, detail))
        if row["ended_busy"]:
            found.append(Finding("custody-wallets", CUSTODY, name, "has ended with instructions under way"))
    for row in await connection.fetch(WITHOUT_WALLET):
        name = f"contract {row['merchant_id']}/{row['owner_id']}"
        found.append(Finding("custody-wallets", CUSTODY, name, "has custody in the ledger and no wallet"))
    return found


@check("custody-operations", invariants=(CUSTODY, TRAIL))
async def verify_operations(connection: asyncpg.Connection) -> list[Finding]:
    """Each instruction's transfers are as far as it is, its history ends where it stands, and none is forgotten."""
    found = []
    for row in await connection.fetch(TRANSFERS):
        name = f"instruction {row['merchant_id']}/{row['id']}"
        detail = f"is {row['state']}, its transfer {row['kind']} is {row['phase'] or 'missing'}"
        found.append(Finding("custody-operations", CUSTODY, name, detail))
    for row in await connection.fetch(UNINSTRUCTED):
        name = f"transfer {row['kind']} {row['reference']} of {row['merchant_id']}"
        found.append(Finding("custody-operations", CUSTODY, name, "is pending and nobody was told to move it"))
    for row in await connection.fetch(HISTORY):
        name = f"instruction {row['merchant_id']}/{row['id']}"
        if row["said"] != row["state"]:
            detail = f"is {row['state']}, its history ends with {row['said']}"
            found.append(Finding("custody-operations", TRAIL, name, detail))
        if row["forgotten"]:
            found.append(Finding("custody-operations", None, name, "was sent over an hour ago and nobody asks again"))
    return found


@check("custody-sufficiency", invariants=(CUSTODY,))
async def verify_sufficiency(connection: asyncpg.Connection) -> list[Finding]:
    """A merchant is paused exactly while its last test found custody short."""
    return [
        Finding(
            "custody-sufficiency",
            CUSTODY,
            f"merchant {row['merchant_id']}",
            f"is {'' if row['short'] else 'not '}paused with {row['shortfall_fen']} fen missing at the last test",
        )
        for row in await connection.fetch(SHORT)
    ]
