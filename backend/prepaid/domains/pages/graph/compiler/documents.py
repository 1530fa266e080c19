"""Documents: built from paths, proven by graphql-core against the schema, registered by their hash."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphql import GraphQLSchema, parse, print_ast, validate

from prepaid.domains.pages.graph.compiler.schema_view import Root
from prepaid.domains.pages.rules.layout.operations import OperationKind
from prepaid.domains.pages.rules.nested import Tree
from prepaid.graph.documents import StoredDocuments, document_hash


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a document selects and takes."""

    root: Root
    arguments: Sequence[str]
    paths: Iterable[str]
    """Paths from the root field on."""
    included: dict[str, str] = field(default_factory=dict)
    """Boolean variable by path: the path is only selected while it is true."""


class Documents:
    """The documents of all pages of one schema."""

    def __init__(self, schema: GraphQLSchema, stored: StoredDocuments) -> None:
        self._schema = schema
        self._stored = stored
        self._proven: set[str] = set()

    def register(self, name: str, wanted: Wanted) -> str:
        """The hash of the proven document.

        Raises:
            AssertionError: the schema refuses it, although every path was checked: a mistake of the compiler.
        """
        text = print_ast(parse(text_of(name, wanted)))
        digest = document_hash(text)
        if digest not in self._proven:
            errors = validate(self._schema, parse(text))
            if errors:
                raise AssertionError(f"{name}: {errors[0].message}\n{text}")
            self._stored.register(text, name=name)
            self._proven.add(digest)
        return digest


def text_of(name: str, wanted: Wanted) -> str:
    """A document's text, not yet in its printed form."""
    root = wanted.root
    arguments = root.field.args
    variables = [f"${argument}: {arguments[argument].type}" for argument in wanted.arguments]
    variables += [f"${variable}: Boolean! = false" for variable in dict.fromkeys(wanted.included.values())]
    declared = f"({', '.join(variables)})" if variables else ""
    passed = ", ".join(f"{argument}: ${argument}" for argument in wanted.arguments)
    kind = "mutation" if root.kind is OperationKind.MUTATION else "query"
    call = f"{root.name}({passed})" if passed else root.name
    return f"{kind} {name}{declared} {{ {call} {_selection(_tree(wanted.paths), wanted.included, '')} }}"


def _tree(paths: Iterable[str]) -> Tree:
    root: Tree = {}
    for path in paths:
        branch = root
        for step in path.split("."):
            branch = branch.setdefault(step, {})
    return root


def _selection(tree: Tree, included: dict[str, str], prefix: str) -> str:
    if not tree:
        return ""
    parts = []
    for name, below in tree.items():
        path = f"{prefix}{name}"
        directive = f" @include(if: ${included[path]})" if path in included else ""
        parts.append(f"{name}{directive} {_selection(below, included, path + '.')}")
    return "{ " + " ".join(parts) + " }"
