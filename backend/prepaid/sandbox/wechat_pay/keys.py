"""The keys of both sides: the provider's own, and those it handed to its only partner."""

import os
import secrets
import string
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from prepaid.providers.wechat_pay.config import API_V3_KEY, PARTNER_KEY, PLATFORM_KEY

PLATFORM_PRIVATE: Final = "platform_private.pem"


@dataclass(frozen=True, slots=True)
class Keys:
    """What the provider signs and decrypts with, and knows its partner by."""

    platform: RSAPrivateKey
    partner: RSAPublicKey
    api_v3: str


def keys_in(folder: Path) -> Keys:
    """The keys of the folder, made when missing; the partner's side reads its own from there."""
    if not (folder / API_V3_KEY).exists():
        _make(folder)
    platform, partner = _private(folder / PLATFORM_PRIVATE), _private(folder / PARTNER_KEY)
    return Keys(platform, partner.public_key(), (folder / API_V3_KEY).read_text())


def _make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    platform, partner = generate_private_key(65537, 2048), generate_private_key(65537, 2048)
    _write(folder / PLATFORM_PRIVATE, _pem(platform))
    _write(folder / PARTNER_KEY, _pem(partner))
    public = platform.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    _write(folder / PLATFORM_KEY, public)
    # The last file: whoever sees it finds the others whole.
    letters = string.ascii_letters + string.digits
    _write(folder / API_V3_KEY, "".join(secrets.choice(letters) for _ in range(32)).encode())


def _write(file: Path, contents: bytes) -> None:
    draft = file.with_suffix(".draft")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(contents)
    draft.rename(file)


def _pem(key: RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _private(file: Path) -> RSAPrivateKey:
    key = load_pem_private_key(file.read_bytes(), None)
    assert isinstance(key, RSAPrivateKey)
    return key
