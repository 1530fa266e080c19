"""The kinds of files that can be taken, and how each is recognised by its contents."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import puremagic

from prepaid.core.files.errors import FileContentMismatch
from prepaid.core.files.inspection import (
    inspect_csv,
    inspect_jpeg,
    inspect_pdf,
    inspect_png,
    inspect_webp,
    inspect_xlsx,
)

HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: media type, extensions, and a look at its structure."""

    media_type: str
    extensions: tuple[str, ...]
    """With the dot; the first one is what a downloaded file is called."""
    inspect: Callable[[BinaryIO], None]
    """Raises `UploadRefused` when the structure is not that of this kind, or is dangerous."""
    magic: bool = True
    """Whether such files begin with a signature."""

    def check(self, file: BinaryIO) -> None:
        """Look at the contents of a file of at least one byte.

        Raises:
            UploadRefused: they are of another kind, damaged or dangerous.
        """
        file.seek(0)
        if self.magic and self.media_type not in _signatures(file.read(HEAD_BYTES)):
            raise FileContentMismatch
        file.seek(0)
        self.inspect(file)


def _signatures(head: bytes) -> set[str]:
    """Media types that the first bytes may belong to."""
    try:
        return {match.mime_type for match in puremagic.magic_string(head)}
    except (puremagic.PureError, ValueError):
        return set()


PDF = FileKind("application/pdf", (".pdf",), inspect_pdf)
PNG = FileKind("image/png", (".png",), inspect_png)
JPEG = FileKind("image/jpeg", (".jpg", ".jpeg"), inspect_jpeg)
WEBP = FileKind("image/webp", (".webp",), inspect_webp)
XLSX = FileKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",), inspect_xlsx)
CSV = FileKind("text/csv", (".csv",), inspect_csv, magic=False)
