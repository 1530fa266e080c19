"""What the product asks of whoever signs documents, and what it learns of signatures."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whom a certificate names."""

    name: str
    """Common name, e.g. the company and the kind of seal."""
    organisation: str
    organisation_code: str = ""
    """Unified social credit code (统一社会信用代码), as the X.520 organizationIdentifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredKey:
    """A key with its certificate as the database holds them; the private part is sealed by the key ring."""

    tenant: UUID
    id: UUID
    certificate: bytes
    """DER."""
    sealed: bytes = field(repr=False)
    not_before: datetime
    not_after: datetime

    def holds_at(self, at: datetime) -> bool:
        """Whether the certificate is within its time."""
        return self.not_before <= at < self.not_after


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRequest:
    """One signature to be made."""

    document: bytes = field(repr=False)
    field_name: str
    """An empty signature field of the document."""
    key: StoredKey
    appearance: bytes = field(repr=False)
    """A PDF of one page of the field's size: what is seen in the field."""
    reason: str
    location: str
    at: datetime
    certify: bool = False
    """The first signature of a document: from then on only further signature fields may be filled in."""


class Signer(Protocol):
    """Makes seal certificates and signs with them."""

    def certify(self, holder: Holder, *, tenant: UUID, key_id: UUID, at: datetime, days: int) -> StoredKey:
        """A new key with its certificate."""

    async def sign(self, request: SignRequest) -> bytes:
        """The document with one more signature and its time stamp, as an incremental update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSignature:
    """One signature of a document."""

    field_name: str
    signer: str
    """Common name of the certificate."""
    certificate_serial: int
    signed_at: datetime | None
    """By the embedded time stamp."""
    intact: bool
    """The bytes that it covers are those that were signed, and the signature over them is right."""
    trusted: bool
    """Certificate and time stamp lead to the platform's root, and were within their time."""
    whole_file: bool
    """Nothing at all stands after what it covers."""
    changed_since: bool
    """What was added later is more than further signatures."""
    digest: bytes
    """SHA-256 of the signature container (CMS), without the padding after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """All signatures in their order; without any, the file is unsigned or cannot be read."""

    readable: bool
    signatures: tuple[FoundSignature, ...] = ()
    keywords: str = ""
    """From the document's properties; whoever changes a file can change them."""

    @property
    def sound(self) -> bool:
        """Every signature stands, and nothing but signatures was added."""
        signatures = self.signatures
        return bool(signatures) and all(s.intact and s.trusted and not s.changed_since for s in signatures)
