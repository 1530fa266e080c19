"""Stored documents: operations that clients were built with, called by the SHA-256 of their text.

Some were released with a client (see `released`), some are of a client in development, and some are pages
that the server compiles while it runs.
"""

import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass

from graphql import DocumentNode, parse

from prepaid.core.actor import Actor, Via
from prepaid.core.errors import BadUserInput, RequestError
from prepaid.graph.limits import Limits, check_document, parse_within

_HASH = re.compile(r"(?:sha256:)?([0-9a-f]{64})")


class StoredDocumentRequired(RequestError):
    """This caller may run stored documents only."""

    code = "STORED_DOCUMENT_REQUIRED"
    zh = "只能执行已登记的查询"
    en = "Only stored documents are accepted here"


class StoredDocumentUnknown(RequestError):
    """No stored document has this hash."""

    code, status = "STORED_DOCUMENT_UNKNOWN", 404
    zh = "未找到该已登记查询"
    en = "There is no such stored document"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document; `client` is the folder it was released in, or `pages` for compiled ones."""

    hash: str
    client: str
    name: str
    text: str


def document_hash(text: str) -> str:
    """Hex SHA-256 of a document's UTF-8 text."""
    return hashlib.sha256(text.encode()).hexdigest()


class StoredDocuments:
    """All documents known by hash in this process."""

    def __init__(self, documents: Iterable[StoredDocument] = ()) -> None:
        self._by_hash = {document.hash: document for document in documents}
        self.recover: Callable[[Actor], Awaitable[None]] | None = None
        """Registers again what this actor may have been given by another process, or before a restart."""
        self.refresh: Callable[[], Iterable[StoredDocument]] | None = None
        """Reads again what a client in development is built with."""

    def __iter__(self) -> Iterator[StoredDocument]:
        return iter(tuple(self._by_hash.values()))

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and document_hash(text) in self._by_hash

    def register(self, text: str, *, name: str = "page") -> str:
        """Make a document that the server itself compiled callable, and return its hash."""
        digest = document_hash(text)
        self._by_hash.setdefault(digest, StoredDocument(digest, "pages", name, text))
        return digest

    async def find(self, document_id: str, actor: Actor) -> StoredDocument:
        """The document of a hash, with or without the prefix `sha256:`.

        Raises:
            BadUserInput: for anything but a SHA-256 in hex.
            StoredDocumentUnknown: for a hash nobody registered.
        """
        match = _HASH.fullmatch(document_id)
        if match is None:
            raise BadUserInput("documentId must be a SHA-256 in hex")
        if match[1] not in self._by_hash and self.refresh is not None:
            self._by_hash.update((document.hash, document) for document in self.refresh())
        if match[1] not in self._by_hash and self.recover is not None and actor.signed_in:
            await self.recover(actor)
        try:
            return self._by_hash[match[1]]
        except KeyError:
            raise StoredDocumentUnknown from None


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """How a text becomes a document: stored ones as they are, all others within the limits."""

    documents: StoredDocuments
    limits: Limits

    def __call__(self, text: str) -> DocumentNode:
        """Parse a text.

        Raises:
            QueryTooComplex: beyond a limit.
            GraphQLError: a syntax error, or a fragment that contains itself.
        """
        if text in self.documents:
            return parse(text)
        document = parse_within(text, self.limits)
        check_document(document, self.limits)
        return document


def runs_any_document(actor: Actor, *, production: bool) -> bool:
    """Integrators' tokens run any document within the limits; everybody else does so outside production only."""
    return not production or actor.via is Via.API_TOKEN
