"""What `prepareRedemption` and `issueRedemptionCode` answer: values of the moment, no rows."""

from datetime import datetime

import strawberry

from prepaid.core.errors import Locale, Refusal
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.redemption.commands.prepare_redemption import Prepared, UsableCard, UsableLine
from prepaid.domains.redemption.rules.entries import Entry
from prepaid.graph.errors import user_errors
from prepaid.graph.types import JSON, Fen
from prepaid.kit.ids import GlobalId


@strawberry.type(description="A code that a consumer shows (核销码): once, and for a minute.")
class IssuedRedemptionCode:
    """The code."""

    token: str = strawberry.field(description="For the QR code")
    manual_code: str = strawberry.field(description="Eight digits, where nothing can be scanned")
    expires_at: datetime = strawberry.field(description="Until when it is good; ask for the next one before")


@strawberry.type(description="A consumer's signed log of what was redeemed (消费记录).")
class ConsumptionLog:
    """Document and signature."""

    document: str = strawberry.field(description="JSON, exactly as it was signed")
    signature: str = strawberry.field(description="Ed25519 over its UTF-8 bytes, in base64")
    public_key: str = strawberry.field(description="What checks it, as PEM; the bank's own is `consumptionLogKey`")


@strawberry.type(description="Why a card or line cannot be used here now.")
class PreparedRefusal:
    """A refusal as data."""

    code: str = strawberry.field(description="Code, as in `userErrors`")
    message: str = strawberry.field(description="In the caller's language")
    data: JSON | None = strawberry.field(description="Its data, e.g. the holds of CARD_FROZEN")


@strawberry.type(description="One thing that can be chosen of a card.")
class PreparedEntry:
    """An entry."""

    key: str = strawberry.field(description="Stable within the card")
    unit: LotUnit = strawberry.field(description="What it is counted in")
    service_id: strawberry.ID | None = strawberry.field(description="Service; null: stored value for any")
    name: str | None = strawberry.field(description="Name of the service")
    available: int = strawberry.field(description="Uses, fen of face value, or days that are left")
    value_fen: Fen = strawberry.field(description="Worth of the next use; of stored value all; of a period 0")
    expires_at: datetime | None = strawberry.field(description="When the first of it expires")
    next_lot_id: strawberry.ID = strawberry.field(description="Lot that the next use is taken from")


@strawberry.type(description="A card that the code speaks for.")
class PreparedCard:
    """A card with its entries."""

    card_id: strawberry.ID = strawberry.field(description="The card")
    number: str = strawberry.field(description="Its number")
    type_name: str = strawberry.field(description="Its type")
    refusal: PreparedRefusal | None = strawberry.field(description="Why nothing of it is usable here now; null: it is")
    entries: list[PreparedEntry] = strawberry.field(description="What it holds")


@strawberry.type(description="A line of a paid order of services with pieces left.")
class PreparedService:
    """A line."""

    order_line_id: strawberry.ID = strawberry.field(description="The line")
    order_number: str = strawberry.field(description="Its order")
    service_id: strawberry.ID = strawberry.field(description="The service")
    name: str = strawberry.field(description="Its name")
    available: int = strawberry.field(description="Pieces that are left")
    value_fen: Fen = strawberry.field(description="Worth of the next piece")
    refusal: PreparedRefusal | None = strawberry.field(description="Why it is not usable here now; null: it is")


@strawberry.type(description="What a consumer may use in this store now (可核销权益); nothing is consumed yet.")
class PreparedRedemption:
    """What there is to choose from."""

    session: str = strawberry.field(description="What `redeem` takes instead of the code, by the same cashier")
    expires_at: datetime = strawberry.field(description="Until when the session is good")
    holder: str = strawberry.field(description="The consumer's number, masked")
    cards: list[PreparedCard] = strawberry.field(description="Cards, the one opened first first")
    services: list[PreparedService] = strawberry.field(description="Paid single services, oldest order first")


def shown(prepared: Prepared, locale: Locale) -> PreparedRedemption:
    """As the schema has it."""
    return PreparedRedemption(
        session=prepared.session,
        expires_at=prepared.expires_at,
        holder=prepared.holder_masked,
        cards=[_card(each, locale) for each in prepared.cards],
        services=[_line(each, locale) for each in prepared.lines],
    )


def _card(usable: UsableCard, locale: Locale) -> PreparedCard:
    card = usable.card
    return PreparedCard(
        card_id=_id("Card", card.merchant_id, card.id),
        number=card.number,
        type_name=usable.type_name,
        refusal=_refusal(usable.refusal, locale),
        entries=[_entry(card.merchant_id, each) for each in usable.entries],
    )


def _entry(merchant_id: object, entry: Entry) -> PreparedEntry:
    return PreparedEntry(
        key=entry.key,
        unit=entry.unit,
        service_id=_id("Service", merchant_id, entry.service_id) if entry.service_id else None,
        name=entry.name,
        available=entry.available,
        value_fen=Fen(entry.value_fen),
        expires_at=entry.expires_at,
        next_lot_id=_id("CardLot", merchant_id, entry.lot_ids[0]),
    )


def _line(usable: UsableLine, locale: Locale) -> PreparedService:
    line = usable.line
    return PreparedService(
        order_line_id=_id("OrderLine", line.merchant_id, line.id),
        order_number=usable.order.number,
        service_id=_id("Service", line.merchant_id, line.product_id),
        name=line.name,
        available=usable.available,
        value_fen=Fen(usable.value_fen),
        refusal=_refusal(usable.refusal, locale),
    )


def _refusal(refusal: Refusal | None, locale: Locale) -> PreparedRefusal | None:
    if refusal is None:
        return None
    told = user_errors(refusal, locale)
    return PreparedRefusal(code=refusal.code, message=told["message"], data=told["data"])


def _id(type_name: str, merchant_id: object, row_id: object) -> strawberry.ID:
    return strawberry.ID(GlobalId(type_name, merchant_id, row_id).encode())  # type: ignore[arg-type]
