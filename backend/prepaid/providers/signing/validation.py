"""What signatures a PDF carries, and what became of it since: read and checked by pyHanko's validator."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus, async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

UNREADABLE: Final = (
    *(PdfError, SigningError, SignatureValidationError, ValueError, KeyError),
    *(TypeError, IndexError, AttributeError, AssertionError, RecursionError, OSError, NotImplementedError),
)
"""A damaged or hostile file fails anywhere in a reader; whatever it raises says only that it cannot be read."""

_CONTENTS: Final = re.compile(rb"/Contents\s*<((?:[0-9A-Fa-f]{2}){1000,})>")


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


async def inspect_signatures(document: bytes, *, root: bytes, at: datetime) -> Inspection:
    """Read and check every signature against the root certificate `root` (DER), as of `at`."""
    keywords = ""
    try:
        reader = PdfFileReader(BytesIO(document))
        keywords = _keywords(reader)
        embedded = list(reader.embedded_regular_signatures)
    except UNREADABLE:
        return Inspection(readable=False, keywords=keywords)
    trust = asn1_x509.Certificate.load(root)
    found = [await _inspect(signature, trust, at) for signature in embedded]
    return Inspection(readable=True, signatures=tuple(found), keywords=keywords)


def containers_in(document: bytes) -> list[bytes]:
    """Digests of everything in a file that looks like a signature container, also when nothing else can be read."""
    return [_container_digest(bytes.fromhex(found[1].decode())) for found in _CONTENTS.finditer(document)]


def _container_digest(padded: bytes) -> bytes:
    """SHA-256 of the DER value at the beginning; what follows it is padding."""
    length = len(padded)
    if len(padded) > 4 and padded[1] & 0x80:
        octets = padded[1] & 0x7F
        length = min(length, 2 + octets + int.from_bytes(padded[2 : 2 + octets]))
    return hashlib.sha256(padded[:length]).digest()


def _keywords(reader: PdfFileReader) -> str:
    properties = reader.trailer_view
    return str(properties["/Info"].get("/Keywords", "")) if "/Info" in properties else ""


async def _inspect(signature: EmbeddedPdfSignature, root: asn1_x509.Certificate, at: datetime) -> FoundSignature:
    certificate = signature.signer_cert
    stamped = _stamped_at(signature)
    try:
        status = await async_validate_pdf_signature(
            signature,
            # Certificates may have expired since: what counts is when the trusted time stamp was given.
            signer_validation_context=_context(root, stamped or at),
            ts_validation_context=_context(root, at),
        )
    except UNREADABLE:
        status = None
    name = certificate.subject.native.get("common_name", "") if certificate is not None else ""
    return FoundSignature(
        field_name=str(signature.field_name),
        signer=name if isinstance(name, str) else "",
        certificate_serial=certificate.serial_number if certificate is not None else 0,
        signed_at=stamped,
        intact=status is not None and bool(status.intact and status.valid),
        trusted=status is not None and _is_trusted(status),
        whole_file=status is not None and status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        changed_since=status is None or _is_changed(status),
        digest=_container_digest(signature.pkcs7_content),
    )


def _context(root: asn1_x509.Certificate, moment: datetime) -> ValidationContext:
    return ValidationContext(trust_roots=[root], allow_fetching=False, revocation_mode="soft-fail", moment=moment)


def _stamped_at(signature: EmbeddedPdfSignature) -> datetime | None:
    try:
        for attribute in signature.signer_info["unsigned_attrs"]:
            if attribute["type"].native == "signature_time_stamp_token":
                token = attribute["values"][0]["content"]
                stamped: datetime = token["encap_content_info"]["content"].parsed["gen_time"].native
                return stamped
    except UNREADABLE:
        return None
    return None


def _is_trusted(status: PdfSignatureStatus) -> bool:
    stamp = status.timestamp_validity
    return bool(status.trusted and stamp is not None and stamp.intact and stamp.valid and stamp.trusted)


def _is_changed(status: PdfSignatureStatus) -> bool:
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return False
    if status.coverage != SignatureCoverageLevel.ENTIRE_REVISION:
        return True
    level = status.modification_level
    return level is None or level > ModificationLevel.FORM_FILLING or not status.docmdp_ok
