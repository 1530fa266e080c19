"""The version of a product that an edit changes, or begins."""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, StaleObject
from prepaid.domains.catalog.errors import VersionStepImpossible
from prepaid.domains.catalog.models.publication import ProductRow, VersionRow
from prepaid.domains.catalog.rules.products import EDITABLE, VersionState
from prepaid.domains.merchants.models import MerchantTypeVersion
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.pinyin import search_text

P = TypeVar("P", bound=ProductRow)
V = TypeVar("V", bound=VersionRow)


async def new_product(tx: WriteSession, model: type[P], merchant_id: UUID, letter: str, name: str) -> P:
    """A product without a version yet, with the next readable number."""
    lock = func.hashtextextended(f"{model.__tablename__}:{merchant_id}", 0)
    await tx.execute(select(func.pg_advisory_xact_lock(lock)))
    count = await tx.scalar(select(func.count()).select_from(model).where(model.merchant_id == merchant_id))
    product = model(
        merchant_id=merchant_id,
        id=uuid7(),
        number=f"{letter}{(count or 0) + 1:04d}",
        name=name,
        search=search_text(name),
        on_sale_version_id=None,
        created_at=clock.now(),
    )
    tx.add(product)
    await tx.flush()
    return product


async def product_of(tx: WriteSession, model: type[P], merchant_id: UUID, product_id: UUID, *path: str) -> P:
    """One product, locked. Raises `NotFound`."""
    product = await tx.get(model, (merchant_id, product_id), with_for_update=True)
    if product is None:
        raise NotFound(path=path)
    return product


async def write_version(
    tx: WriteSession,
    actor: Actor,
    model: type[V],
    product: ProductRow,
    kind: MerchantTypeVersion,
    columns: dict[str, Any],
    *,
    expected_revision: int | None,
) -> V:
    """Put the columns into the version being worked on, or into the next one where none is.

    Raises:
        VersionStepImpossible: the version is being reviewed.
        StaleObject: somebody else saved it since.
    """
    latest = await tx.scalar(
        select(model)
        .filter_by(merchant_id=product.merchant_id, product_id=product.id)
        .order_by(model.version.desc())
        .limit(1)
        .with_for_update()
    )
    before: dict[str, Any] | None = None
    if latest is not None and latest.state == VersionState.SUBMITTED:
        raise VersionStepImpossible(path=("id",), **{"from": latest.state, "to": VersionState.DRAFT.value})
    if latest is not None and VersionState(latest.state) in EDITABLE:
        if expected_revision is not None and expected_revision != latest.revision:
            raise StaleObject(path=("expectedRevision",))
        version = latest
        before = {name: getattr(version, name) for name in columns}
        version.revision += 1
    else:
        version = model(
            merchant_id=product.merchant_id,
            id=uuid7(),
            product_id=product.id,
            version=(latest.version if latest else 0) + 1,
            revision=1,
        )
        tx.add(version)
    for name, value in columns.items():
        setattr(version, name, value)
    version.state, version.type_version_id = VersionState.DRAFT.value, kind.id
    version.made_at, version.made_by = clock.now(), actor.account_id
    version.submitted_at = version.submitted_by = version.decided_at = None
    if product.on_sale_version_id is None:
        product.name, product.search = version.name, search_text(version.name)
    await tx.flush()
    await audit.record(
        tx,
        "product.saved",
        object_type=type(product).__name__,
        object_id=product.id,
        tenant=product.merchant_id,
        before=before,
        after=columns | {"version": version.version},
    )
    return version
