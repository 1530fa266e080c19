"""Opening or recharging the card of a paid order: lots, ledger and custody in one transaction."""

from collections.abc import Sequence

from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.settings import settings
from prepaid.domains.cards.commands.consume import ensure_usable
from prepaid.domains.cards.commands.grant_lots import LotGrant, Payer, grant_lots
from prepaid.domains.cards.commands.open_card import CardSale, CardTerms, open_card
from prepaid.domains.cards.commands.package_grants import package_grants
from prepaid.domains.cards.commands.thresholds import ensure_face_limit, ensure_identified
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.reads.cards import card_of, terms_of
from prepaid.domains.cards.reads.holders import Holder, holder_of
from prepaid.domains.cards.rules.cards import Funding, LotUnit
from prepaid.domains.catalog.models import CardTypeVersion, PackageVersion
from prepaid.domains.catalog.rules.products import CardKind
from prepaid.domains.contracts.rules.parameters import read_parameters
from prepaid.domains.custody.commands.load import load
from prepaid.domains.custody.commands.open_wallet import open_wallet
from prepaid.domains.ledger.commands.bonuses import grant_bonus
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.domains.payment.events import PaymentSucceeded
from prepaid.domains.payment.models import Payment
from prepaid.kit import clock
from prepaid.kit.money import Fen


async def fill_card(tx: WriteSession, order: Order, line: OrderLine, payment: PaymentSucceeded) -> None:
    """What was paid becomes lots on the card: an opened one freezes the order's r and h, a recharged one keeps its own.

    Card, then ledger accounts are locked (domain/01, 18); the cash follows by the custody domain's jobs.

    Raises:
        IdentityRequired, CardFaceOverLimit, CardFrozen, CardExpired, CardNotActive.
        CustodyAccountNotOpen, WalletEnded, InsufficientFunds.
    """
    version = await tx.get_one(PackageVersion, (order.merchant_id, line.version_id))
    card_type = await tx.get_one(CardTypeVersion, (order.merchant_id, order.card_type_version_id))
    keyring = KeyRing.from_settings(settings())
    buyer = await holder_of(tx, keyring, DataKeys(keyring), order.account_id)
    await ensure_identified(tx, kind=CardKind(card_type.kind), buyer=buyer, amount_fen=order.total_fen)
    grants = await package_grants(tx, version, card_type, paid_fen=line.net_fen)
    added_fen = sum(map(_face, grants))
    if order.kind == OrderKind.CARD_RECHARGE:
        assert order.card_id is not None
        card = await card_of(tx, order.merchant_id, order.card_id, lock=True)
        ensure_usable(card, clock.now())
        card_type = await tx.get_one(CardTypeVersion, (order.merchant_id, card.card_type_version_id))
        await ensure_face_limit(tx, order.merchant_id, card_type, card=card, added_fen=added_fen)
    else:
        await ensure_face_limit(tx, order.merchant_id, card_type, card=None, added_fen=added_fen)
        card = await _open(tx, order, line, card_type, buyer)
        order.card_id, order.card_number = card.id, card.number
    paid = await tx.get_one(Payment, (order.merchant_id, payment.payment_id))
    lots = await grant_lots(
        tx,
        card,
        grants,
        payer=Payer(
            order_id=order.id,
            payment_id=payment.payment_id,
            account_id=payment.payer_account_id,
            wallet=paid.payer_openid,
        ),
        buyer=buyer,
        paid_at=payment.captured_at,
    )
    await tx.flush()
    await _book(tx, order, card, lots)


async def _open(tx: WriteSession, order: Order, line: OrderLine, card_type: CardTypeVersion, buyer: Holder) -> Card:
    rules = read_parameters(order.terms)[0]
    card = await open_card(
        tx,
        merchant_id=order.merchant_id,
        card_type=card_type,
        holder=buyer,
        sale=CardSale(
            store_id=order.store_id,
            order_id=order.id,
            package_version_id=line.version_id,
            purchaser_account_id=order.account_id,
            seller_id=order.salesperson_id,
            seller_name=order.salesperson_name,
        ),
        terms=CardTerms(
            custody_bps=order.custody_bps,
            holdback_bps=order.holdback_bps,
            undo_window_minutes=rules.undo_window_minutes,
            dispute_window_days=rules.dispute_window_days,
            agreement_contract_id=order.merchant_contract_id,
        ),
    )
    await open_wallet(
        tx,
        tx.actor,
        merchant_id=order.merchant_id,
        contract_id=card.contract_id,
        custody_bps=card.custody_bps,
        holdback_bps=card.holdback_bps,
    )
    return card


async def _book(tx: WriteSession, order: Order, card: Card, lots: Sequence[CardLot]) -> None:
    paid: list[Fen] = [lot.paid_fen for lot in lots if lot.funding == Funding.PAID.value and lot.paid_fen]
    booked = await apply_to_card(
        tx, order.merchant_id, terms=terms_of(card), funding_id=order.id, order_id=order.id, lots_fen=paid
    )
    order.transfer_id = booked.transfer.id
    for lot in lots:
        if lot.funding == Funding.BONUS.value and lot.list_fen:
            await grant_bonus(
                tx, order.merchant_id, grant_id=lot.id, contract_id=card.contract_id, amount_fen=lot.list_fen
            )
    await load(
        tx,
        tx.actor,
        merchant_id=order.merchant_id,
        contract_id=card.contract_id,
        funding_id=order.id,
        evidence=order.number,
    )


def _face(grant: LotGrant) -> Fen:
    if grant.funding is not Funding.PAID:
        return 0
    return grant.quantity if grant.unit is LotUnit.MONEY else grant.paid_fen
