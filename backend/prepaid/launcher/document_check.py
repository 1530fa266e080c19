"""Are the released stored documents still valid against the schema? Clients built with them cannot be changed."""

from pathlib import Path

from graphql import GraphQLError, build_schema, parse, validate

from prepaid.core.setup_error import SetupError
from prepaid.graph.documents import released_documents


def check_documents(schema_file: Path) -> int:
    """Validate every released document against the printed schema; how many there are.

    Raises:
        SetupError: one is not valid any more; the text names it and the first thing wrong.
    """
    schema = build_schema(schema_file.read_text())
    count = 0
    for document in released_documents():
        try:
            errors = validate(schema, parse(document.text))
        except GraphQLError as error:
            errors = [error]
        if errors:
            raise SetupError(
                f"The stored document {document.client}/{document.name} is not valid any more ({errors[0].message}): "
                f"clients still send it, so bring back what it needs."
            )
        count += 1
    return count
