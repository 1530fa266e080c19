"""Content negotiation of the GraphQL-over-HTTP specification (draft of 2025, sections 4 to 6)."""

from email.message import Message
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from prepaid.graph.refused import NotAcceptable, UnsupportedMediaType

MediaType: TypeAlias = Literal["application/graphql-response+json", "application/json"]

RESPONSE: Final = "application/graphql-response+json"
LEGACY: Final = "application/json"
_RANGES: Final[dict[str, MediaType]] = {RESPONSE: RESPONSE, LEGACY: LEGACY, "application/*": LEGACY, "*/*": LEGACY}


@lru_cache(maxsize=128)
def answer_type(accept: str | None) -> MediaType:
    """The media type to answer with: the acceptable one of highest quality, the first of equals.

    Without `Accept`, and for wildcards, `application/json`, as the specification asks of servers that also
    serve clients older than it.

    Raises:
        NotAcceptable: when the header admits neither type.
    """
    if accept is None or not accept.strip():
        return LEGACY
    refused = {name for name, quality in _accepted(accept) if quality == 0}
    best: tuple[float, MediaType] | None = None
    for name, quality in _accepted(accept):
        offered = _RANGES.get(name)
        if offered is not None and quality > (best[0] if best else 0) and offered not in refused:
            best = (quality, offered)
    if best is None:
        raise NotAcceptable
    return best[1]


@lru_cache(maxsize=128)
def require_json(content_type: str | None) -> None:
    """Refuse a body that is not declared as `application/json` in UTF-8.

    A type that browsers may send to a foreign site without asking first (text/plain, forms) never passes.

    Raises:
        UnsupportedMediaType: for any other declaration, or none.
    """
    name, charset = _parsed(content_type or "")
    if name != LEGACY or charset not in (None, "utf-8", "utf8"):
        raise UnsupportedMediaType


def _accepted(accept: str) -> list[tuple[str, float]]:
    ranges: list[tuple[str, float]] = []
    for part in accept.split(",")[:50]:
        message = _message(part)
        charset = message.get_param("charset", "utf-8")
        if str(charset).lower() not in ("utf-8", "utf8", "*"):
            continue
        try:
            quality = float(str(message.get_param("q", "1")))
        except ValueError:
            quality = 0.0
        ranges.append((message.get_content_type(), quality if 0 <= quality <= 1 else 0.0))
    return ranges


def _parsed(content_type: str) -> tuple[str, str | None]:
    if "," in content_type:
        return "", None  # two types in one header: which one counts differs between readers
    message = _message(content_type)
    charset = message.get_param("charset")
    return message.get_content_type(), None if charset is None else str(charset).lower()


def _message(value: str) -> Message:
    message = Message()
    message["content-type"] = value.strip()
    return message
