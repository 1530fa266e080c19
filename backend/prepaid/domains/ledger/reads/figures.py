"""Balances now and at any past instant, and the trial balance, by index look-ups.

A posting carries the account's totals after it, and the latest `effective_at` up to it. So the figures before an
instant are those of the last posting whose high mark lies before it, and the few that were booked later but count
earlier (`effective_at` below their high mark) are added.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.ledger.rules.chart import CHART, AccountCode, Side
from prepaid.domains.ledger.rules.transfers import AccountRef
from prepaid.kit.money import Fen

BEFORE: Final = """
LEFT JOIN LATERAL (
    SELECT p.seq, p.debits_after_fen AS debits, p.credits_after_fen AS credits FROM ledger_posting p
    WHERE p.merchant_id = a.merchant_id AND p.ledger_account_id = a.id AND p.effective_high_at < {until}
      AND ({known}::timestamptz IS NULL OR p.recorded_at < {known})
    ORDER BY p.effective_high_at DESC, p.seq DESC LIMIT 1
) AS {name}_last ON true
LEFT JOIN LATERAL (
    SELECT coalesce(sum(p.amount_fen) FILTER (WHERE p.side = 'DEBIT'), 0)::bigint AS debits,
        coalesce(sum(p.amount_fen) FILTER (WHERE p.side = 'CREDIT'), 0)::bigint AS credits
    FROM ledger_posting p
    WHERE p.merchant_id = a.merchant_id AND p.ledger_account_id = a.id AND p.phase = 'POSTED'
      AND p.effective_at < p.effective_high_at AND p.effective_at < {until} AND p.seq > coalesce({name}_last.seq, 0)
      AND ({known}::timestamptz IS NULL OR p.recorded_at < {known})
) AS {name}_late ON true
"""
TOTAL: Final = "coalesce({name}_last.{side}, 0) + {name}_late.{side}"
NOW: Final = """
SELECT balance_fen, incoming_fen, outgoing_fen, balance_fen - outgoing_fen FROM ledger_account
WHERE merchant_id = $1 AND code = $2 AND owner_id = $3
"""


def _totals(name: str) -> str:
    return ", ".join(f"{TOTAL.format(name=name, side=side)} AS {name}_{side}" for side in ("debits", "credits"))


AT: Final = (
    f"SELECT {_totals('until')} FROM ledger_account a"  # noqa: S608 - pieces of this module
    f"{BEFORE.format(name='until', until='$4', known='$5')}"
    " WHERE a.merchant_id = $1 AND a.code = $2 AND a.owner_id = $3"
)
TRIAL: Final = (
    "SELECT code, sum(since_debits)::bigint AS since_debits, sum(since_credits)::bigint AS since_credits,"  # noqa: S608
    " sum(until_debits)::bigint AS until_debits, sum(until_credits)::bigint AS until_credits FROM ("
    f"SELECT a.code, {_totals('since')}, {_totals('until')} FROM ledger_account a"
    f"{BEFORE.format(name='since', until='$1', known='$4')}{BEFORE.format(name='until', until='$2', known='$4')}"
    " WHERE $3::uuid IS NULL OR a.merchant_id = $3) AS figures GROUP BY code"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """An account now, in fen on its normal side."""

    balance_fen: Fen
    incoming_fen: Fen
    """What pending transfers will add."""
    outgoing_fen: Fen
    """What pending transfers hold."""
    available_fen: Fen
    """Balance less what is held."""


@dataclass(frozen=True, slots=True)
class TrialLine:
    """An account code in a trial balance: sums over all its accounts, in fen; `*_fen` on its normal side."""

    code: AccountCode
    opening_fen: Fen
    debits_fen: Fen
    """Posted in the period."""
    credits_fen: Fen
    closing_fen: Fen


async def standing(source: Fetches, merchant_id: UUID, ref: AccountRef) -> Standing:
    """An account as it is now; all zero before its first posting."""
    rows = await source.fetch(NOW, merchant_id, ref.code, ref.owner or merchant_id)
    return Standing(*rows[0]) if rows else Standing(0, 0, 0, 0)


async def balance_before(
    source: Fetches, merchant_id: UUID, ref: AccountRef, until: datetime, *, known: datetime | None = None
) -> Fen:
    """The posted balance of an account by everything that was effective before `until`.

    `known`: only by what was recorded before that instant of the database's clock; it never changes again.
    """
    rows = await source.fetch(AT, merchant_id, ref.code, ref.owner or merchant_id, until, known)
    return _on_side(ref.code, rows[0]["until_debits"], rows[0]["until_credits"]) if rows else 0


async def trial_balance(
    source: Fetches, *, since: datetime, until: datetime, merchant_id: UUID | None, known: datetime | None = None
) -> list[TrialLine]:
    """Opening, movement and closing of every account code from `since` (included) to `until` (excluded).

    Of one merchant, or (None) of all that the reader's database role sees; in the order of the chart. `known` as in
    `balance_before`.
    """
    found = {AccountCode(row["code"]): row for row in await source.fetch(TRIAL, since, until, merchant_id, known)}
    return [_line(code, found[code]) for code in CHART if code in found]


def _line(code: AccountCode, row: Any) -> TrialLine:
    return TrialLine(
        code=code,
        opening_fen=_on_side(code, row["since_debits"], row["since_credits"]),
        debits_fen=row["until_debits"] - row["since_debits"],
        credits_fen=row["until_credits"] - row["since_credits"],
        closing_fen=_on_side(code, row["until_debits"], row["until_credits"]),
    )


def _on_side(code: AccountCode, debits_fen: Fen, credits_fen: Fen) -> Fen:
    difference = debits_fen - credits_fen
    return difference if CHART[code].side is Side.DEBIT else -difference
