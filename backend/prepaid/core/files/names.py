"""Names of files, as people gave them and as they may be written into headers and folders."""

import re
from pathlib import PurePosixPath

from prepaid.core.errors import InvalidValue
from prepaid.kit.text import InvalidText, clean_text

LONGEST = 120
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def clean_name(name: str) -> str:
    """A name without folders, forbidden characters and hidden damage; its extension is kept.

    Raises:
        InvalidValue: nothing is left, or the text cannot be stored.
    """
    try:
        text = clean_text(name.replace("\\", "/").rpartition("/")[2], max_length=1000)
    except InvalidText as error:
        raise InvalidValue(path=("name",), reason=error.reason) from error
    path = PurePosixPath(_FORBIDDEN.sub("_", text).lstrip(". "))
    stem, suffix = path.stem.rstrip(". "), path.suffix[:10]
    if not stem:
        raise InvalidValue(path=("name",), reason="EMPTY")
    return stem[: LONGEST - len(suffix)] + suffix
