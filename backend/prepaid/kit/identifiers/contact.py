"""How to reach a person: mobile phone and e-mail."""

import re

from prepaid.kit.identifiers.invalid import (
    IdentifierKind,
    IdentifierReason,
    narrow,
    require,
    require_shape,
)

_COUNTRY_CODE = re.compile(r"^(?:\+86|0086|86(?=[0-9]{11}\Z))")
_MOBILE = re.compile(r"[0-9]{11}")
_MOBILE_PREFIX = re.compile(r"1[3-9]")
_EMAIL_CHARACTERS = re.compile(r"[!-~]+")
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{1,58}}[a-z0-9])")


def normalise_phone(text: str) -> str:
    """A mobile number of mainland China: 11 digits, without +86, 0086, spaces, dashes and brackets.

    Raises:
        InvalidIdentifier: EMPTY, LENGTH, CHARACTERS, PREFIX (mobile numbers begin with 13 to 19).
    """
    kind = IdentifierKind.CN_MOBILE
    value = _COUNTRY_CODE.sub("", narrow(kind, text, drop=" -()"))
    require_shape(kind, value, lengths=range(11, 12), pattern=_MOBILE)
    require(_MOBILE_PREFIX.match(value), kind, IdentifierReason.PREFIX)
    return value


def normalise_email(text: str) -> str:
    """An ASCII address, in lower case as a whole.

    Pragmatic: a dot-atom of RFC 5321 at a domain with at least one dot; no quoted names, no address
    literals. RFC 5321 lets the part before the @ depend on case, but mailboxes do not, and two accounts
    that differ in case only would be one person's mistake.

    Raises:
        InvalidIdentifier: EMPTY, LENGTH (64 before the @, 254 in all), CHARACTERS, FORM.
    """
    kind = IdentifierKind.EMAIL
    value = narrow(kind, text, drop="").lower()
    require(len(value) <= 254, kind, IdentifierReason.LENGTH)
    require(_EMAIL_CHARACTERS.fullmatch(value), kind, IdentifierReason.CHARACTERS)
    local, at, domain = value.rpartition("@")
    require(len(local) <= 64, kind, IdentifierReason.LENGTH)
    require(at and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain), kind, IdentifierReason.FORM)
    return value
