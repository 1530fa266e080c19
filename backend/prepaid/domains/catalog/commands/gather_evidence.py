"""Gathering what a reviewer should know of a version."""

from collections.abc import Iterator

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.catalog.models import (
    CardTypeVersion,
    PackageVersion,
    PriceChange,
    ProductReview,
    ReviewFinding,
    SensitiveWord,
    ServiceVersion,
)
from prepaid.domains.catalog.models.publication import VersionRow
from prepaid.domains.catalog.reads.versions import price_of
from prepaid.domains.catalog.rules.evidence import (
    Finding,
    FindingKind,
    Severity,
    against_history,
    against_limit,
    against_median,
)
from prepaid.domains.catalog.rules.words import WordFinder
from prepaid.domains.identity.models import Merchant
from prepaid.domains.merchants.models import MerchantTypeVersion
from prepaid.kit.ids import uuid7


async def gather_evidence(tx: WriteSession, review: ProductReview, version: VersionRow) -> None:
    """Write the findings beside the review; only the bank reads them, since they compare with other merchants."""
    async with tx.under(DbRole.WORKER):
        found = [*await _prices(tx, version), *await _words(tx, version), *await _limits(tx, version)]
        tx.add_all(
            ReviewFinding(
                merchant_id=review.merchant_id,
                id=uuid7(),
                review_id=review.id,
                position=place,
                kind=each.kind.value,
                severity=each.severity.value,
                field=each.field,
                starts_at=each.starts_at,
                ends_at=each.ends_at,
                word=each.word,
                value=each.value,
                compared_with=each.compared_with,
            )
            for place, each in enumerate(found)
        )
        await tx.flush()


async def _prices(tx: WriteSession, version: VersionRow) -> list[Finding]:
    price = price_of(version)
    if price is None:
        return []
    before = await tx.scalars(
        select(PriceChange.price_fen)
        .filter_by(merchant_id=version.merchant_id, product_id=version.product_id)
        .order_by(PriceChange.since.desc(), PriceChange.id.desc())
        .limit(10)
    )
    found = [*against_history(price, list(before))]
    if isinstance(version, ServiceVersion):
        found += against_median(price, await _others(tx, version))
    return found


async def _others(tx: WriteSession, version: ServiceVersion) -> list[int]:
    """Unit prices on sale for the same category and unit at other merchants of the same type."""
    own = select(Merchant.type_code).where(Merchant.id == version.merchant_id).scalar_subquery()
    query = (
        select(ServiceVersion.unit_price_fen)
        .join(Merchant, Merchant.id == ServiceVersion.merchant_id)
        .where(
            Merchant.type_code == own,
            ServiceVersion.merchant_id != version.merchant_id,
            ServiceVersion.category == version.category,
            ServiceVersion.unit == version.unit,
            ServiceVersion.state == "ON_SALE",
        )
    )
    return list(await tx.scalars(query))


async def _words(tx: WriteSession, version: VersionRow) -> Iterator[Finding]:
    finder = WordFinder(await tx.scalars(select(SensitiveWord.word)))
    texts = {"name": version.name, "description": version.description}
    texts |= {f"attributes.{key}": value for key, value in version.attributes.items() if isinstance(value, str)}
    return (
        Finding(
            kind=FindingKind.SENSITIVE_WORD,
            severity=Severity.ALARM,
            field=field,
            starts_at=hit.starts_at,
            ends_at=hit.ends_at,
            word=hit.word,
        )
        for field, text in texts.items()
        for hit in finder.find(text)
    )


async def _limits(tx: WriteSession, version: VersionRow) -> list[Finding]:
    kind = await tx.get_one(MerchantTypeVersion, version.type_version_id)
    if isinstance(version, CardTypeVersion):
        registered = version.kind == "REGISTERED"
        limit = kind.registered_face_limit_fen if registered else kind.anonymous_face_limit_fen
        return [against_limit("faceLimitFen", version.face_limit_fen, limit)]
    if isinstance(version, PackageVersion) and version.list_value_fen:
        discount = 10_000 - version.sale_price_fen * 10_000 // version.list_value_fen
        found = [against_limit("discountBps", discount, 10_000 - kind.deepest_discount_bps)]
        if kind.longest_term_days is not None and version.term_days is not None:
            found.append(against_limit("termDays", version.term_days, kind.longest_term_days))
        return found
    return []
