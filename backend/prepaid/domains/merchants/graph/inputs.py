"""Inputs of the mutations of merchant types."""

from dataclasses import fields

import strawberry

from prepaid.domains.merchants.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.rules.type_terms import LegalRegime, TypeTerms
from prepaid.graph.types import Fen, GlobalID


@strawberry.input(description="A new merchant type.")
class CreateMerchantTypeInput:
    """Input of `createMerchantType`."""

    code: str = strawberry.field(description="Code: small letters, digits, underscores")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="Terms of the next version of a type. Shares in basis points, 10,000 is the whole.")
class SaveMerchantTypeTermsInput:
    """Input of `saveMerchantTypeTerms`."""

    version_id: GlobalID = strawberry.field(description="The draft, or the version that the next one begins from")
    expected_revision: int | None = strawberry.field(default=None, description="Revision of the draft one started from")
    features: list[str] | None = strawberry.field(default=None, description="Features that its merchants may have")
    legal_regime: LegalRegime = strawberry.field(description="Rules that its business stands under")
    deepest_discount_bps: int = strawberry.field(description="Lowest sale price as a share of the list value")
    longest_term_days: int | None = strawberry.field(default=None, description="Longest prepaid term; null: no cap")
    most_lessons: int | None = strawberry.field(default=None, description="Most lessons prepaid; null: no cap")
    registered_face_limit_fen: Fen = strawberry.field(description="Cap of a registered card, at most 5,000.00")
    anonymous_face_limit_fen: Fen = strawberry.field(description="Cap of an anonymous card, at most 1,000.00")
    custody_min_bps: int = strawberry.field(description="Lowest custody ratio")
    custody_default_bps: int = strawberry.field(description="Usual custody ratio")
    custody_max_bps: int = strawberry.field(description="Highest custody ratio")
    holdback_min_bps: int = strawberry.field(description="Lowest holdback")
    holdback_default_bps: int = strawberry.field(description="Usual holdback")
    holdback_max_bps: int = strawberry.field(description="Highest holdback")
    deposit_base_fen: Fen = strawberry.field(description="Deposit of every merchant")
    deposit_per_store_fen: Fen = strawberry.field(description="Deposit besides for each store")
    deposit_balance_bps: int = strawberry.field(description="Share of the unperformed balance besides")
    deposit_cap_fen: Fen | None = strawberry.field(default=None, description="Most that is deposited; null: no cap")
    deposit_grace_days: int = strawberry.field(description="Days before issuing is paused")

    def read(self) -> TypeTerms:
        """As the commands take them."""
        values = {each.name: getattr(self, each.name) for each in fields(TypeTerms)}
        return TypeTerms(**values | {"features": tuple(self.features or ())})


@strawberry.input(description="A type whose draft comes into force.")
class PublishMerchantTypeInput:
    """Input of `publishMerchantType`."""

    type_id: GlobalID = strawberry.field(description="The type")
    expected_revision: int | None = strawberry.field(default=None, description="Revision of the draft one has seen")


@strawberry.input(description="A type that takes no applications any more.")
class RetireMerchantTypeInput:
    """Input of `retireMerchantType`."""

    type_id: GlobalID = strawberry.field(description="The type")
    reason: str = strawberry.field(description="Reason, at least 5 characters")
