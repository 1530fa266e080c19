"""The merchant types that a bank begins with: four that differ in earnest."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.merchants.commands.create_merchant_type import create_merchant_type
from prepaid.domains.merchants.commands.publish_merchant_type import publish_merchant_type
from prepaid.domains.merchants.models import MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.rules.type_terms import LegalRegime, TypeTerms


@dataclass(frozen=True, slots=True)
class SeededType:
    """A type with its first terms."""

    code: str
    zh: str
    en: str
    terms: TypeTerms


TYPES: Final = (
    SeededType(
        "ice_rink",
        "滑冰馆",
        "Ice rink",
        TypeTerms(
            features=("coupons", "gifting", "seasons", "performers"),
            legal_regime=LegalRegime.SPORTS_FITNESS,
            deepest_discount_bps=5_000,
            longest_term_days=730,
            most_lessons=200,
            custody_default_bps=4_000,
            holdback_default_bps=1_000,
            deposit_base_fen=2_000_000,
            deposit_per_store_fen=500_000,
            deposit_grace_days=15,
        ),
    ),
    SeededType(
        "swimming_pool",
        "游泳馆",
        "Swimming pool",
        TypeTerms(
            features=("coupons", "gifting", "seasons", "courses", "performers"),
            legal_regime=LegalRegime.SPORTS_FITNESS,
            deepest_discount_bps=4_500,
            longest_term_days=365,
            most_lessons=120,
            custody_default_bps=5_000,
            deposit_base_fen=3_000_000,
            deposit_per_store_fen=1_000_000,
            deposit_balance_bps=500,
            deposit_cap_fen=20_000_000,
        ),
    ),
    SeededType(
        "dance_school",
        "舞蹈培训",
        "Dance school",
        TypeTerms(
            features=("coupons", "courses", "performers"),
            legal_regime=LegalRegime.TRAINING,
            deepest_discount_bps=6_000,
            longest_term_days=92,
            most_lessons=60,
            custody_min_bps=10_000,
            custody_default_bps=10_000,
            holdback_max_bps=0,
            deposit_base_fen=5_000_000,
            deposit_grace_days=7,
        ),
    ),
    SeededType(
        "beauty_salon",
        "美容美发",
        "Beauty salon",
        TypeTerms(
            features=("coupons", "gifting", "stored_value", "performers"),
            legal_regime=LegalRegime.SINGLE_PURPOSE_CARD,
            deepest_discount_bps=7_000,
            longest_term_days=1_095,
            custody_default_bps=4_000,
            holdback_default_bps=500,
            deposit_base_fen=1_000_000,
            deposit_per_store_fen=300_000,
            deposit_balance_bps=300,
        ),
    ),
)
"""A dance school prepays at most 3 months or 60 lessons, all of it in custody: rules for training outside school."""


async def seed_merchant_types(tx: WriteSession) -> None:
    """Draft the types that are missing; their forms and overlays may name them now."""
    known = set(await tx.scalars(select(MerchantType.code)))
    for each in TYPES:
        if each.code not in known:
            await create_merchant_type(tx, tx.actor, code=each.code, name_zh=each.zh, name_en=each.en, terms=each.terms)


async def publish_merchant_types(tx: WriteSession) -> None:
    """Put types that were never published into force, with the forms that are published by now."""
    published = select(MerchantTypeVersion.type_id).where(MerchantTypeVersion.state != "DRAFT")
    for each in (await tx.scalars(select(MerchantType).where(MerchantType.id.not_in(published)))).all():
        await publish_merchant_type(tx, tx.actor, type_id=each.id)
