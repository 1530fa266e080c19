"""Limits on a document before it is validated, each answered with its figure.

Validation itself is quadratic in places (overlapping fields), so what it may see is bounded here first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    parse,
)

from prepaid.core.errors import BadUserInput, Locale, RequestError
from prepaid.graph.measure import Measure, Measuring, Shape

EXACT_FLOAT = 2.0**63
"""From here on a JSON integer arrives as a rounded float: refused, never silently changed."""
_ABORTED = re.compile(r"contains more than \d+ (tokens|comments)\. Parsing aborted\.$")


class QueryTooComplex(RequestError):
    """A limit was exceeded; the answer names it: `{limit, allowed, actual}`."""

    code = "QUERY_TOO_COMPLEX"
    zh = "查询过于复杂：{limit} 为 {actual}，上限 {allowed}"
    en = "The query is too complex: {limit} is {actual}, allowed {allowed}"

    def __init__(self, limit: str, *, allowed: int, actual: int | str) -> None:
        super().__init__(limit=limit, allowed=allowed, actual=actual)

    def message(self, locale: Locale) -> str:
        return super().message(locale).format(**self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Largest allowed figures; the names are those that a refusal carries."""

    characters: int = 20_000
    tokens: int = 1_000
    comments: int = 200
    operations: int = 10
    fragments: int = 60
    depth: int = 11
    fields: int = 500
    selections: int = 1_000
    aliases: int = 100
    duplicates: int = 100
    directives: int = 50
    directives_per_field: int = 5
    root_fields: int = 40
    mutations: int = 5
    subscriptions: int = 1
    literal_depth: int = 8
    literal_values: int = 200
    introspection_depth: int = 15
    nesting: int = 60
    variables_depth: int = 20
    variables_values: int = 15_000
    page_size: int = 200
    cost: int = 200_000
    """Rows one operation may ask for: pages multiplied down the tree (a three-level list of 50 is 127,550)."""
    solitary: frozenset[str] = frozenset()
    """Mutations that stand alone in their document (sign-in), so that every attempt is a request of its own."""

    def at_most(self, name: str, actual: int) -> None:
        """Raises `QueryTooComplex` when the figure exceeds the limit of that name."""
        allowed: int = getattr(self, name)
        if actual > allowed:
            # A doubling chain of fragments counts in the 2^n: beyond what a JSON number holds exactly it is a text.
            raise QueryTooComplex(name, allowed=allowed, actual=actual if actual < 2**53 else f">{2**53}")


def parse_within(text: str, limits: Limits) -> DocumentNode:
    """Parse a document of bounded length, tokens and nesting.

    Raises:
        QueryTooComplex: too many characters, tokens or comments.
        GraphQLError: a syntax error, also for too deep nesting.
    """
    limits.at_most("characters", len(text))
    try:
        return parse(text, max_lexical_tokens=limits.tokens, max_comments=limits.comments)
    except GraphQLError as error:
        aborted = _ABORTED.search(error.message)
        if aborted is None:
            raise
        allowed = getattr(limits, aborted[1])
        raise QueryTooComplex(aborted[1], allowed=allowed, actual=f">{allowed}") from None


def check_document(document: DocumentNode, limits: Limits) -> None:
    """Refuse a document that exceeds a limit, in time linear in its length.

    Raises:
        QueryTooComplex: with the limit's name, the allowed and the actual figure.
        GraphQLError: for a fragment that contains itself.
    """
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    fragments = [node for node in document.definitions if isinstance(node, FragmentDefinitionNode)]
    limits.at_most("operations", len(operations))
    limits.at_most("fragments", len(fragments))
    measuring = Measuring(fragments, limits.nesting)
    total = Measure()
    definitions: list[OperationDefinitionNode | FragmentDefinitionNode] = [*operations, *fragments]
    for node in definitions:
        total.add(measuring.definition(node))
        for figure in fields(Measure):
            limits.at_most(figure.name, getattr(total, figure.name))
    duplicates = 0
    for operation in operations:
        shape = Shape(measuring.fragments)
        shape.add(operation.selection_set)
        duplicates += shape.duplicates
        limits.at_most("duplicates", duplicates)
        _check_root(operation, shape.roots, limits)


def _check_root(operation: OperationDefinitionNode, roots: Sequence[str], limits: Limits) -> None:
    limits.at_most("root_fields", len(roots))
    if operation.operation is OperationType.MUTATION:
        limits.at_most("mutations", len(roots))
        alone = next((name for name in roots if name in limits.solitary), None)
        if alone is not None and len(roots) > 1:
            raise QueryTooComplex(f"mutations beside {alone}", allowed=0, actual=len(roots) - 1)
    elif operation.operation is OperationType.SUBSCRIPTION:
        limits.at_most("subscriptions", len(roots))


def check_variables(variables: dict[str, Any], limits: Limits) -> None:
    """Refuse variables that are nested too deeply, too many, or not exact.

    Raises:
        QueryTooComplex: `variables_depth` or `variables_values`.
        BadUserInput: a number too large to be read exactly.
    """
    count = depth = 0
    level: list[Any] = [variables]
    while level:
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below.extend(value.values())
            elif isinstance(value, list):
                below.extend(value)
            elif isinstance(value, float) and abs(value) >= EXACT_FLOAT:
                raise BadUserInput("number out of range")
        count, depth, level = count + len(below), depth + 1, below
        limits.at_most("variables_values", count)
        limits.at_most("variables_depth", depth)
