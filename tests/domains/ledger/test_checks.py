"""Who checks the checker: corruptions planted as superuser, each named by `verify`."""

import pytest

from prepaid.core.verify import run_checks
from prepaid.domains.ledger.commands.payouts import begin_withdrawal
from prepaid.domains.ledger.commands.pending import void
from prepaid.domains.ledger.commands.redemptions import book_redemption
from prepaid.domains.ledger.jobs import checks
from prepaid.domains.ledger.rules.shares import Consumed
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.kit.ids import uuid7
from tests.domains.ledger.books import Books, terms

ANSWER = "(SELECT id FROM ledger_transfer WHERE pending_id IS NOT NULL ORDER BY id LIMIT 1)"
CORRUPTIONS = {
    "a flipped balance": (
        "UPDATE ledger_account SET balance_fen = balance_fen + 1, credits_fen = credits_fen + 1"
        " WHERE code = 'MERCHANT_DRAWABLE'",
        ["ledger-accounts (invariant 1): account", "(MERCHANT_DRAWABLE): says 0 debits, 547 credits, balance 547"],
    ),
    "a deleted posting": (
        "DELETE FROM ledger_posting WHERE seq = 2 AND ledger_account_id ="
        " (SELECT id FROM ledger_account WHERE code = 'CARD_LIABILITY')",
        ["(CARD_LIABILITY): counts 2 postings and has 1", "(REDEMPTION): does not balance: debits 0, credits 100"],
    ),
    "a deleted transfer": (
        "DELETE FROM ledger_posting WHERE transfer_id = (SELECT id FROM ledger_transfer WHERE kind = 'REDEMPTION')",
        ["(REDEMPTION): does not balance: debits 0, credits 0"],
    ),
    "another amount": (
        "UPDATE ledger_posting SET amount_fen = amount_fen + 5 WHERE seq = 1 AND ledger_account_id ="
        " (SELECT id FROM ledger_account WHERE code = 'CARD_LIABILITY')",
        ["ledger-postings (invariant 1): posting 1 of account", "(CARD_FUNDED): does not balance"],
    ),
    "an amount on both sides": (
        "UPDATE ledger_posting SET amount_fen = amount_fen + 5 WHERE transfer_id ="
        " (SELECT id FROM ledger_transfer WHERE kind = 'PAYMENT_CAPTURED')",
        ["(PAYMENT_CAPTURED): says 1000 and moves 1005", "(CHANNEL_CLEARING): says"],
    ),
    "figures after a posting": (
        "UPDATE ledger_posting SET outgoing_after_fen = outgoing_after_fen + 1 WHERE seq = 1 AND ledger_account_id ="
        " (SELECT id FROM ledger_account WHERE code = 'CUSTODY_BANK')",
        ["posting 1 of account", "(CUSTODY_BANK): does not follow from the one before it"],
    ),
    "a forgotten hold": (
        "UPDATE ledger_account SET outgoing_fen = 0 WHERE code = 'CUSTODY_BANK'",
        ["(CUSTODY_BANK): holds 400 in and 0 out; its pending transfers say 400 and 40"],
    ),
    "a floor is lifted": (
        "UPDATE ledger_account SET floor_rule = 'NONE' WHERE code = 'HOLDBACK'",
        ["(HOLDBACK): is not what the chart says"],
    ),
    "an answer to nothing": (
        f"UPDATE ledger_transfer SET pending_id = uuidv7() WHERE id = {ANSWER}",
        ["(SETTLEMENT_SWEEP): answers what was not pending"],
    ),
    "an answer of another amount": (
        f"UPDATE ledger_posting SET amount_fen = amount_fen + 1 WHERE transfer_id = {ANSWER};"
        f"UPDATE ledger_transfer SET amount_fen = amount_fen + 1 WHERE id = {ANSWER}",
        ["(SETTLEMENT_SWEEP): moves something else than the transfer that it answers"],
    ),
    "a posting at another instant": (
        "UPDATE ledger_posting SET effective_at = effective_at - interval '1 hour' WHERE seq = 1 AND ledger_account_id"
        " = (SELECT id FROM ledger_account WHERE code = 'CARD_LIABILITY')",
        ["(CARD_FUNDED): has postings of another phase or instant", "posting 1 of account"],
    ),
    "another latest instant": (
        "UPDATE ledger_account SET effective_high_at = effective_high_at + interval '1 hour' WHERE code = 'HOLDBACK'",
        ["(HOLDBACK): has another latest instant than its postings"],
    ),
    "principal without cover": (
        "UPDATE ledger_account SET balance_fen = balance_fen - 7, debits_fen = debits_fen + 7"
        " WHERE code = 'CARD_LIABILITY'",
        ["ledger-custody (invariant 2): card contract", "owes 893 fen, of which custody and advance cover 900"],
    ),
    "another chart": (
        "UPDATE ledger_chart SET floor_rule = 'NONE' WHERE code = 'DEPOSIT'",
        ["ledger-chart (invariant 1): account code DEPOSIT: differs between database and code"],
    ),
}


async def a_day(books: Books) -> None:
    """A card of 1,000 fen sold at r = 40 %, h = 10 %, and 100 redeemed; one movement of cash is called off."""
    shares = terms(4_000, 1_000)
    sale = await books.sell(shares, 1_000)
    await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(1_000, 100)])
    await books.do(void, kind=TransferKind.SETTLEMENT_SWEEP, reference=sale)


async def said(url: str) -> list[str]:
    return [str(finding) for finding in await run_checks(url) if finding.check.startswith("ledger-")]


async def test_sound_books_have_no_findings(books: Books, fresh_database: str) -> None:
    await a_day(books)
    assert await said(fresh_database) == []
    assert (checks.MOVEMENTS, checks.CUSTODY) == (1, 2)


@pytest.mark.parametrize("corruption", CORRUPTIONS)
async def test_every_corruption_is_named(books: Books, fresh_database: str, corruption: str) -> None:
    await a_day(books)
    statement, expected = CORRUPTIONS[corruption]
    # Constraints of the table and triggers look away, as they do for a restored or damaged database.
    await books.superuser.execute("SET session_replication_role = replica")
    await books.superuser.execute("ALTER TABLE ledger_posting DROP CONSTRAINT ck_ledger_posting_effective")
    await books.superuser.execute(statement)
    found = "\n".join(await said(fresh_database))
    assert [each for each in expected if each not in found] == [], found


async def test_an_overdraft_is_named(books: Books, fresh_database: str) -> None:
    await a_day(books)
    rule = "UPDATE ledger_account SET floor_rule = '{}' WHERE code = 'MERCHANT_DRAWABLE'"
    await books.superuser.execute("ALTER TABLE ledger_account DROP CONSTRAINT ck_ledger_account_floor")
    await books.superuser.execute(rule.format("NONE"))
    await books.do(begin_withdrawal, payout_id=uuid7(), drawable_fen=547, settled_fen=0)
    await books.superuser.execute(rule.format("AVAILABLE"))
    (finding,) = await said(fresh_database)
    assert finding.endswith("(MERCHANT_DRAWABLE): is below its floor")
