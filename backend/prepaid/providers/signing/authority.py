"""The platform's own certification authority (RFC 5280): a root, its time stamping certificate, seal certificates."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from prepaid.providers.signing.interface import Holder, StoredKey
from prepaid.providers.signing.key_store import KeyStore

ROOT_DAYS: Final = 365 * 20
TIME_STAMP_DAYS: Final = 365 * 10
BACKDATED: Final = timedelta(minutes=5)
"""Clocks differ: a certificate is good a little before it was made."""
LONGEST_NAME: Final = 64
"""Upper bound of X.520 for common and organisation names."""
DOCUMENT_SIGNING: Final = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""id-kp-documentSigning (RFC 9336)."""


class CertificateAuthority:
    """Issues certificates with a key that lies in the key store."""

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys

    def new_root(self, holder: Holder, *, tenant: UUID, key_id: UUID, at: datetime) -> StoredKey:
        """A self-signed root that signs certificates and nothing else."""
        public, sealed = self._keys.generate(tenant, key_id)
        name = _name(holder)
        builder = (
            _begin(name, name, public, at, ROOT_DAYS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(certificates=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        )
        return _stored(self._keys.sign_certificate(builder, tenant, key_id, sealed), tenant, key_id, sealed)

    def new_time_stamper(
        self, root: StoredKey, holder: Holder, *, tenant: UUID, key_id: UUID, at: datetime
    ) -> StoredKey:
        """A certificate for time stamps alone (RFC 3161, 2.3: the usage is critical and the only one)."""
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        return self._issue(root, holder, tenant, key_id, at, TIME_STAMP_DAYS, usage, critical=True)

    def new_seal(
        self, root: StoredKey, holder: Holder, *, tenant: UUID, key_id: UUID, at: datetime, days: int
    ) -> StoredKey:
        """A certificate for a seal: signs documents, and cannot deny it."""
        usage = x509.ExtendedKeyUsage([DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
        return self._issue(root, holder, tenant, key_id, at, days, usage, critical=False)

    def _issue(
        self,
        root: StoredKey,
        holder: Holder,
        tenant: UUID,
        key_id: UUID,
        at: datetime,
        days: int,
        usage: x509.ExtendedKeyUsage,
        *,
        critical: bool,
    ) -> StoredKey:
        issuer = x509.load_der_x509_certificate(root.certificate)
        issuer_key = issuer.public_key()
        assert isinstance(issuer_key, ec.EllipticCurvePublicKey)
        public, sealed = self._keys.generate(tenant, key_id)
        builder = (
            _begin(_name(holder), issuer.subject, public, at, days)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(certificates=False), critical=True)
            .add_extension(usage, critical=critical)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False)
        )
        certificate = self._keys.sign_certificate(builder, root.tenant, root.id, root.sealed)
        return _stored(certificate, tenant, key_id, sealed)


def _begin(
    subject: x509.Name, issuer: x509.Name, public: ec.EllipticCurvePublicKey, at: datetime, days: int
) -> x509.CertificateBuilder:
    begins = (at - BACKDATED).replace(microsecond=0)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
    )


def _usage(*, certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=not certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _name(holder: Holder) -> x509.Name:
    attributes = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, holder.organisation[:LONGEST_NAME]),
        x509.NameAttribute(NameOID.COMMON_NAME, holder.name[:LONGEST_NAME]),
    ]
    if holder.organisation_code:
        # ETSI EN 319 412-1, 5.1.4: an identifier of a national register.
        code = f"NTRCN-{holder.organisation_code}"
        attributes.append(x509.NameAttribute(NameOID.ORGANIZATION_IDENTIFIER, code))
    return x509.Name(attributes)


def _stored(certificate: x509.Certificate, tenant: UUID, key_id: UUID, sealed: bytes) -> StoredKey:
    return StoredKey(
        tenant=tenant,
        id=key_id,
        certificate=certificate.public_bytes(Encoding.DER),
        sealed=sealed,
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
    )
