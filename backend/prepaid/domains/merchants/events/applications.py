"""Facts of applications and companies."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ApplicationStepped:
    """An application is in another state now."""

    merchant_id: UUID
    application_id: UUID
    kind: str
    from_state: str
    to_state: str


@dataclass(frozen=True, slots=True)
class MerchantAdmitted:
    """The bank accepted the company: its contract is drawn up, its deposit becomes due."""

    merchant_id: UUID
    application_id: UUID
    type_code: str
    type_version_id: UUID


@dataclass(frozen=True, slots=True)
class MerchantActivated:
    """Everything that onboarding asks for is there."""

    merchant_id: UUID
    type_code: str


@dataclass(frozen=True, slots=True)
class CompanyChanged:
    """Licence, legal person, payee account or premises are others now: a risk event (风险事件)."""

    merchant_id: UUID
    application_id: UUID
    kind: str
    """LICENCE, LEGAL_PERSON, PAYEE_ACCOUNT or PREMISES."""
    fields: tuple[str, ...]
    """Keys of the form's fields with other values."""


@dataclass(frozen=True, slots=True)
class AppidAssigned:
    """The merchant has a mini-program of its own."""

    merchant_id: UUID
    appid: str
