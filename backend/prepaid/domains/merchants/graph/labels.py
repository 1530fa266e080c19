"""Enums of merchants in the schema, with their Chinese labels."""

from prepaid.domains.merchants.rules.type_terms import LegalRegime, TypeState
from prepaid.graph.types import described_enum

described_enum(
    LegalRegime,
    {
        LegalRegime.SINGLE_PURPOSE_CARD: "单用途预付卡: single-purpose commercial prepaid cards",
        LegalRegime.SPORTS_FITNESS: "体育健身: prepaid sports and fitness",
        LegalRegime.TRAINING: "校外培训: prepaid training outside school",
    },
)
described_enum(
    TypeState,
    {
        TypeState.DRAFT: "草稿: being drafted",
        TypeState.PUBLISHED: "已发布: in force for what begins now",
        TypeState.RETIRED: "已停用: kept for what was made under it",
    },
    name="MerchantTypeState",
)
