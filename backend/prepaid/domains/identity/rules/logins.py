"""A login: the mobile number or the e-mail address by which a person signs in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from prepaid.kit.identifiers import InvalidIdentifier, normalise_email, normalise_phone
from prepaid.kit.masking import mask_email, mask_phone

_LONGEST_UNKNOWN: Final = 320


class LoginKind(StrEnum):
    """What a login is; also the purpose of its blind index."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Login:
    """One spelling of a login."""

    kind: LoginKind
    value: str

    @property
    def masked(self) -> str:
        return mask_phone(self.value) if self.kind is LoginKind.PHONE else mask_email(self.value)


def read_login(text: str) -> Login:
    """The login that a text means.

    Raises:
        InvalidIdentifier: it is neither a mobile number nor an e-mail address.
    """
    if "@" in text or "＠" in text:
        return Login(LoginKind.EMAIL, normalise_email(text))
    return Login(LoginKind.PHONE, normalise_phone(text))


def tried_login(text: str) -> Login:
    """The same for an attempt to sign in: what cannot be a login is looked for all the same, in the same time."""
    try:
        return read_login(text)
    except InvalidIdentifier:
        return Login(LoginKind.EMAIL, text[:_LONGEST_UNKNOWN].encode("utf-8", "replace").decode())
