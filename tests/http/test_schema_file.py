"""Breaking changes against the released schema, and released documents against the present one."""

from datetime import date
from pathlib import Path

import pytest
from graphql import build_schema

from prepaid.graph.documents import StoredDocument, document_hash
from prepaid.graph.schema_file import RELEASED, breaking_changes, invalid_documents, release, schema_text

TODAY = date(2026, 7, 1)
RELEASED_SCHEMA = """
interface Node { id: ID! }
type Query {
  card(id: ID!): Card
  old: Legacy @deprecated(reason: "2026-06-30: use card")
  later: Int @deprecated(reason: "2026-12-31: use card")
  someday: Int @deprecated(reason: "use card")
  node(id: ID!): Node
  find(name: String, gone: Int @deprecated(reason: "2026-01-01: no effect")): Int
}
type Card implements Node { id: ID! number: String! state: State }
type Legacy { detail: Detail }
type Detail { text: String }
type Silent implements Node { id: ID! detail: Detail }
enum State { ACTIVE FROZEN RESTING @deprecated(reason: "2026-02-01: never used") }
"""


def broken(*replacements: tuple[str, str]) -> list[str]:
    current = RELEASED_SCHEMA
    for before, after in replacements:
        assert before in current
        current = current.replace(before, after)
    return breaking_changes(RELEASED_SCHEMA, current, TODAY)


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("number: String!", "", "Card.number"),
        ("number: String!", "number: String", "Card.number"),
        ("card(id: ID!)", "card(id: ID!, store: ID!)", "store"),
        ("ACTIVE FROZEN", "ACTIVE", "State.FROZEN"),
        ("find(name: String,", "find(", "name"),
        ('later: Int @deprecated(reason: "2026-12-31: use card")', "", "Query.later"),
        ('someday: Int @deprecated(reason: "use card")', "", "Query.someday"),
        ("type Silent implements Node { id: ID! detail: Detail }", "", "Silent"),
    ],
)
def test_what_breaks_clients_is_named(before: str, after: str, named: str) -> None:
    changes = broken((before, after))
    assert len(changes) == 1
    assert named in changes[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("number: String!", "number: String! name: String"),
        ("ACTIVE", "ACTIVE LOST"),
        ('old: Legacy @deprecated(reason: "2026-06-30: use card")', ""),
        (', gone: Int @deprecated(reason: "2026-01-01: no effect")', ""),
        ('RESTING @deprecated(reason: "2026-02-01: never used")', ""),
    ],
)
def test_additions_and_expired_deprecations_may_go(before: str, after: str) -> None:
    assert broken((before, after)) == []


def test_a_type_goes_with_the_expired_field_that_alone_led_to_it() -> None:
    old = ('old: Legacy @deprecated(reason: "2026-06-30: use card")', "")
    assert broken(old, ("type Legacy { detail: Detail }", "")) == []
    assert (
        len(
            broken(
                old,
                ("type Legacy { detail: Detail }", ""),
                ("detail: Detail", ""),
                ("type Detail { text: String }", ""),
            )
        )
        == 2
    )


def test_a_release_is_taken_only_when_it_breaks_nobody(tmp_path: Path) -> None:
    current, released = tmp_path / "schema.graphql", tmp_path / RELEASED
    current.write_text("type Query { a: Int b: Int }")
    assert release(tmp_path, TODAY) == []
    assert released.read_text() == current.read_text()

    current.write_text("type Query { a: Int }")
    assert release(tmp_path, TODAY) == ["Field Query.b was removed."]
    assert "b: Int" in released.read_text()


def test_a_released_document_that_no_longer_fits_is_named() -> None:
    def stored(name: str, text: str) -> StoredDocument:
        return StoredDocument(document_hash(text), "admin", name, text)

    documents = [stored("Fine", "{ a }"), stored("Gone", "{ b }"), stored("Torn", "{")]
    problems = invalid_documents(build_schema("type Query { a: Int }"), documents)
    assert [problem.split(":")[0] for problem in problems] == ["admin/Gone", "admin/Torn"]


def test_the_text_does_not_depend_on_the_order_of_declaration() -> None:
    one, other = "type Query { a: Int b: B } type B { c: Int }", "type B { c: Int } type Query { b: B a: Int }"
    assert schema_text(build_schema(one)) == schema_text(build_schema(other))
