"""PAdES baseline B-T signatures (ETSI EN 319 142-1) by the platform's own certificates, through pyHanko."""

from datetime import datetime
from io import BytesIO
from typing import Any
from uuid import UUID

from asn1crypto import x509 as asn1_x509
from asn1crypto.algos import SignedDigestAlgorithm
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers import Signer as CmsSigner
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from prepaid.providers.signing.authority import CertificateAuthority
from prepaid.providers.signing.interface import Holder, SignRequest, StoredKey
from prepaid.providers.signing.key_store import KeyStore
from prepaid.providers.signing.time_stamps import PlatformTimeStamper

DER_SIGNATURE_BYTES = 72
"""Longest ECDSA signature on P-256 in DER: what an estimate of the space reserves."""
WHOLE_BOX = SimpleBoxLayoutRule(
    x_align=AxisAlignment.ALIGN_MID,
    y_align=AxisAlignment.ALIGN_MID,
    margins=Margins(),
    inner_content_scaling=InnerScaling.NO_SCALING,
)


class PlatformSigner:
    """A `Signer` whose certificates come from the platform's own root."""

    def __init__(self, keys: KeyStore, root: StoredKey, time_stamps: StoredKey) -> None:
        self._keys, self._root, self._time_stamps = keys, root, time_stamps
        self._authority = CertificateAuthority(keys)

    def certify(self, holder: Holder, *, tenant: UUID, key_id: UUID, at: datetime, days: int) -> StoredKey:
        """See `Signer`."""
        return self._authority.new_seal(self._root, holder, tenant=tenant, key_id=key_id, at=at, days=days)

    async def sign(self, request: SignRequest) -> bytes:
        """See `Signer`. Raises `pyhanko.sign.general.SigningError` when the document forbids the signature."""
        metadata = PdfSignatureMetadata(
            field_name=request.field_name,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=request.reason,
            location=request.location,
            certify=request.certify,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        signer = _PdfSignerAt(
            metadata,
            _StoredKeySigner(self._keys, request.key, self._root),
            timestamper=PlatformTimeStamper(self._keys, self._time_stamps, self._root, request.at),
            stamp_style=StaticStampStyle(
                background=_Page(request.appearance), background_layout=WHOLE_BOX, border_width=0
            ),
        )
        signer.at = request.at
        output = BytesIO()
        writer = IncrementalPdfFileWriter(BytesIO(request.document))
        await signer.async_sign_pdf(writer, existing_fields_only=True, output=output)
        return output.getvalue()


class _StoredKeySigner(CmsSigner):
    """Hands pyHanko signatures, and no key."""

    def __init__(self, keys: KeyStore, key: StoredKey, root: StoredKey) -> None:
        certificates = SimpleCertificateStore()
        certificates.register(asn1_x509.Certificate.load(root.certificate))
        super().__init__(
            signing_cert=asn1_x509.Certificate.load(key.certificate),
            signature_mechanism=SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
            cert_registry=certificates,
        )
        self._keys, self._key = keys, key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if digest_algorithm != "sha256":
            raise ValueError(f"signatures are made over SHA-256, not {digest_algorithm}")
        return bytes(DER_SIGNATURE_BYTES) if dry_run else self._keys.sign(self._key, data)


class _PdfSignerAt(PdfSigner):
    """Takes the time of a signature from the product's one clock."""

    at: datetime

    def init_signing_session(self, *args: Any, **options: Any) -> Any:
        session = super().init_signing_session(*args, **options)
        session.system_time = self.at
        return session


class _Page(PdfContent):
    """The first page of a PDF as the content of a signature field."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        self.resources.xobject["/Seal"] = page
        left, bottom, right, top = map(float, page.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Seal Do"
