"""Reading a notification: nothing of it is believed before key, age, signature and encryption are right.

The SDK alone would accept a notification signed in 2001, would look up certificates for every invented serial
number, and raises bare exceptions for missing headers (design/security.md, 5.3); so its primitives are used and
the order of the checks is ours. Replays are harmless by themselves: events are kept once (domain payment).
"""

import re
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

import orjson
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from wechatpayv3.utils import aes_decrypt, rsa_verify

from prepaid.providers.payments import (
    NotificationFault,
    NotificationRefused,
    NotifiedStatus,
    ProviderUntrusted,
)
from prepaid.providers.wechat_pay.answers import charge_status, refund_status, transfer_status, understood

ALGORITHM: Final = "WECHATPAY2-SHA256-RSA2048"
CIPHER: Final = "AEAD_AES_256_GCM"
LONGEST_AGE_SECONDS: Final = 300
"""The provider's own libraries refuse what is signed more than five minutes away from now."""
LARGEST_BODY_BYTES: Final = 65_536
TIMESTAMP: Final = re.compile(r"[0-9]{1,12}")

READERS: Final[Mapping[str, Callable[[dict[str, Any]], NotifiedStatus]]] = {
    "TRANSACTION.SUCCESS": charge_status,
    "REFUND.SUCCESS": refund_status,
    "REFUND.ABNORMAL": refund_status,
    "REFUND.CLOSED": refund_status,
    "MCHTRANSFER.BILL.FINISHED": transfer_status,
}


def read_notification(
    headers: Mapping[str, str], body: bytes, *, key_id: str, key: RSAPublicKey, api_v3_key: str
) -> NotifiedStatus:
    """What the notification says. `headers`: with names in lower case.

    Raises:
        NotificationRefused: see `NotificationFault`.
    """
    text = _signed_text(headers, body, key_id=key_id, key=key)
    envelope = _object(text, NotificationFault.MALFORMED)
    resource = envelope.get("resource")
    if envelope.get("resource_type") != "encrypt-resource" or not isinstance(resource, dict):
        raise NotificationRefused(NotificationFault.MALFORMED)
    contents = _object(_decrypted(resource, api_v3_key), NotificationFault.MALFORMED)
    read = READERS.get(str(envelope.get("event_type")))
    if read is None:
        raise NotificationRefused(NotificationFault.UNEXPECTED_EVENT)
    try:
        return understood(read, contents)
    except ProviderUntrusted:
        raise NotificationRefused(NotificationFault.MALFORMED) from None


def _signed_text(headers: Mapping[str, str], body: bytes, *, key_id: str, key: RSAPublicKey) -> str:
    """The body as text, if it is signed with the provider's key, now."""
    timestamp, nonce = headers.get("wechatpay-timestamp", ""), headers.get("wechatpay-nonce", "")
    signature, kind = headers.get("wechatpay-signature", ""), headers.get("wechatpay-signature-type", "")
    if not (TIMESTAMP.fullmatch(timestamp) and nonce and signature) or kind != ALGORITHM:
        raise NotificationRefused(NotificationFault.MALFORMED)
    if len(body) > LARGEST_BODY_BYTES:
        raise NotificationRefused(NotificationFault.MALFORMED)
    if headers.get("wechatpay-serial") != key_id:
        raise NotificationRefused(NotificationFault.UNKNOWN_KEY)
    # The machine's time and not the business clock, as for the signatures of our own requests.
    if abs(time.time() - int(timestamp)) > LONGEST_AGE_SECONDS:
        raise NotificationRefused(NotificationFault.STALE)
    try:
        text = body.decode("utf-8")
        genuine = rsa_verify(timestamp, nonce, text, signature, key)
    except ValueError:
        genuine = False
    if not genuine:
        raise NotificationRefused(NotificationFault.FORGED_SIGNATURE)
    return text


def _decrypted(resource: dict[str, Any], api_v3_key: str) -> str:
    nonce, ciphertext = resource.get("nonce"), resource.get("ciphertext")
    associated = resource.get("associated_data") or ""
    if resource.get("algorithm") != CIPHER or not all(isinstance(x, str) for x in (nonce, ciphertext, associated)):
        raise NotificationRefused(NotificationFault.MALFORMED)
    try:
        plain = aes_decrypt(nonce, ciphertext, associated, api_v3_key)
    except ValueError:  # a nonce of another length, no base64, no UTF-8
        plain = None
    if plain is None:
        raise NotificationRefused(NotificationFault.UNDECRYPTABLE)
    return str(plain)


def _object(text: str, fault: NotificationFault) -> dict[str, Any]:
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise NotificationRefused(fault) from None
    if not isinstance(value, dict):
        raise NotificationRefused(fault)
    return value
