"""Who checks the checker: corruptions of custody, planted as superuser, and each is named."""

from datetime import timedelta

import pytest

from prepaid.core.verify import run_checks
from prepaid.domains.custody.commands.set_tier import set_tier
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.kit import clock
from tests.domains.custody.world import UNDO_WINDOW, World
from tests.domains.identity.cast import BANK

OWN = {"custody-wallets", "custody-operations", "custody-sufficiency"}
LATER = UNDO_WINDOW + timedelta(seconds=1)
WALLET = "UPDATE custody_wallet SET {} WHERE state = 'PARTLY_RELEASED'"

CORRUPTIONS = {
    "a wallet holds more": (
        WALLET.format("held_fen = held_fen + 1, loaded_fen = loaded_fen + 1"),
        "custody-wallets (invariant 2): wallet {wallet}: loaded 401 fen, by instructions 400",
    ),
    "and the ledger says otherwise": (
        WALLET.format("held_fen = held_fen + 1, loaded_fen = loaded_fen + 1"),
        "wallet {wallet}: holds 301 fen, the ledger says 300",
    ),
    "released less than it did": (
        WALLET.format("released_fen = 0, held_fen = held_fen + released_fen"),
        "wallet {wallet}: released 0 fen, by instructions 100",
    ),
    "the ledger's account is changed": (
        "UPDATE ledger_account SET debits_fen = debits_fen + 7, balance_fen = balance_fen + 7"
        " WHERE code = 'CUSTODY_BANK' AND balance_fen = 300",
        "wallet {wallet}: holds 300 fen, the ledger says 307",
    ),
    "an instruction on its way is dropped": (
        "DELETE FROM custody_operation_event WHERE operation_id IN"
        " (SELECT id FROM custody_operation WHERE state = 'REQUESTED');"
        "DELETE FROM custody_operation WHERE state = 'REQUESTED'",
        "0 fen are on their way in and 0 out, the ledger says 0 and 40",
    ),
    "a pending transfer without an instruction": (
        "UPDATE custody_operation SET transfer_kinds = '{{CUSTODY_MOVE}}' WHERE state = 'REQUESTED';"
        "ALTER TABLE ledger_transfer DISABLE TRIGGER append_only;"
        "UPDATE ledger_transfer SET recorded_at = now() - interval '5 minutes'",
        "is pending and nobody was told to move it",
    ),
    "a wallet is lost": ("DELETE FROM custody_wallet", "has custody in the ledger and no wallet"),
    "done without its transfer": (
        "UPDATE custody_operation SET state = 'DONE', number = 'x' WHERE state = 'REQUESTED'",
        "is DONE, its transfer CUSTODY_RELEASE is PENDING",
    ),
    "history that ends elsewhere": (
        "UPDATE custody_operation SET state = 'SENT' WHERE state = 'REQUESTED'",
        "custody-operations (invariant 10): instruction",
    ),
    "a forgotten instruction": (
        "UPDATE custody_operation SET state = 'SENT', due_at = now() - interval '2 hours' WHERE state = 'REQUESTED'",
        "was sent over an hour ago and nobody asks again",
    ),
    "ended with work under way": (
        "UPDATE custody_wallet SET state = 'CLOSED', loaded_fen = 0, held_fen = 0, released_fen = 0",
        "has ended with instructions under way",
    ),
    "a pause is taken off": (
        "UPDATE custody_account SET short_since = NULL",
        "is not paused with 600 fen missing at the last test",
    ),
}


async def busy(shop: World) -> str:
    """A wallet with a release done and another scheduled, and a merchant that is short; the wallet's name."""
    card = await shop.sold(1_000)
    await shop.do(set_tier, actor=BANK, tier=CustodyTier.ECNY_FULL, reason="按年度评级调整")
    await shop.work()
    await shop.redeemed(card, 250)
    with clock.travel(LATER):
        await shop.work()
    await shop.redeemed(card, 100)
    return f"{shop.merchant_id}/{(await shop.wallet(card))['id']}"


async def said(url: str) -> list[str]:
    return [str(finding) for finding in await run_checks(url) if finding.check in OWN]


async def test_custody_is_sound_while_money_moves(shop: World, fresh_database: str) -> None:
    await busy(shop)
    assert await said(fresh_database) == []
    await shop.refunded(shop.cards[0])
    await shop.work()
    await shop.sandbox.odd("REFUSED")
    await shop.sold(500)
    await shop.work()
    assert await said(fresh_database) == []


@pytest.mark.parametrize("corruption", CORRUPTIONS)
async def test_every_corruption_is_named(shop: World, fresh_database: str, corruption: str) -> None:
    wallet = await busy(shop)
    statement, expected = CORRUPTIONS[corruption]
    await shop.superuser.execute("SET session_replication_role = replica")
    await shop.superuser.execute(statement.replace("{{", "{").replace("}}", "}"))
    found = await said(fresh_database)
    assert [line for line in found if expected.format(wallet=wallet) in line], found
