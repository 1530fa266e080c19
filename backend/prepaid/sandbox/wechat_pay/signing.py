"""Signatures of the protocol, and the envelope of a notification."""

import base64
import json
import re
import secrets
import time
from typing import Any, Final
from uuid import uuid4

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP, PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from starlette.requests import Request

from prepaid.providers.wechat_pay.config import SANDBOX_MCHID, SANDBOX_PLATFORM_KEY_ID, SANDBOX_SERIAL
from prepaid.providers.wechat_pay.notification import ALGORITHM, CIPHER
from prepaid.sandbox.wechat_pay.books import Refused, now_text
from prepaid.sandbox.wechat_pay.keys import Keys

FRESH_SECONDS: Final = 300
_PART = re.compile(r'(\w+)="([^"]*)"')


def authenticate(request: Request, body: bytes, keys: Keys) -> None:
    """Refuse a request that the partner has not signed just now.

    Raises:
        Refused: 401 SIGN_ERROR.
    """
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    parts = dict(_PART.findall(rest))
    target = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    try:
        signed = f"{request.method}\n{target}\n{parts['timestamp']}\n{parts['nonce_str']}\n{body.decode()}\n"
        keys.partner.verify(base64.b64decode(parts["signature"]), signed.encode(), PKCS1v15(), SHA256())
        fresh = abs(time.time() - int(parts["timestamp"])) <= FRESH_SECONDS
        known = (parts["mchid"], parts["serial_no"]) == (SANDBOX_MCHID, SANDBOX_SERIAL)
    except (InvalidSignature, KeyError, ValueError):
        raise Refused(401, "SIGN_ERROR", "签名错误") from None
    if scheme != ALGORITHM or not fresh or not known:
        raise Refused(401, "SIGN_ERROR", "签名错误")


def signed_headers(
    body: bytes, key: RSAPrivateKey, *, age_seconds: int = 0, key_id: str = SANDBOX_PLATFORM_KEY_ID
) -> dict[str, str]:
    """Headers of an answer or a notification, signed `age_seconds` ago."""
    timestamp, nonce = str(int(time.time()) - age_seconds), secrets.token_hex(16)
    signed = b"\n".join((timestamp.encode(), nonce.encode(), body)) + b"\n"
    return {
        "Wechatpay-Timestamp": timestamp,
        "Wechatpay-Nonce": nonce,
        "Wechatpay-Serial": key_id,
        "Wechatpay-Signature": base64.b64encode(key.sign(signed, PKCS1v15(), SHA256())).decode(),
        "Wechatpay-Signature-Type": ALGORITHM,
        "Content-Type": "application/json",
    }


def envelope(event: str, kind: str, resource: dict[str, Any], api_v3_key: str) -> bytes:
    """A notification's body: the resource encrypted, everything else in the open."""
    nonce = secrets.token_hex(6)
    plain = json.dumps(resource, ensure_ascii=False, separators=(",", ":")).encode()
    encrypted = AESGCM(api_v3_key.encode()).encrypt(nonce.encode(), plain, kind.encode())
    body = {
        "id": str(uuid4()),
        "create_time": now_text(),
        "event_type": event,
        "resource_type": "encrypt-resource",
        "summary": event,
        "resource": {
            "original_type": kind,
            "algorithm": CIPHER,
            "ciphertext": base64.b64encode(encrypted).decode(),
            "associated_data": kind,
            "nonce": nonce,
        },
    }
    return json.dumps(body, separators=(",", ":")).encode()


def decrypted(field: str | None, keys: Keys) -> str | None:
    """A name that the partner encrypted with the provider's public key.

    Raises:
        Refused: 400 PARAM_ERROR.
    """
    if field is None:
        return None
    padding = OAEP(mgf=MGF1(algorithm=SHA1()), algorithm=SHA1(), label=None)  # noqa: S303 - the protocol's own
    try:
        return keys.platform.decrypt(base64.b64decode(field), padding).decode()
    except ValueError:
        raise Refused(400, "PARAM_ERROR", "敏感字段无法解密") from None
