"""What every onboarding form has to ask for, whatever the merchant type: found by the keys of its fields."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from prepaid.domains.merchants.rules.applications import ApplicationKind
from prepaid.domains.pages.rules.fields import AnyField, PatternName, TextField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.nested import get

CODES: Final = ("uscc", "orgCode", "licenceNumber")
NEEDED: Final = ("companyName", "legalPerson")
"""Keys of fields that a form must have; besides it needs one of `CODES`."""
SENSITIVE: Final = frozenset({PatternName.CN_ID_CARD, PatternName.BANK_CARD, PatternName.CN_MOBILE})
"""Formats whose values are stored encrypted and shown masked."""
CHANGED_BY: Final[Mapping[ApplicationKind, tuple[str, ...]]] = {
    ApplicationKind.LICENCE: ("companyName", "codeType", *CODES, "registeredCapital", "foundedOn", "licence"),
    ApplicationKind.LEGAL_PERSON: ("legalPerson", "legalPersonId", "contactPhone", "legalPersonDocument", "wechatId"),
    ApplicationKind.PAYEE_ACCOUNT: ("bankAccount", "accountName", "accountProof"),
    ApplicationKind.PREMISES: ("division", "address", "premises", "venue", "venueArea", "leaseContract"),
}
"""Keys of the fields that a change of each kind may touch; a section of the form named like the kind counts too."""


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """The company as its application says it; sensitive values plain."""

    company_name: str = ""
    code: str = ""
    legal_person: str = ""
    legal_person_id: str = ""
    phone: str = ""
    address: str = ""
    account_number: str = ""
    account_name: str = ""
    has_appid: bool | None = None
    appid: str = ""
    wechat_id: str = ""
    code_type: str = "USCC"


def missing_fields(form: Form) -> list[str]:
    """Keys that an onboarding form lacks."""
    missing = [key for key in NEEDED if key not in form.by_key]
    return missing if any(key in form.by_key for key in CODES) else [*missing, CODES[0]]


def company_facts(form: Form, values: Mapping[str, Any]) -> CompanyFacts:
    """What the values say, by the keys of the fields."""

    def of(key: str) -> Any:
        field = form.by_key.get(key)
        return None if field is None else get(values, field.path)

    kind = next((key for key in CODES if of(key)), CODES[0])
    return CompanyFacts(
        company_name=of("companyName") or "",
        code=of(kind) or "",
        legal_person=of("legalPerson") or "",
        legal_person_id=of("legalPersonId") or "",
        phone=of("contactPhone") or "",
        address=of("address") or "",
        account_number=of("bankAccount") or "",
        account_name=of("accountName") or "",
        has_appid=of("hasAppid"),
        appid=of("appid") or "",
        wechat_id=of("wechatId") or "",
        code_type={"uscc": "USCC", "orgCode": "ORG_CODE", "licenceNumber": "LICENCE"}[kind],
    )


def is_sensitive(field: AnyField) -> bool:
    """Whether a field's values are stored encrypted."""
    return isinstance(field, TextField) and (field.form in SENSITIVE or field.kind is ValueKind.PHONE or field.secret)


def sensitive_fields(form: Form) -> tuple[TextField, ...]:
    """Those that stand in the form itself; item fields of lists hold none (`misplaced`)."""
    return tuple(field for field in form.outer if isinstance(field, TextField) and is_sensitive(field))


def locked_by_kind(form: Form, kind: ApplicationKind) -> frozenset[str]:
    """Keys of the fields that a change of this kind leaves as they are; an onboarding locks none."""
    if kind is ApplicationKind.ONBOARDING:
        return frozenset()
    free = CHANGED_BY[kind]
    section = kind.value.lower()
    return frozenset(field.key for field in form.outer if field.key not in free and field.section != section)


def same_name(one: str, other: str) -> bool:
    """Whether two names or numbers are one, whatever the width of their characters and the spaces between them."""
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
