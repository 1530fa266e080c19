"""Merchant types as they are read."""

from datetime import datetime

from sqlalchemy import exists

from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.domains.merchants import models as m
from prepaid.domains.merchants.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.merchants.rules.type_terms import LegalRegime, TypeState
from prepaid.graph.types import (
    SIGNED_IN,
    ActionState,
    Connection,
    Fen,
    action,
    actions,
    column,
    connection,
    expr,
    extend,
    graph_type,
    one,
)


@graph_type(m.MerchantType, permission=SIGNED_IN)
class MerchantType:
    """A kind of merchant (商户类型): it decides forms, limits, money rules and pages."""

    code: str = column(m.MerchantType.code, "Code, unique", filterable=True, sortable=True)
    name: str = expr(
        lambda ctx: m.MerchantType.name_en if ctx.locale == "en" else m.MerchantType.name_zh,
        "Name in the caller's language",
    )
    name_zh: str = column(m.MerchantType.name_zh, "Chinese name", filterable=True)
    name_en: str = column(m.MerchantType.name_en, "English name", filterable=True)
    retired_at: datetime | None = column(m.MerchantType.retired_at, "Since when it takes no applications")
    created_at: datetime = column(m.MerchantType.created_at, "When it was made", sortable=True)
    available_actions: list[ActionState] = actions(
        action(
            "publishMerchantType",
            offered=lambda ask: exists().where(
                m.MerchantTypeVersion.type_id == m.MerchantType.id, m.MerchantTypeVersion.state == "DRAFT"
            ),
        ),
        action("retireMerchantType", offered=lambda ask: m.MerchantType.retired_at.is_(None)),
    )
    in_force: "MerchantTypeVersion | None" = one(
        "MerchantTypeVersion",
        "The published version",
        on=lambda kind, version: (version.type_id == kind.id) & (version.state == "PUBLISHED"),
    )
    versions: Connection["MerchantTypeVersion"] = connection(
        "MerchantTypeVersion",
        "Its versions, newest first",
        on=lambda kind, version: version.type_id == kind.id,
        permission="merchant_type.read",
        order_by=["-version"],
    )


@graph_type(m.MerchantTypeVersion, permission=SIGNED_IN)
class MerchantTypeVersion:
    """One version of a type's terms; a published one never changes."""

    version: int = column(m.MerchantTypeVersion.version, "Number, from 1", sortable=True)
    state: TypeState = column(m.MerchantTypeVersion.state, "State", filterable=True)
    revision: int = column(m.MerchantTypeVersion.revision, "Raised by every save of a draft")
    features: list[str] = column(m.MerchantTypeVersion.features, "Features that its merchants may have")
    legal_regime: LegalRegime = column(m.MerchantTypeVersion.legal_regime, "Rules that its business stands under")
    deepest_discount_bps: int = column(
        m.MerchantTypeVersion.deepest_discount_bps, "Lowest sale price as a share of the list value, basis points"
    )
    longest_term_days: int | None = column(m.MerchantTypeVersion.longest_term_days, "Longest term; null: no cap")
    most_lessons: int | None = column(m.MerchantTypeVersion.most_lessons, "Most lessons prepaid; null: no cap")
    registered_face_limit_fen: Fen = column(m.MerchantTypeVersion.registered_face_limit_fen, "Cap of a registered card")
    anonymous_face_limit_fen: Fen = column(m.MerchantTypeVersion.anonymous_face_limit_fen, "Cap of an anonymous card")
    custody_min_bps: int = column(m.MerchantTypeVersion.custody_min_bps, "Lowest custody ratio r, basis points")
    custody_default_bps: int = column(m.MerchantTypeVersion.custody_default_bps, "Usual custody ratio")
    custody_max_bps: int = column(m.MerchantTypeVersion.custody_max_bps, "Highest custody ratio")
    holdback_min_bps: int = column(m.MerchantTypeVersion.holdback_min_bps, "Lowest holdback h, basis points")
    holdback_default_bps: int = column(m.MerchantTypeVersion.holdback_default_bps, "Usual holdback")
    holdback_max_bps: int = column(m.MerchantTypeVersion.holdback_max_bps, "Highest holdback")
    deposit_base_fen: Fen = column(m.MerchantTypeVersion.deposit_base_fen, "Deposit of every merchant")
    deposit_per_store_fen: Fen = column(m.MerchantTypeVersion.deposit_per_store_fen, "Deposit besides for each store")
    deposit_balance_bps: int = column(
        m.MerchantTypeVersion.deposit_balance_bps, "Share of the unperformed balance deposited besides, basis points"
    )
    deposit_cap_fen: Fen | None = column(m.MerchantTypeVersion.deposit_cap_fen, "Most that is deposited; null: no cap")
    deposit_grace_days: int = column(m.MerchantTypeVersion.deposit_grace_days, "Days before issuing is paused")
    made_at: datetime = column(m.MerchantTypeVersion.made_at, "When it was last saved", sortable=True)
    published_at: datetime | None = column(m.MerchantTypeVersion.published_at, "Since when it is in force")
    available_actions: list[ActionState] = actions(action("saveMerchantTypeTerms"))
    type: MerchantType | None = one(
        "MerchantType", "Whose version it is", on=lambda version, kind: kind.id == version.type_id
    )


extend(
    Merchant,
    "type",
    one("MerchantType", "Its type", on=lambda merchant, kind: kind.code == merchant.type_code),
    annotation=MerchantType | None,
)
