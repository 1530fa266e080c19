"""The sale desk (收银销售): who may be named as the seller, and what a sale would do."""

from typing import Annotated
from uuid import UUID

import strawberry
from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.errors import Locale, NotFound, Refusal
from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.domains.ordering.commands.foresee_sale import Foreseen, Sale, foresee_sale
from prepaid.domains.ordering.graph.inputs import CartItemInput, items_of
from prepaid.domains.ordering.graph.queries import OrderQuote, shown_quote
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.reads.people import of_member
from prepaid.graph.errors import user_errors
from prepaid.graph.types import JSON, GlobalID, Info, query_field
from prepaid.kit.ids import GlobalId


@strawberry.type(description="Somebody who may be named as the seller of a sale.")
class DeskSeller:
    """A seller."""

    id: strawberry.ID = strawberry.field(description="The salesperson")
    name: str = strawberry.field(description="Name")
    staff_number: str = strawberry.field(description="Number")
    own: bool = strawberry.field(description="Whether it is the caller himself")


@strawberry.type(description="Why a sale would be refused.")
class SaleRefusal:
    """A refusal as data."""

    code: str = strawberry.field(description="Code, as in `userErrors`")
    message: str = strawberry.field(description="In the caller's language")
    data: JSON | None = strawberry.field(description="Its data")


@strawberry.type(description="A card of the buyer that a package could go on.")
class DeskCard:
    """A card."""

    id: strawberry.ID = strawberry.field(description="The card")
    number: str = strawberry.field(description="Its number")


@strawberry.type(description="What a sale at the desk would do now (预览): nothing is written.")
class CounterSale:
    """A sale that is foreseen."""

    known: bool = strawberry.field(description="Whether the buyer has bought here before")
    buyer_name: str | None = strawberry.field(description="His name, masked")
    identified: bool = strawberry.field(description="Whether his name and identity number are on record")
    identity_needed: bool = strawberry.field(description="Whether this sale asks for name and identity number")
    quote: OrderQuote | None = strawberry.field(description="What it costs; null where it cannot be priced")
    cards: list[DeskCard] = strawberry.field(description="Cards of the buyer that it could go on, oldest first")
    waiting_number: str | None = strawberry.field(description="Number of the order that waits for this card")
    refusals: list[SaleRefusal] = strawberry.field(description="What would refuse it; empty: nothing")


@query_field(permission="order.sell", cost=20)
async def desk_sellers(
    info: Info,
    merchant_id: Annotated[GlobalID | None, strawberry.argument(description="Merchant; absent: one's own")] = None,
) -> list[DeskSeller]:
    """Salespeople of the merchant who are at work, by number."""
    actor = info.context.actor
    merchant = own_merchant(actor, merchant_id)
    async with info.context.database.write(actor) as tx, tx.under(DbRole.WORKER):
        people = (
            await tx.scalars(
                select(Salesperson)
                .filter_by(merchant_id=merchant, status="ACTIVE")
                .order_by(Salesperson.staff_number)
                .limit(200)
            )
        ).all()
        own = await of_member(tx, merchant, actor.membership_id) if actor.membership_id else None
    return [
        DeskSeller(
            id=_id("Salesperson", merchant, each.id),
            name=each.name,
            staff_number=each.staff_number,
            own=own is not None and each.id == own.id,
        )
        for each in people
    ]


@query_field(permission="order.sell", cost=150)
async def counter_sale(
    info: Info,
    store_id: Annotated[GlobalID, strawberry.argument(description="Store that sells")],
    items: Annotated[list[CartItemInput], strawberry.argument(description="One package, or services")],
    phone: Annotated[str | None, strawberry.argument(description="The buyer's mobile number")] = None,
    salesperson_id: Annotated[GlobalID | None, strawberry.argument(description="Who sells")] = None,
    card_id: Annotated[GlobalID | None, strawberry.argument(description="Card to recharge, of several")] = None,
    merchant_id: Annotated[GlobalID | None, strawberry.argument(description="Merchant; absent: one's own")] = None,
) -> CounterSale | None:
    """What a sale would do; null for a number that is none, and for the store of somebody else."""
    actor = info.context.actor
    try:
        sale = Sale(
            merchant_id=own_merchant(actor, merchant_id),
            store_id=store_id.of("Store", path=("storeId",)).id,
            items=items_of(items),
            phone=phone,
            salesperson_id=optional_id(salesperson_id, "Salesperson", "salespersonId"),
            card_id=optional_id(card_id, "Card", "cardId"),
        )
        async with info.context.database.write(actor) as tx:
            found = await foresee_sale(tx, actor, sale, keyring=info.context.services.keyring)
    except (NotFound, Refusal):
        return None
    return _shown(sale.merchant_id, found, actor.locale)


def _shown(merchant_id: UUID, found: Foreseen, locale: Locale) -> CounterSale:
    waiting = found.waiting
    return CounterSale(
        known=found.known,
        buyer_name=found.buyer_name,
        identified=found.identified,
        identity_needed=found.identity_needed,
        quote=shown_quote(found.quote, waiting.id if waiting else None) if found.quote else None,
        cards=[DeskCard(id=_id("Card", merchant_id, each.id), number=each.number) for each in found.cards],
        waiting_number=waiting.number if waiting else None,
        refusals=[_refusal(each, locale) for each in found.refusals],
    )


def _refusal(refusal: Refusal, locale: Locale) -> SaleRefusal:
    told = user_errors(refusal, locale)
    return SaleRefusal(code=refusal.code, message=told["message"], data=told["data"])


def _id(type_name: str, merchant_id: UUID, row_id: UUID) -> strawberry.ID:
    return strawberry.ID(GlobalId(type_name, merchant_id, row_id).encode())
