"""What signatures a PDF carries, and what became of it since: read and checked by pyHanko's validator."""

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

from prepaid.providers.signing.containers import container_digest
from prepaid.providers.signing.interface import FoundSignature, Inspection

UNREADABLE: Final = (
    *(PdfError, SigningError, SignatureValidationError, ValueError, KeyError),
    *(TypeError, IndexError, AttributeError, AssertionError, RecursionError, OSError, NotImplementedError),
)
"""A damaged or hostile file fails anywhere in a reader; whatever it raises says only that it cannot be read."""


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
        digest=container_digest(signature.pkcs7_content),
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
