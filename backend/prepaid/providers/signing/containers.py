"""Signature containers (CMS) as bytes of a file, found without reading the file's structure."""

import hashlib
import re
from typing import Final

_CONTENTS: Final = re.compile(rb"/Contents\s*<((?:[0-9A-Fa-f]{2}){1000,})>")


def containers_in(document: bytes) -> list[bytes]:
    """Digests of everything in a file that looks like a signature container, also when nothing else can be read."""
    return [container_digest(bytes.fromhex(found[1].decode())) for found in _CONTENTS.finditer(document)]


def container_digest(padded: bytes) -> bytes:
    """SHA-256 of the DER value at the beginning; what follows it is padding."""
    length = len(padded)
    if len(padded) > 4 and padded[1] & 0x80:
        octets = padded[1] & 0x7F
        length = min(length, 2 + octets + int.from_bytes(padded[2 : 2 + octets]))
    return hashlib.sha256(padded[:length]).digest()
