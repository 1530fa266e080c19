"""The bank's decision on a version."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.catalog.commands.submit_version import step
from prepaid.domains.catalog.models import ProductReview
from prepaid.domains.catalog.reads.review_obstacles import DECIDING
from prepaid.domains.catalog.reads.versions import version_of
from prepaid.domains.catalog.rules.products import ProductKind, VersionState
from prepaid.domains.identity.commands.wording import free_text, reason_text
from prepaid.kit import clock


async def decide_review(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, review_id: UUID, approve: bool, reason: str = ""
) -> ProductReview:
    """Approve or reject a submission; of two who decide at once, one is told what the other did.

    Raises:
        NotFound, ReviewDecided.
        OwnSubmission: whoever submitted it decides nothing.
        ReasonTooShort: a rejection says why.
    """
    reason = free_text(reason) if approve else reason_text(reason)
    review = await tx.get(ProductReview, (merchant_id, review_id), with_for_update=True)
    if review is None:
        raise NotFound(path=("reviewId",))
    await ensure_none(tx, actor, DECIDING, review, path=("reviewId",))
    product, version = await version_of(tx, ProductKind(review.kind), merchant_id, review.version_id, "reviewId")
    step(version, VersionState.APPROVED if approve else VersionState.REJECTED)
    version.decided_at = review.decided_at = clock.now()
    review.state, review.decided_by, review.reason = version.state, actor.account_id, reason or None
    await tx.flush()
    await audit.record(
        tx,
        "product.approved" if approve else "product.rejected",
        object_type=type(product).__name__,
        object_id=product.id,
        tenant=merchant_id,
        after={"version": version.version, "state": version.state},
        reason=reason or None,
    )
    return review
