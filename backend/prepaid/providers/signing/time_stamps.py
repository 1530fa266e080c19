"""The platform's own time stamping authority (RFC 3161), spoken to in this process."""

import hashlib
import secrets
from datetime import datetime
from typing import Final

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.general import as_signing_certificate_v2, simple_cms_attribute
from pyhanko.sign.timestamps import TimeStamper

from prepaid.providers.signing.interface import StoredKey
from prepaid.providers.signing.key_store import KeyStore

POLICY: Final = "1.3.6.1.4.1.59999.1.1"
"""Names this authority's practice: time of the product's one clock, accurate to a second."""
SERIAL_BITS: Final = 64


class PlatformTimeStamper(TimeStamper):
    """Answers time stamp requests with a key of the key store, as of one instant."""

    def __init__(self, keys: KeyStore, key: StoredKey, root: StoredKey, at: datetime) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._keys, self._key, self._at = keys, key, at
        self._certificate = asn1_x509.Certificate.load(key.certificate)
        self._root = asn1_x509.Certificate.load(root.certificate)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """A granted response with the token for the request's imprint."""
        info = self._token_info(req).dump()
        attributes = cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),
                simple_cms_attribute("message_digest", hashlib.sha256(info).digest()),
                simple_cms_attribute("signing_time", cms.Time({"utc_time": core.UTCTime(self._at)})),
                simple_cms_attribute("signing_certificate_v2", as_signing_certificate_v2(self._certificate)),
            ]
        )
        content = {
            "version": "v3",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": {"content_type": "tst_info", "content": cms.ParsableOctetString(info)},
            "certificates": [self._certificate, self._root],
            "signer_infos": [self._signer_info(attributes)],
        }
        token = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(content)})
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})

    def _token_info(self, request: tsp.TimeStampReq) -> tsp.TSTInfo:
        info = {
            "version": "v1",
            "policy": POLICY,
            "message_imprint": request["message_imprint"],
            "serial_number": secrets.randbits(SERIAL_BITS),
            "gen_time": self._at,
            "accuracy": {"seconds": 1},
            "tsa": asn1_x509.GeneralName(name="directory_name", value=self._certificate.subject),
        }
        if request["nonce"].native is not None:
            info["nonce"] = request["nonce"]
        return tsp.TSTInfo(info)

    def _signer_info(self, attributes: cms.CMSAttributes) -> cms.SignerInfo:
        identity = {"issuer": self._certificate.issuer, "serial_number": self._certificate.serial_number}
        return cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier({"issuer_and_serial_number": identity}),
                "digest_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                "signed_attrs": attributes,
                "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
                "signature": self._keys.sign(self._key, attributes.dump()),
            }
        )
