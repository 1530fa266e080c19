"""A look at the structure of each kind: enough to know that it is one, and that opening it is harmless.

Only headers and directories are read; nothing is unpacked or drawn.
"""

import struct
import zipfile
from typing import BinaryIO

from prepaid.core.files.errors import FileContentMismatch, FileUnsafe

LARGEST_PIXELS = 50_000_000
LARGEST_ENTRIES = 2_000
LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024
LARGEST_RATIO = 200
TAIL_BYTES = 1024
PNG_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"
JPEG_FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
WORKBOOK = "xl/workbook.xml"
ACTIVE_PARTS = ("vbaproject", "activex", "macrosheets", "embeddings/", "externallinks/")


def inspect_pdf(file: BinaryIO) -> None:
    """Begins and ends as ISO 32000 says, so that it is no other file with a PDF inside."""
    if file.read(5) != b"%PDF-" or b"%%EOF" not in _tail(file):
        raise FileContentMismatch


def inspect_png(file: BinaryIO) -> None:
    """Signature, header chunk with its dimensions, and nothing after the end chunk."""
    header = file.read(33)
    if len(header) < 33 or header[12:16] != b"IHDR" or not _tail(file).endswith(PNG_END):
        raise FileContentMismatch
    _refuse_huge(*struct.unpack(">II", header[16:24]))


def inspect_jpeg(file: BinaryIO) -> None:
    """A chain of segments that leads to a frame header with its dimensions."""
    if file.read(2) != b"\xff\xd8":
        raise FileContentMismatch
    while True:
        marker = file.read(2)
        if len(marker) < 2 or marker[0] != 0xFF:
            raise FileContentMismatch
        if marker[1] == 0xFF:
            file.seek(-1, 1)
            continue
        length = file.read(2)
        if len(length) < 2 or marker[1] == 0xDA:
            raise FileContentMismatch
        if marker[1] in JPEG_FRAMES:
            frame = file.read(5)
            if len(frame) < 5:
                raise FileContentMismatch
            height, width = struct.unpack(">HH", frame[1:])
            return _refuse_huge(width, height)
        file.seek(struct.unpack(">H", length)[0] - 2, 1)


def inspect_webp(file: BinaryIO) -> None:
    """A RIFF container whose length is the file's."""
    header = file.read(16)
    if len(header) < 16 or header[:4] != b"RIFF" or header[8:12] != b"WEBP":
        raise FileContentMismatch
    if header[12:16] not in (b"VP8 ", b"VP8L", b"VP8X") or struct.unpack("<I", header[4:8])[0] + 8 != file.seek(0, 2):
        raise FileContentMismatch


def inspect_xlsx(file: BinaryIO) -> None:
    """A workbook without macros, controls, embedded objects, links outside or encryption, of a sane size unpacked."""
    if file.read(2) != b"PK":
        raise FileContentMismatch
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise FileContentMismatch from error
    names = {entry.filename.lower() for entry in entries}
    if WORKBOOK not in names or "[content_types].xml" not in names:
        raise FileContentMismatch
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if (
        len(entries) > LARGEST_ENTRIES
        or unpacked > LARGEST_UNPACKED_BYTES
        or (unpacked > 1024 * 1024 and unpacked > LARGEST_RATIO * max(packed, 1))
        or any(entry.flag_bits & 0x1 for entry in entries)
        or any(part in name for part in ACTIVE_PARTS for name in names)
        or any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names)
    ):
        raise FileUnsafe


def inspect_csv(file: BinaryIO) -> None:
    """Text in UTF-8 or GB 18030, without control characters, that no browser would take for markup."""
    raw = file.read()
    text = _text(raw)
    if text.lstrip("\ufeff \t\r\n").startswith(("<", "%PDF", "{\\rtf")):
        raise FileContentMismatch
    if any(character < " " and character not in "\t\r\n" for character in text):
        raise FileContentMismatch


def _text(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileContentMismatch


def _tail(file: BinaryIO) -> bytes:
    size = file.seek(0, 2)
    file.seek(max(0, size - TAIL_BYTES))
    return file.read()


def _refuse_huge(width: int, height: int) -> None:
    if not width or not height:
        raise FileContentMismatch
    if width * height > LARGEST_PIXELS:
        raise FileUnsafe
