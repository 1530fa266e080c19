"""`schema.graphql` beside the code: written, compared, released."""

from datetime import date
from pathlib import Path

from graphql import GraphQLSchema

from prepaid.core.setup_error import SetupError
from prepaid.graph.released import release_documents, released_documents
from prepaid.graph.schema_file import RELEASED, breaking_changes, invalid_documents, release, schema_text

FILE = "schema.graphql"
ADMIN_MANIFEST = "frontend/src/gql/gen/persisted-documents.json"
STORED = "backend/prepaid/stored_documents"


def write_schema(schema: GraphQLSchema, folder: Path) -> None:
    """Print the schema into `schema.graphql` of the folder."""
    (folder / FILE).write_text(schema_text(schema))


def check_schema(schema: GraphQLSchema, folder: Path, today: date) -> str:
    """Compare code, file, released schema and stored documents; one line about what was compared.

    Raises:
        SetupError: the file is not current, or the change breaks clients that are out there.
    """
    text, file, released = schema_text(schema), folder / FILE, folder / RELEASED
    if not file.exists() or file.read_text() != text:
        raise SetupError(f"{FILE} is not what the code says: run `make schema` and commit the file.")
    documents = list(released_documents())
    _refuse(breaking_changes(released.read_text(), text, today) if released.exists() else [])
    _refuse(invalid_documents(schema, documents))
    return f"{FILE} is current; {len(documents)} stored documents are valid."


def release_schema(folder: Path, today: date) -> int:
    """Take `schema.graphql` as the one that clients are built against from now on, with the admin's documents.

    Returns how many documents are new.

    Raises:
        SetupError: it breaks clients of the last release.
    """
    _refuse(release(folder, today))
    return release_documents(folder / ADMIN_MANIFEST, "admin", folder / STORED)


def _refuse(problems: list[str]) -> None:
    if problems:
        raise SetupError(
            f"The schema breaks clients that are out there ({'; '.join(problems)}): "
            f"bring back what they need, or deprecate it with a date first."
        )
