"""Each check of cards names a corruption that was planted past the database's own constraints."""

import pytest

from prepaid.core.findings import Finding
from prepaid.domains.cards.jobs.checks import verify_cards
from tests.domains.cards.counter import Counter

CORRUPTIONS = {
    "parts": (
        "ALTER TABLE card_lot DROP CONSTRAINT ck_card_lot_sum",
        "UPDATE card_lot SET available = available + 1 WHERE card_id = $1",
        "do not add up",
    ),
    "over-consumed": (
        "SELECT 1",
        "UPDATE card_lot SET consumed = consumed + 2, available = available - 2 WHERE card_id = $1",
        "not what its takes add up to",
    ),
    "worth": (
        "SELECT 1",
        "UPDATE card_lot SET paid_fen = paid_fen + 700 WHERE card_id = $1",
        "worth of its takes",
    ),
    "holder": ("SELECT 1", "UPDATE card_lot SET holder_account_id = NULL WHERE card_id = $1", "another holder"),
    "hold": ("SELECT 1", "UPDATE card SET holds = '{RISK}' WHERE id = $1", "holds it shows"),
    "ended": (
        "SELECT 1",
        "UPDATE card SET status = 'REFUNDED', ended_at = now() WHERE id = $1",
        "still holds something",
    ),
}


@pytest.mark.parametrize("which", sorted(CORRUPTIONS))
async def test_a_planted_corruption_is_named(counter: Counter, which: str) -> None:
    prepare, corrupt, words = CORRUPTIONS[which]
    card = await counter.open(counter.visits(7, 50_000))
    await counter.use(card, counter.visit())
    superuser = counter.demo.superuser
    assert await verify_cards(superuser) == []
    await superuser.execute(prepare)
    await superuser.execute(corrupt, card)
    found: list[Finding] = await verify_cards(superuser)
    assert words in " ".join(each.detail for each in found)
    assert {each.invariant for each in found} <= {3, 7}
