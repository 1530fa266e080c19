"""Stored documents: operations that clients were built with, called by the SHA-256 of their text.

Released ones are files `<client>/<name>.<first 12 hex digits>.graphql` under `prepaid/stored_documents`. Each
one ever released stays there, since an old mini-program keeps asking for it; the digits make an edit show.
Pages that the server compiles are registered while it runs.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

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


class StoredDocumentEdited(Exception):
    """A released file's content no longer matches the digits in its name."""


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


def released_documents(folder: Traversable | None = None) -> Iterator[StoredDocument]:
    """Read the released set.

    Raises:
        StoredDocumentEdited: when a file's name and content disagree.
    """
    root = folder if folder is not None else files("prepaid") / "stored_documents"
    if not root.is_dir():
        return  # an installation without released clients
    for client in sorted((entry for entry in root.iterdir() if entry.is_dir()), key=lambda entry: entry.name):
        for file in sorted(client.iterdir(), key=lambda entry: entry.name):
            if not file.name.endswith(".graphql"):
                continue
            text = file.read_text("utf-8")
            name, _, digits = file.name.removesuffix(".graphql").rpartition(".")
            digest = document_hash(text)
            if not name or digest[:12] != digits:
                raise StoredDocumentEdited(f"{client.name}/{file.name}: its content has the hash {digest[:12]}")
            yield StoredDocument(digest, client.name, name, text)


class StoredDocuments:
    """All documents known by hash in this process."""

    def __init__(self) -> None:
        self._by_hash: dict[str, StoredDocument] = {}

    @classmethod
    def load(cls, folder: Traversable | None = None) -> "StoredDocuments":
        """The released set; raises `StoredDocumentEdited`."""
        store = cls()
        for document in released_documents(folder):
            store._by_hash[document.hash] = document
        return store

    def __iter__(self) -> Iterator[StoredDocument]:
        return iter(tuple(self._by_hash.values()))

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and document_hash(text) in self._by_hash

    def register(self, text: str, *, name: str = "page") -> str:
        """Make a document that the server itself compiled callable, and return its hash."""
        digest = document_hash(text)
        self._by_hash.setdefault(digest, StoredDocument(digest, "pages", name, text))
        return digest

    def by_id(self, document_id: str) -> StoredDocument:
        """The document of a hash, with or without the prefix `sha256:`.

        Raises:
            BadUserInput: for anything but a SHA-256 in hex.
            StoredDocumentUnknown: for a hash nobody registered.
        """
        match = _HASH.fullmatch(document_id)
        if match is None:
            raise BadUserInput("documentId must be a SHA-256 in hex")
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
