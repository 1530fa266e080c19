"""Whom the bank does no business with (黑名单), found by what an application says of itself."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from prepaid.kit.identifiers import normalise_id_card, normalise_uscc
from prepaid.kit.identifiers.invalid import InvalidIdentifier
from prepaid.kit.masking import mask_id_card, mask_name

LONGEST_PERSONS_NAME: Final = 4
"""Characters; a longer name is a company's, which is no secret."""


class BlacklistKind(StrEnum):
    """What an entry names (名单类型)."""

    COMPANY_CODE = "COMPANY_CODE"
    ID_NUMBER = "ID_NUMBER"
    NAME = "NAME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """What is known of an applicant; what is unknown stays empty."""

    company_code: str | None = None
    company_name: str | None = None
    id_number: str | None = None
    person_name: str | None = None

    def values(self) -> list[tuple[BlacklistKind, str]]:
        """What there is to look for, in the spelling of the list; what is malformed is on no list."""
        given = (
            (BlacklistKind.COMPANY_CODE, self.company_code),
            (BlacklistKind.ID_NUMBER, self.id_number),
            (BlacklistKind.NAME, self.company_name),
            (BlacklistKind.NAME, self.person_name),
        )
        found = ((kind, spelled(kind, value)) for kind, value in given if value)
        return [(kind, value) for kind, value in found if value]


def spelled(kind: BlacklistKind, value: str) -> str | None:
    """The one spelling by which an entry is found; None when no such code or name exists."""
    try:
        if kind is BlacklistKind.COMPANY_CODE:
            return normalise_uscc(value)
        if kind is BlacklistKind.ID_NUMBER:
            return normalise_id_card(value, accept_fictitious=True)
    except InvalidIdentifier:
        return None
    return _folded(value) or None


def _folded(name: str) -> str:
    """A name without case, width, blanks and brackets, in which the same company is written in several ways."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))


def shown(kind: BlacklistKind, value: str) -> str:
    """What the list shows of an entry: people masked, companies whole."""
    if kind is BlacklistKind.ID_NUMBER:
        return mask_id_card(value)
    if kind is BlacklistKind.NAME and len(value) <= LONGEST_PERSONS_NAME:
        return mask_name(value)
    return value


INDEX_PURPOSES: Final[Mapping[BlacklistKind, str]] = {kind: f"blacklist.{kind.lower()}" for kind in BlacklistKind}
"""Purposes of the blind indexes: equal values of different kinds have different ones."""
