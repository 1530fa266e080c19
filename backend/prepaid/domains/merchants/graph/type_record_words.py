"""What the audit trail calls merchant types and their terms, in the words of the pages."""

from typing import Final

from strawberry.utils.str_converters import to_snake_case

from prepaid.core.audit.words import FieldWords, describe, field
from prepaid.domains.merchants.graph.type_pages import FEATURES, REGIMES, TERMS

VALUES: Final = {
    name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for name, dictionary in (("legal_regime", REGIMES), ("features", FEATURES))
}
TERM_WORDS: Final[dict[str, FieldWords | None]] = {
    name: field(term.label.zh, term.label.en, VALUES.get(name))
    for name, term in ((to_snake_case(term.key), term) for term in TERMS)
}

describe("MerchantType", "商户类型", "Merchant type", naming="merchantType", fields={
    **TERM_WORDS,
    "retiredAt": field("停用时间", "Retired at"),
})  # fmt: skip
