"""Mutations of cards."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.cards.commands import card_pin as pins
from prepaid.domains.cards.commands import expire_cards as expiring
from prepaid.domains.cards.commands import hold_card as holding
from prepaid.domains.cards.commands import lost_cards as losing
from prepaid.domains.cards.commands import rename_card as naming
from prepaid.domains.cards.commands import reveal_holder as _revealable  # noqa: F401 - registers
from prepaid.domains.cards.graph.card_types import Card
from prepaid.domains.cards.graph.inputs import (
    CardHolderInput,
    CardHoldInput,
    CardInput,
    CardReasonInput,
    ReplaceCardInput,
    SetCardPinInput,
)
from prepaid.domains.cards.models import Card as CardRow
from prepaid.domains.cards.reads.holders import Holder
from prepaid.graph.types import MutationContext, mutation, ref

CARD = {"card": Card}


@mutation(permission="card.loss", payload=CARD)
async def report_card_loss(ctx: MutationContext, input: CardReasonInput) -> Mapping[str, Any]:
    """A card is lost: nobody can use it from now on."""
    return _shown(await losing.report_loss(ctx.tx, ctx.actor, **input.which(), reason=input.reason))


@mutation(permission="card.loss", payload=CARD)
async def cancel_card_loss(ctx: MutationContext, input: CardReasonInput) -> Mapping[str, Any]:
    """A lost card was found."""
    return _shown(await losing.cancel_loss(ctx.tx, ctx.actor, **input.which(), reason=input.reason))


@mutation(permission="card.replace", idempotent=True, payload=CARD)
async def replace_card(ctx: MutationContext, input: ReplaceCardInput) -> Mapping[str, Any]:
    """Give the holder of a lost card a new one with all that was on it; the payload is the new card."""
    card = await losing.replace_card(
        ctx.tx,
        ctx.actor,
        **input.which(),
        store_id=input.store_id.of("Store", path=("storeId",)).id,
        physical_number=input.physical_number or None,
    )
    return _shown(card)


@mutation(permission="card.bind", payload=CARD)
async def register_card(ctx: MutationContext, input: CardHolderInput) -> Mapping[str, Any]:
    """Give an anonymous card a name; what is on it and its history stay."""
    holder = await _holder(ctx, input)
    return _shown(await naming.register_card(ctx.tx, ctx.actor, **input.which(), holder=holder))


@mutation(permission="card.bind", payload=CARD)
async def rename_card(ctx: MutationContext, input: CardHolderInput) -> Mapping[str, Any]:
    """Pass a registered card on to somebody else; its PIN is reset."""
    holder = await _holder(ctx, input)
    return _shown(await naming.rename_card(ctx.tx, ctx.actor, **input.which(), holder=holder))


@mutation(permission="card.pin", payload=CARD)
async def set_card_pin(ctx: MutationContext, input: SetCardPinInput) -> Mapping[str, Any]:
    """Set or reset a card's PIN, its holder being there with his identity card."""
    return _shown(await pins.set_card_pin(ctx.tx, ctx.actor, **input.which(), pin=input.pin))


@mutation(permission="card.reactivate", payload=CARD)
async def reactivate_card(ctx: MutationContext, input: CardInput) -> Mapping[str, Any]:
    """Make an expired card usable again, free of charge."""
    return _shown(await expiring.reactivate_card(ctx.tx, ctx.actor, **input.which()))


@mutation(permission="card.hold", payload=CARD)
async def hold_card(ctx: MutationContext, input: CardHoldInput) -> Mapping[str, Any]:
    """The bank makes a card unusable."""
    card = await holding.hold_card(ctx.tx, ctx.actor, **input.which(), kind=input.kind, reason=input.reason)
    return _shown(card)


@mutation(permission="card.hold", payload=CARD)
async def lift_card_hold(ctx: MutationContext, input: CardHoldInput) -> Mapping[str, Any]:
    """The bank lifts a hold of its own."""
    card = await holding.release_card(ctx.tx, ctx.actor, **input.which(), kind=input.kind, reason=input.reason)
    return _shown(card)


async def _holder(ctx: MutationContext, input: CardHolderInput) -> Holder:
    return await naming.holder_at_counter(
        ctx.tx,
        ctx.actor,
        merchant_id=input.which()["merchant_id"],
        keyring=ctx.services.keyring,
        data_keys=ctx.services.data_keys,
        phone=input.phone,
        real_name=input.real_name,
        id_card=input.id_card,
        accept_fictitious=not ctx.services.settings.production,
    )


def _shown(card: CardRow) -> Mapping[str, Any]:
    return {"card": ref(Card, card.merchant_id, card.id)}
