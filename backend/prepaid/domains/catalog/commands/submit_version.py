"""Submitting a version to the bank's review, and taking it back."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.catalog.commands.gather_evidence import gather_evidence
from prepaid.domains.catalog.commands.settle_package import settle_package
from prepaid.domains.catalog.errors import VersionStepImpossible
from prepaid.domains.catalog.models import PackageVersion, ProductReview
from prepaid.domains.catalog.models.publication import VersionRow
from prepaid.domains.catalog.reads.versions import price_of, version_of
from prepaid.domains.catalog.rules.products import VERSION_STATES, ProductKind, VersionState
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def submit_version(
    tx: WriteSession, actor: Actor, *, kind: ProductKind, merchant_id: UUID, version_id: UUID
) -> ProductReview:
    """Hand a draft to the bank, with the evidence as it stands; the version does not change any more.

    Raises:
        NotFound, VersionStepImpossible.
        Refusal: of a package that must not be sold, as `settle_package`.
    """
    product, version = await version_of(tx, kind, merchant_id, version_id, "versionId")
    step(version, VersionState.SUBMITTED)
    if isinstance(version, PackageVersion):
        await settle_package(tx, version)
    version.submitted_at, version.submitted_by = clock.now(), actor.account_id
    review = ProductReview(
        merchant_id=merchant_id,
        id=uuid7(),
        kind=kind.value,
        product_id=product.id,
        version_id=version.id,
        product_number=product.number,
        product_name=version.name,
        version=version.version,
        price_fen=price_of(version),
        state="OPEN",
        submitted_at=version.submitted_at,
        submitted_by=actor.account_id,
        decided_at=None,
        decided_by=None,
        reason=None,
    )
    tx.add(review)
    await tx.flush()
    await gather_evidence(tx, review, version)
    await audit.record(
        tx,
        "product.submitted",
        object_type=type(product).__name__,
        object_id=product.id,
        tenant=merchant_id,
        after={"version": version.version, "review": review.id},
    )
    return review


async def withdraw_submission(
    tx: WriteSession, actor: Actor, *, kind: ProductKind, merchant_id: UUID, version_id: UUID
) -> VersionRow:
    """Take a submission back as long as nobody has decided it.

    Raises:
        NotFound, VersionStepImpossible.
    """
    product, version = await version_of(tx, kind, merchant_id, version_id, "versionId")
    step(version, VersionState.DRAFT)
    open_review = select(ProductReview).filter_by(merchant_id=merchant_id, version_id=version_id, state="OPEN")
    review = (await tx.scalars(open_review.with_for_update())).one()
    review.state, review.decided_at, review.decided_by = "WITHDRAWN", clock.now(), actor.account_id
    version.submitted_at = version.submitted_by = None
    await tx.flush()
    await audit.record(
        tx,
        "product.withdrawn",
        object_type=type(product).__name__,
        object_id=product.id,
        tenant=merchant_id,
        after={"version": version.version},
    )
    return version


def step(version: VersionRow, to: VersionState) -> None:
    """Bring a version into its next state. Raises `VersionStepImpossible`."""
    before = VersionState(version.state)
    if not VERSION_STATES.can(before, to):
        raise VersionStepImpossible(path=("versionId",), **{"from": before.value, "to": to.value})
    version.state = to.value
