"""What files are uploaded for: each purpose says how large they may be and of which kinds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prepaid.core.files.errors import FileTypeNotAllowed
from prepaid.core.files.kinds import FileKind


@dataclass(frozen=True, slots=True)
class FilePurpose:
    """E.g. `merchant.licence`: 10 MB, PDF or a picture."""

    code: str
    max_bytes: int
    kinds: tuple[FileKind, ...]
    permission: str | None = None
    """What uploading takes; None: being signed in."""
    made_here: bool = False
    """Only the product itself makes such files: nobody uploads one."""

    def kind_of(self, media_type: str, name: str) -> FileKind:
        """The kind that a declared type and a name stand for.

        Raises:
            FileTypeNotAllowed: the purpose takes no such files, or name and type contradict each other.
        """
        plain = media_type.partition(";")[0].strip().lower()
        for kind in self.kinds:
            if kind.media_type == plain and name.lower().endswith(kind.extensions):
                return kind
        raise FileTypeNotAllowed(path=("contentType",), allowed=", ".join(kind.extensions[0] for kind in self.kinds))


_purposes: dict[str, FilePurpose] = {}


def file_purpose(
    code: str, *, max_bytes: int, kinds: Sequence[FileKind], permission: str | None = None, made_here: bool = False
) -> FilePurpose:
    """Declare, beside its domain, what files are uploaded for (or, `made_here`, written by the product)."""
    if code in _purposes:
        raise ValueError(f"two file purposes are called {code}")
    _purposes[code] = FilePurpose(code, max_bytes, tuple(kinds), permission, made_here)
    return _purposes[code]


def purpose_of(code: str) -> FilePurpose:
    """The declared purpose. Raises `LookupError` when there is none."""
    return _purposes[code]


def upload_purposes() -> Mapping[str, FilePurpose]:
    """What files can be uploaded for, by code."""
    return {code: purpose for code, purpose in _purposes.items() if not purpose.made_here}
