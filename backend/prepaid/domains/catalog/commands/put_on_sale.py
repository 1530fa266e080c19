"""Putting a version on sale, and taking a product off sale."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.catalog.commands.submit_version import step
from prepaid.domains.catalog.errors import NothingOnSale
from prepaid.domains.catalog.events import ProductOffSale, ProductOnSale
from prepaid.domains.catalog.models import PackageVersion, PriceChange
from prepaid.domains.catalog.models.publication import ProductRow, VersionRow
from prepaid.domains.catalog.reads.versions import PRODUCTS, VERSIONS, price_of, version_of
from prepaid.domains.catalog.rules.products import ProductKind, VersionState
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.pinyin import search_text


async def put_on_sale(
    tx: WriteSession, actor: Actor, *, kind: ProductKind, merchant_id: UUID, version_id: UUID
) -> ProductRow:
    """A reviewed version can be bought from now on; the one before goes off sale, what was sold keeps its version.

    Raises:
        NotFound, VersionStepImpossible.
    """
    product, version = await version_of(tx, kind, merchant_id, version_id, "versionId")
    before = await _on_sale(tx, kind, product)
    if before is not None and before is not version:
        before.state, before.off_sale_at = VersionState.OFF_SALE.value, clock.now()
        await tx.flush()
    step(version, VersionState.ON_SALE)
    version.on_sale_at, version.off_sale_at = clock.now(), None
    product.on_sale_version_id, product.name = version.id, version.name
    product.search = search_text(version.name, product.number)
    await _note_price(tx, actor, kind, version, before)
    await tx.flush()
    await audit.record(
        tx,
        "product.on_sale",
        object_type=type(product).__name__,
        object_id=product.id,
        tenant=merchant_id,
        before={"version": before and before.version},
        after={"version": version.version, "priceFen": price_of(version)},
    )
    await events.publish(tx, ProductOnSale(merchant_id, kind.value, product.id, version.id))
    return product


async def take_off_sale(
    tx: WriteSession, actor: Actor, *, kind: ProductKind, merchant_id: UUID, product_id: UUID
) -> ProductRow:
    """A product cannot be bought any more; what was sold goes on.

    Raises:
        NotFound, NothingOnSale.
    """
    product = await tx.get(PRODUCTS[kind], (merchant_id, product_id), with_for_update=True)
    if product is None:
        raise NotFound(path=("productId",))
    version = await _on_sale(tx, kind, product)
    if version is None:
        raise NothingOnSale(path=("productId",))
    step(version, VersionState.OFF_SALE)
    version.off_sale_at, product.on_sale_version_id = clock.now(), None
    await tx.flush()
    await audit.record(
        tx,
        "product.off_sale",
        object_type=type(product).__name__,
        object_id=product.id,
        tenant=merchant_id,
        before={"version": version.version},
    )
    await events.publish(tx, ProductOffSale(merchant_id, kind.value, product.id, version.id))
    return product


async def _on_sale(tx: WriteSession, kind: ProductKind, product: ProductRow) -> VersionRow | None:
    key = {"merchant_id": product.merchant_id, "product_id": product.id, "state": VersionState.ON_SALE.value}
    found: VersionRow | None = await tx.scalar(select(VERSIONS[kind]).filter_by(**key).with_for_update())
    return found


async def _note_price(
    tx: WriteSession, actor: Actor, kind: ProductKind, version: VersionRow, before: VersionRow | None
) -> None:
    price = price_of(version)
    if price is None or (before is not None and price_of(before) == price):
        return
    tx.add(
        PriceChange(
            merchant_id=version.merchant_id,
            id=uuid7(),
            kind=kind.value,
            product_id=version.product_id,
            version_id=version.id,
            price_fen=price,
            list_value_fen=version.list_value_fen if isinstance(version, PackageVersion) else None,
            since=clock.now(),
            by=actor.account_id,
        )
    )
