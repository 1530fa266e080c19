"""A card contract's money through its wallet: loaded, released after the undo window, taken back, refunded."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.custody.commands.cancel_release import cancel_release
from prepaid.domains.custody.commands.close_wallet import close_wallet
from prepaid.domains.custody.commands.freeze import freeze, unfreeze
from prepaid.domains.custody.commands.load import load
from prepaid.domains.custody.commands.open_wallet import open_wallet
from prepaid.domains.custody.commands.reverse_release import reverse_release
from prepaid.domains.custody.errors.wallets import (
    CustodyAccountNotOpen,
    WalletBusy,
    WalletEnded,
    WalletIsFrozen,
    WalletNotFrozen,
    WalletTermsFixed,
)
from prepaid.domains.ledger.commands.undo_redemption import undo_redemption
from prepaid.domains.ledger.rules.shares import Undone
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.custody.world import UNDO_WINDOW, Card, World

LATER = UNDO_WINDOW + timedelta(seconds=1)


async def test_a_payment_is_split_between_wallet_and_settlement(shop: World) -> None:
    card = await shop.sold(100_001)
    assert (await shop.wallet(card))["state"] == "CREATED"
    assert await shop.ledger_fen("CUSTODY_BANK") == 0
    await shop.work()
    wallet = await shop.wallet(card)
    assert (wallet["state"], wallet["held_fen"]) == ("LOADED", 40_001)
    assert await shop.ledger_fen("SETTLEMENT_BANK") == 60_000
    assert await shop.ledger_fen("CHANNEL_CLEARING") == 0
    await shop.agrees()


@pytest.mark.parametrize(("custody_bps", "held"), [(0, 0), (4_000, 401), (10_000, 1_001)])
async def test_every_share_loads_its_part(shop: World, custody_bps: int, held: int) -> None:
    card = await shop.sold(1_001, custody_bps=custody_bps)
    await shop.work()
    assert (await shop.wallet(card))["held_fen"] == held
    assert await shop.ledger_fen("SETTLEMENT_BANK") == 1_001 - held
    await shop.agrees()


async def test_a_recharge_adds_to_the_same_wallet(shop: World) -> None:
    card = await shop.sold(1_000)
    funding = await shop.recharged(card, 500)
    again = await shop.do(load, contract_id=card.contract_id, funding_id=funding)
    await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 600
    assert again.subject_id == funding
    assert len(await shop.operations("id", act="LOAD")) == 2
    await shop.agrees()


async def test_a_release_waits_for_the_undo_window(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    assert (await shop.wallet(card))["state"] == "ACTIVE"
    await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 400
    with clock.travel(LATER):
        await shop.work()
    wallet = await shop.wallet(card)
    assert (wallet["state"], wallet["held_fen"], wallet["released_fen"]) == ("PARTLY_RELEASED", 300, 100)
    await shop.agrees()


async def undo(shop: World, card: Card, redemption: UUID, value_fen: int) -> bool:
    """A redemption undone as the redemption domain does it; whether the release had been sent."""

    async def run(tx: WriteSession) -> bool:
        about: dict[str, Any] = {
            "merchant_id": shop.merchant_id,
            "contract_id": card.contract_id,
            "redemption_id": redemption,
        }
        sent = await cancel_release(tx, SYSTEM, **about)
        lots = [Undone(card.principal_fen + value_fen, value_fen, card.principal_fen)]
        await undo_redemption(
            tx,
            shop.merchant_id,
            terms=card.terms,
            redemption_id=redemption,
            lots=lots,
            released=sent,
        )
        await reverse_release(tx, SYSTEM, **about)
        return sent

    sent = await shop.db.run(SYSTEM, run)
    card.principal_fen += value_fen
    return sent


async def test_an_undo_in_time_sends_nothing_to_the_provider(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    redemption = await shop.redeemed(card, 250)
    assert await undo(shop, card, redemption, 250) is False
    with clock.travel(LATER):
        await shop.work()
    assert await shop.operations("state", act="RELEASE") == [("CANCELLED",)]
    assert (await shop.wallet(card))["held_fen"] == 400
    await shop.agrees()


async def test_an_undo_after_the_release_brings_the_money_back(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    redemption = await shop.redeemed(card, 250)
    with clock.travel(LATER):
        await shop.work()
        assert await undo(shop, card, redemption, 250) is True
        await shop.work()
    wallet = await shop.wallet(card)
    assert (wallet["held_fen"], wallet["released_fen"]) == (400, 0)
    await shop.agrees()


async def test_a_reversal_waits_for_a_release_that_is_under_way(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    redemption = await shop.redeemed(card, 250)
    with clock.travel(LATER):
        await shop.sandbox.fault(status=503, times=1, after_effect=True)
        await shop.work()
        assert await shop.operations("state", act="RELEASE") == [("SENT",)]
        assert await undo(shop, card, redemption, 250) is True
        await shop.work()
        assert await shop.operations("state", act="REVERSE") == [("REQUESTED",)]
    with clock.travel(LATER + timedelta(minutes=1)):
        await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 400
    await shop.agrees()


async def test_a_refund_empties_and_ends_the_wallet(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    with clock.travel(LATER):
        await shop.work()
    await shop.refunded(card)
    with pytest.raises(WalletEnded):
        await shop.do(load, contract_id=card.contract_id, funding_id=uuid7())
    await shop.work()
    wallet = await shop.wallet(card)
    assert (wallet["state"], wallet["held_fen"], wallet["refunded_fen"]) == ("REFUNDED", 0, 300)
    await shop.agrees()


async def test_a_refund_does_not_wait_for_a_release_and_the_wallet_ends_with_the_last_of_them(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    await shop.refunded(card)
    await shop.work()
    wallet = await shop.wallet(card)
    assert (wallet["state"], wallet["held_fen"], wallet["refunded_fen"]) == ("ACTIVE", 100, 300)
    with clock.travel(LATER):
        await shop.work()
    assert (await shop.wallet(card))["state"] == "REFUNDED"
    await shop.agrees()


async def test_a_refund_right_after_the_sale_waits_for_the_money_to_arrive(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.refunded(card)
    await shop.work()
    assert (await shop.wallet(card))["state"] == "REFUNDED"
    await shop.agrees()


async def test_a_card_without_custody_is_refunded_without_the_provider(shop: World) -> None:
    card = await shop.sold(1_000, custody_bps=0)
    assert await shop.refunded(card) is None
    await shop.work()
    assert (await shop.wallet(card))["state"] == "REFUNDED"
    await shop.agrees()


async def test_a_frozen_wallet_releases_after_it_is_unfrozen(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    reason: dict[str, Any] = {"contract_id": card.contract_id, "reason": "涉嫌欺诈核查"}
    await shop.do(freeze, **reason)
    with pytest.raises(WalletIsFrozen):
        await shop.do(freeze, **reason)
    with clock.travel(LATER):
        await shop.work()
        assert (await shop.wallet(card))["held_fen"] == 400
        assert await shop.operations("state", act="RELEASE") == [("REQUESTED",)]
        await shop.do(unfreeze, **reason)
        await shop.work()
        assert (await shop.wallet(card))["held_fen"] == 300
        with pytest.raises(WalletNotFrozen):
            await shop.do(unfreeze, **reason)
    await shop.agrees()


async def test_a_frozen_wallet_refunds(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.do(freeze, contract_id=card.contract_id, reason="涉嫌欺诈核查")
    await shop.refunded(card)
    await shop.work()
    assert (await shop.wallet(card))["state"] == "REFUNDED"


async def test_a_wallet_is_closed_when_it_is_empty(shop: World) -> None:
    card = await shop.sold(1_000)
    with pytest.raises(WalletBusy):
        await shop.do(close_wallet, contract_id=card.contract_id)
    await shop.work()
    with pytest.raises(WalletBusy):
        await shop.do(close_wallet, contract_id=card.contract_id)
    await shop.redeemed(card, 1_000)
    with clock.travel(LATER):
        await shop.work()
        await shop.do(close_wallet, contract_id=card.contract_id)
        await shop.work()
    assert (await shop.wallet(card))["state"] == "CLOSED"
    with pytest.raises(WalletEnded):
        await shop.do(close_wallet, contract_id=card.contract_id)


async def test_a_wallet_keeps_the_shares_of_the_sale(shop: World) -> None:
    card = await shop.sold(1_000)
    about: dict[str, Any] = {"contract_id": card.contract_id, "holdback_bps": 1_000}
    assert (await shop.do(open_wallet, custody_bps=4_000, **about)).contract_id == card.contract_id
    with pytest.raises(WalletTermsFixed):
        await shop.do(open_wallet, custody_bps=5_000, **about)
    assert len(await shop.operations("id", act="OPEN")) == 1


async def test_what_does_not_exist_is_not_found(shop: World) -> None:
    with pytest.raises(NotFound):
        await shop.do(load, contract_id=uuid7(), funding_id=uuid7())
    card = await shop.sold(1_000)
    with pytest.raises(ValueError, match="book the funding"):
        await shop.do(load, contract_id=card.contract_id, funding_id=uuid7())


async def test_a_merchant_without_an_account_opens_no_wallet(shop: World) -> None:
    await shop.superuser.execute("UPDATE custody_account SET state = 'OPENING'")
    with pytest.raises(CustodyAccountNotOpen):
        await shop.sold(1_000)
