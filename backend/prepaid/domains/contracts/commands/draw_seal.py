"""The image of a seal: drawn by the platform, or checked when it was uploaded."""

import struct
from typing import Final

from prepaid.domains.contracts.errors.seals import SealImageUnusable
from prepaid.domains.contracts.rules.scenes import SealKind
from prepaid.providers.typesetting import typeset

PACKAGE: Final = "prepaid.domains.contracts"
WORDS: Final = {
    SealKind.OFFICIAL: "",
    SealKind.CONTRACT: "合同专用章",
    SealKind.FINANCE: "财务专用章",
    SealKind.LEGAL_REPRESENTATIVE: "法定代表人章",
}
SMALLEST_PIXELS: Final = 200
LARGEST_PIXELS: Final = 2_000


async def draw_seal(name: str, kind: SealKind, code: str) -> bytes:
    """A round seal with the company's name, as PNG with a transparent ground."""
    data = {"name": name, "kind": WORDS[kind], "code": code}
    return await typeset(PACKAGE, "layout/seal.typ", data, kind="png")


def require_usable(image: bytes) -> None:
    """An uploaded image can be printed at 42 mm. Raises `SealImageUnusable`."""
    width, height = struct.unpack(">II", image[16:24])
    if not all(SMALLEST_PIXELS <= side <= LARGEST_PIXELS for side in (width, height)):
        raise SealImageUnusable(path=("image",))
