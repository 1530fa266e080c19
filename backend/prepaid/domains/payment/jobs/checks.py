"""What `prepaid verify` checks of payment: states against events, money against the ledger."""

from collections.abc import Iterator
from typing import Any, Final

import asyncpg

from prepaid.core.findings import Finding, check
from prepaid.domains.payment.rules.states import EventKind, payment_state, payout_state, refund_state

MONEY: Final = 1
REPLAY: Final = 5
"""Numbers of the invariants (domain/00)."""

PAYMENTS: Final = """
SELECT p.merchant_id, p.id, p.reference, p.state, p.amount_fen, p.refunded_fen, p.refunding_fen, p.credited,
    p.captured_at, p.transfer_id,
    array(SELECT e.kind FROM payment_event e
          WHERE e.merchant_id = p.merchant_id AND e.reference = p.reference) AS kinds,
    array(SELECT t.id FROM ledger_transfer t WHERE t.merchant_id = p.merchant_id AND t.kind = 'PAYMENT_CAPTURED'
          AND t.reference = p.id::text AND t.amount_fen = p.amount_fen) AS captures,
    coalesce((SELECT sum(r.amount_fen) FROM payment_refund r WHERE r.merchant_id = p.merchant_id
              AND r.payment_id = p.id), 0)::bigint AS asked_fen,
    coalesce((SELECT sum(r.amount_fen) FROM payment_refund r WHERE r.merchant_id = p.merchant_id
              AND r.payment_id = p.id AND r.state = 'SUCCEEDED'), 0)::bigint AS gone_fen
FROM payment p ORDER BY p.merchant_id, p.id
"""
REFUNDS: Final = """
SELECT r.merchant_id, r.id, r.reference, r.state,
    array(SELECT e.kind FROM payment_event e
          WHERE e.merchant_id = r.merchant_id AND e.reference = r.reference) AS kinds,
    EXISTS (SELECT FROM payment_event e WHERE e.merchant_id = r.merchant_id AND e.reference = r.reference
            AND e.kind = 'REFUNDED' AND e.variant = 'CHANNEL') AS by_channel,
    EXISTS (SELECT FROM ledger_transfer t WHERE t.merchant_id = r.merchant_id AND t.kind = 'PAID_OUT'
            AND t.reference = r.id::text AND t.amount_fen = r.amount_fen) AS paid
FROM payment_refund r ORDER BY r.merchant_id, r.id
"""
PAYOUTS: Final = """
SELECT o.merchant_id, o.id, o.reference, o.state,
    array(SELECT e.kind FROM payment_event e
          WHERE e.merchant_id = o.merchant_id AND e.reference = o.reference) AS kinds,
    EXISTS (SELECT FROM ledger_transfer t WHERE t.merchant_id = o.merchant_id AND t.kind = 'PAID_OUT'
            AND t.reference = o.id::text AND t.amount_fen = o.amount_fen) AS paid,
    EXISTS (SELECT FROM ledger_transfer t WHERE t.merchant_id = o.merchant_id AND t.kind = 'PAYOUT_RETURNED'
            AND t.reference = o.id::text) AS returned,
    EXISTS (SELECT FROM ledger_transfer t
            WHERE t.merchant_id = o.merchant_id AND t.pending_id = o.transfer_id) AS answered
FROM payout o ORDER BY o.merchant_id, o.id
"""
CREDITED: Final = """
SELECT merchant_id, payable_kind, payable_id, count(*) AS times FROM payment WHERE credited
GROUP BY merchant_id, payable_kind, payable_id HAVING count(*) > 1
"""
DOUBLED: Final = """
SELECT merchant_id, reference FROM payment_event GROUP BY merchant_id, reference, kind, variant HAVING count(*) > 1
"""


@check("payment-states", invariants=(REPLAY,))
async def verify_states(connection: asyncpg.Connection) -> list[Finding]:
    """The state of every payment, refund and payout is what its events say, and no event is there twice."""
    found = []
    for row in await connection.fetch(PAYMENTS):
        derived = payment_state(_kinds(row), row["amount_fen"], row["refunded_fen"])
        found += _differs("payment-states", "payment", row, derived)
    for row in await connection.fetch(REFUNDS):
        found += _differs("payment-states", "refund", row, refund_state(_kinds(row)))
    for row in await connection.fetch(PAYOUTS):
        found += _differs("payment-states", "payout", row, payout_state(_kinds(row)))
    for row in await connection.fetch(DOUBLED):
        found.append(Finding("payment-states", REPLAY, f"reference {row['reference']}", "has an event twice"))
    return found


@check("payment-ledger", invariants=(MONEY, REPLAY))
async def verify_ledger(connection: asyncpg.Connection) -> list[Finding]:
    """What was captured, refunded and paid out moved in the ledger once, and nothing else did."""
    found: list[Finding] = []
    for row in await connection.fetch(PAYMENTS):
        found += [Finding("payment-ledger", MONEY, _name("payment", row), wrong) for wrong in _of_payment(row)]
    for row in await connection.fetch(REFUNDS):
        kinds = _kinds(row)
        if row["by_channel"] and EventKind.REFUND_REDIRECTED not in kinds and not row["paid"]:
            found.append(Finding("payment-ledger", MONEY, _name("refund", row), "succeeded and did not leave"))
        if row["paid"] and not row["by_channel"]:
            found.append(Finding("payment-ledger", MONEY, _name("refund", row), "left and did not succeed"))
    for row in await connection.fetch(PAYOUTS):
        found += [Finding("payment-ledger", MONEY, _name("payout", row), wrong) for wrong in _of_payout(row)]
    for row in await connection.fetch(CREDITED):
        what = f"{row['payable_kind']} {row['merchant_id']}/{row['payable_id']}"
        found.append(Finding("payment-ledger", REPLAY, what, f"is credited with {row['times']} payments"))
    return found


def _of_payment(row: Any) -> Iterator[str]:
    captured, captures = row["captured_at"] is not None, row["captures"]
    if len(captures) != captured:
        yield f"is {'captured' if captured else 'not captured'} and has {len(captures)} captures of its amount"
    elif captured and captures[0] != row["transfer_id"]:
        yield "names another transfer than its capture"
    if row["refunding_fen"] != row["asked_fen"]:
        yield f"says {row['refunding_fen']} asked back; its refunds say {row['asked_fen']}"
    if row["refunded_fen"] != row["gone_fen"]:
        yield f"says {row['refunded_fen']} refunded; its refunds say {row['gone_fen']}"


def _of_payout(row: Any) -> Iterator[str]:
    done = row["state"] in ("SUCCEEDED", "RETURNED")
    if done and not row["paid"]:
        yield "succeeded and did not leave"
    if row["paid"] and not done:
        yield "left and did not succeed"
    if (row["state"] == "RETURNED") != row["returned"]:
        yield "came back in one place and not in the other"
    if (done or row["state"] == "FAILED") != row["answered"]:
        yield "is final, and its hold is not, or the other way round"


def _kinds(row: Any) -> list[EventKind]:
    return [EventKind(kind) for kind in row["kinds"]]


def _name(what: str, row: Any) -> str:
    return f"{what} {row['merchant_id']}/{row['reference']}"


def _differs(name: str, what: str, row: Any, derived: str) -> list[Finding]:
    if row["state"] == derived:
        return []
    return [Finding(name, REPLAY, _name(what, row), f"is stored as {row['state']}; its events say {derived}")]
