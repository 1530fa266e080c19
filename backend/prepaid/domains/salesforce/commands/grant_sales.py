"""Deciding who may sell what."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.catalog.reads.versions import PRODUCTS
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.salesforce.errors import AlreadyAuthorised
from prepaid.domains.salesforce.models import SalesAuthorisation
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.domains.salesforce.reads.person_obstacles import AUTHORISING
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def grant_sales(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    salesperson_id: UUID,
    kind: ProductKind,
    product_id: UUID | None,
) -> SalesAuthorisation:
    """A person may sell a product, or with `product_id` None every product of the kind, from now on.

    Raises:
        NotFound, AlreadyAuthorised.
        SalespersonNotSelling: the person has left.
    """
    person = await salesperson_of(tx, merchant_id, salesperson_id, lock=True)
    await ensure_none(tx, actor, AUTHORISING, person, path=("salespersonId",))
    if product_id is not None and await tx.get(PRODUCTS[kind], (merchant_id, product_id)) is None:
        raise NotFound(path=("productId",))
    what = {"product_kind": kind.value, "product_id": product_id}
    held = select(SalesAuthorisation.id).filter_by(
        merchant_id=merchant_id, salesperson_id=person.id, until=None, **what
    )
    if await tx.scalar(held):
        raise AlreadyAuthorised(path=("salespersonId",))
    given = SalesAuthorisation(
        merchant_id=merchant_id,
        id=uuid7(),
        salesperson_id=person.id,
        since=clock.now(),
        until=None,
        given_by=actor.account_id,
        **what,
    )
    tx.add(given)
    await tx.flush()
    await audit.record(
        tx,
        "sales_authorisation.granted",
        object_type="Salesperson",
        object_id=person.id,
        tenant=merchant_id,
        after={"productKind": kind, "product": product_id},
    )
    return given


async def withdraw_sales(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, authorisation_id: UUID
) -> SalesAuthorisation:
    """An authorisation ends now; one that has ended stays as it was.

    Raises:
        NotFound.
    """
    given = await tx.get(SalesAuthorisation, (merchant_id, authorisation_id), with_for_update=True)
    if given is None:
        raise NotFound(path=("authorisationId",))
    if given.until is None:
        given.until = clock.now()
        await tx.flush()
        await audit.record(
            tx,
            "sales_authorisation.withdrawn",
            object_type="Salesperson",
            object_id=given.salesperson_id,
            tenant=merchant_id,
            before={"productKind": given.product_kind, "product": given.product_id},
        )
    return given
