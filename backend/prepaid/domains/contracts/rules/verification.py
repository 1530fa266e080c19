"""What an uploaded document is found to be (合同验真)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """Result of a verification (验真结果)."""

    AUTHENTIC = "AUTHENTIC"
    INCOMPLETE = "INCOMPLETE"
    ALTERED = "ALTERED"
    UNKNOWN = "UNKNOWN"


class Alteration(StrEnum):
    """What was done to a document (改动情况)."""

    SIGNED_BYTES_CHANGED = "SIGNED_BYTES_CHANGED"
    CONTENT_ADDED = "CONTENT_ADDED"
    BYTES_ADDED = "BYTES_ADDED"
    SIGNATURE_REMOVED = "SIGNATURE_REMOVED"
    NOT_TRUSTED = "NOT_TRUSTED"
    UNREADABLE = "UNREADABLE"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSignature:
    """A signature as it was found in the document, and as it is known here."""

    signer: str
    signed_at: datetime | None
    intact: bool
    trusted: bool
    changed_since: bool
    whole_file: bool
    known: bool
    """It is one that this platform made."""


def alterations(found: Sequence[SeenSignature], *, expected: int) -> list[Alteration]:
    """What is wrong with a document that is not, byte for byte, one of ours."""
    if not found:
        return [Alteration.SIGNATURE_REMOVED] if expected else []
    wrong = []
    if any(not signature.intact for signature in found):
        wrong.append(Alteration.SIGNED_BYTES_CHANGED)
    if any(signature.intact and signature.changed_since for signature in found):
        wrong.append(Alteration.CONTENT_ADDED)
    elif all(signature.intact for signature in found) and not found[-1].whole_file:
        wrong.append(Alteration.BYTES_ADDED)
    if any(signature.intact and not signature.trusted for signature in found):
        wrong.append(Alteration.NOT_TRUSTED)
    if len(found) < expected:
        wrong.append(Alteration.SIGNATURE_REMOVED)
    return wrong
