"""Compare the providers' own lists with the ledger: `python compare_books.py DATABASE_URL SANDBOX_URL`.

A program of its own: it knows the two protocols and the ledger's tables, and nothing of the product's code. Prints
what differs and exits with 1, or says how much it compared.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.request import urlopen

import psycopg
from psycopg.rows import dict_row

# (kind of thing, reference at the provider, fen): a thing that moved money.
Movement = tuple[str, str, int]

CAPTURES = """
SELECT p.reference, t.amount_fen FROM ledger_transfer t
JOIN payment p ON p.merchant_id = t.merchant_id AND p.id::text = t.reference
WHERE t.kind = 'PAYMENT_CAPTURED' AND t.phase = 'POSTED'
"""
PAID_OUT = """
SELECT coalesce(r.reference, o.reference) AS reference, t.amount_fen, r.id IS NOT NULL AS refund
FROM ledger_transfer t
LEFT JOIN payment_refund r ON r.merchant_id = t.merchant_id AND r.id::text = t.reference
LEFT JOIN payout o ON o.merchant_id = t.merchant_id AND o.id::text = t.reference
WHERE t.kind = 'PAID_OUT' AND t.phase = 'POSTED'
"""
# Every posted transfer that touches custody or sweeps the channel, by the instruction that carried it out.
CASH = """
SELECT o.id::text AS reference, giving.code AS source, taking.code AS target, sum(given.amount_fen)::bigint AS fen
FROM ledger_transfer done
JOIN ledger_transfer t ON t.merchant_id = done.merchant_id AND t.id = done.pending_id
JOIN ledger_posting given ON given.merchant_id = t.merchant_id AND given.transfer_id = t.id AND given.side = 'CREDIT'
JOIN ledger_account giving ON giving.merchant_id = t.merchant_id AND giving.id = given.ledger_account_id
JOIN ledger_posting taken ON taken.merchant_id = t.merchant_id AND taken.transfer_id = t.id AND taken.side = 'DEBIT'
JOIN ledger_account taking ON taking.merchant_id = t.merchant_id AND taking.id = taken.ledger_account_id
LEFT JOIN custody_operation o ON o.merchant_id = t.merchant_id AND o.subject_id::text = t.reference
  AND t.kind = ANY (o.transfer_kinds)
WHERE done.phase = 'POSTED' AND (t.kind LIKE 'CUSTODY\\_%' OR t.kind = 'SETTLEMENT_SWEEP')
GROUP BY 1, 2, 3
"""
HELD = """
SELECT w.id::text AS wallet, coalesce(a.balance_fen, 0) AS fen FROM custody_wallet w
LEFT JOIN ledger_account a ON a.merchant_id = w.merchant_id AND a.owner_id = w.contract_id AND a.code = 'CUSTODY_BANK'
"""
ACCOUNTS = {"CHANNEL_CLEARING": "CHANNEL", "CUSTODY_BANK": "WALLET", "SETTLEMENT_BANK": "SETTLEMENT"}


def fetched(url: str) -> Any:
    with urlopen(url, timeout=30) as answer:
        return json.load(answer)


def of_provider(payments: Any, custody: Any) -> Counter[Movement]:
    """What the providers say has moved."""
    paid = [charge for charge in payments["charges"] if charge["state"] in ("SUCCESS", "REFUND")]
    moved: list[Movement] = [("capture", charge["reference"], charge["amount_fen"]) for charge in paid]
    for name in ("refunds", "payouts"):
        moved += [
            (name[:-1], each["reference"], each["amount_fen"]) for each in payments[name] if each["state"] == "SUCCESS"
        ]
    for move in custody["moves"]:
        moved.append((f"{move['source']} to {move['target']}", move["reference"], move["amount_fen"]))
    moved += [("held", wallet, each["held_fen"]) for wallet, each in custody["wallets"].items()]
    return Counter(moved)


def of_ledger(connection: psycopg.Connection[dict[str, Any]]) -> Counter[Movement]:
    """What the ledger says."""
    moved: list[Movement] = []

    def rows(statement: str) -> Iterable[dict[str, Any]]:
        return connection.execute(statement).fetchall()

    moved += [("capture", row["reference"], row["amount_fen"]) for row in rows(CAPTURES)]
    for row in rows(PAID_OUT):
        moved.append(("refund" if row["refund"] else "payout", str(row["reference"]), row["amount_fen"]))
    for row in rows(CASH):
        way = f"{ACCOUNTS[row['source']]} to {ACCOUNTS[row['target']]}"
        moved.append((way, str(row["reference"]), row["fen"]))
    moved += [("held", row["wallet"], row["fen"]) for row in rows(HELD)]
    return Counter(moved)


def main() -> int:
    database_url, sandbox_url = sys.argv[1:]
    theirs = of_provider(fetched(f"{sandbox_url}/wechat-pay/books"), fetched(f"{sandbox_url}/custody/books"))
    with psycopg.connect(database_url, row_factory=dict_row) as connection:
        ours = of_ledger(connection)
    for where, extra in (("at the provider", theirs - ours), ("in the ledger", ours - theirs)):
        for kind, reference, fen in sorted(extra.elements()):
            sys.stdout.write(f"only {where}: {kind} {reference} {fen} fen\n")
    kinds = Counter(kind for kind, _, _ in theirs.elements())
    sys.stdout.write("compared " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) + "\n")
    return 0 if theirs == ours else 1


if __name__ == "__main__":
    raise SystemExit(main())
