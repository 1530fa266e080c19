"""Documents of released clients: files `<client>/<name>.<first 12 hex digits>.graphql` of the package.

Each one ever released stays there, since an old mini-program keeps asking for it; the digits make an edit show.
A client's build writes a manifest `{"sha256:<hash>": "<text>"}`; a release turns it into such files.
"""

from collections.abc import Callable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import orjson
from graphql import OperationDefinitionNode, parse

from prepaid.graph.documents import StoredDocument, document_hash

DIGITS = 12


class StoredDocumentEdited(Exception):
    """A released file's content no longer matches the digits in its name."""


def released_folder() -> Traversable:
    """The folder inside the package."""
    return files("prepaid") / "stored_documents"


def released_documents(folder: Traversable | None = None) -> Iterator[StoredDocument]:
    """Read the released set.

    Raises:
        StoredDocumentEdited: when a file's name and content disagree.
    """
    root = folder if folder is not None else released_folder()
    if not root.is_dir():
        return  # an installation without released clients
    for client in sorted((entry for entry in root.iterdir() if entry.is_dir()), key=lambda entry: entry.name):
        for file in sorted(client.iterdir(), key=lambda entry: entry.name):
            if not file.name.endswith(".graphql"):
                continue
            text = file.read_text("utf-8")
            name, _, digits = file.name.removesuffix(".graphql").rpartition(".")
            digest = document_hash(text)
            if not name or digest[:DIGITS] != digits:
                raise StoredDocumentEdited(f"{client.name}/{file.name}: its content has the hash {digest[:DIGITS]}")
            yield StoredDocument(digest, client.name, name, text)


def manifest_documents(manifest: Path, client: str) -> Iterator[StoredDocument]:
    """What a client is built with at present; nothing when it was never built."""
    texts = orjson.loads(manifest.read_bytes()).values() if manifest.exists() else ()
    for text in texts:
        yield StoredDocument(document_hash(text), client, operation_name(text), text)


def manifest_watch(manifest: Path, client: str) -> Callable[[], Iterator[StoredDocument]]:
    """Reads the manifest whenever it has changed since the last time."""
    seen: list[int] = []

    def read() -> Iterator[StoredDocument]:
        stamp = [manifest.stat().st_mtime_ns] if manifest.exists() else []
        if stamp != seen:
            seen[:] = stamp
            yield from manifest_documents(manifest, client)

    return read


def release_documents(manifest: Path, client: str, folder: Path) -> int:
    """Add what a client is built with to the released set; how many were new."""
    new = 0
    for document in manifest_documents(manifest, client):
        file = folder / client / f"{document.name}.{document.hash[:DIGITS]}.graphql"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document.text, "utf-8")
            new += 1
    return new


def operation_name(text: str) -> str:
    """Name of the document's operation, for files and metrics."""
    names = (node.name for node in parse(text).definitions if isinstance(node, OperationDefinitionNode))
    return next((name.value for name in names if name), "unnamed")
