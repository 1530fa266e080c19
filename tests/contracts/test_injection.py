"""SQL injection through every text that a query takes: a true and a false condition must answer alike.

The method is boolean-blind detection as scanners do it; a deliberately bad search proves that it would notice.
Unknown input fields (mass assignment) are refused by the schema.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from graphql import GraphQLInputObjectType, GraphQLSchema, build_schema, get_named_type

from tests.contracts.crawl import required
from tests.support.served import Caller, Served

SCHEMA_FILE = Path(__file__).parents[2] / "schema.graphql"
TRUE_AND_FALSE = [
    ("zz' OR '1'='1", "zz' OR '1'='2"),
    ("zz%' OR '1%'='1", "zz%' OR '1%'='2"),
    ("zz') OR ('1'='1", "zz') OR ('1'='2"),
    ("zz%') OR (1=1)--", "zz%') OR (1=2)--"),
    ("zz\\' OR 1=1--", "zz\\' OR 1=2--"),
    ('zz" OR "1"="1', 'zz" OR "1"="2'),
    ("zz' || (SELECT '') || '", "zz' || (SELECT 'x') || '"),
]
Ask = Callable[[str], str]


def differs(ask: Ask) -> list[str]:
    """Payloads that change the answer: each one is a hole."""
    return [true for true, false in TRUE_AND_FALSE if ask(true) != ask(false)]


def text_filters(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """(root field, text field of its filter) of the whole schema; `search` where the list has one."""
    assert schema.query_type is not None
    for name, field in schema.query_type.fields.items():
        if "first" not in field.args or required(field):
            continue
        if "search" in field.args:
            yield name, "search"
        kind = get_named_type(field.args["filter"].type) if "filter" in field.args else None
        if isinstance(kind, GraphQLInputObjectType):
            for key, spec in kind.fields.items():
                if get_named_type(spec.type).name == "StringFilter":
                    yield name, key


def asking(caller: Caller, root: str, key: str, operator: str) -> Ask:
    def ask(value: str) -> str:
        variables = {"v": value if key == "search" else {key: {operator: value}}}
        argument, kind = ("search", "String") if key == "search" else ("filter", _filter_type(root))
        text = f"query Q($v: {kind}) {{ {root}(first: 5, {argument}: $v) {{ totalCount nodes {{ id }} }} }}"
        response = caller.response(text, variables)
        assert response.status_code == 200, response.text
        answer = response.json()
        assert all(error["extensions"]["code"] != "INTERNAL" for error in answer.get("errors", ())), answer
        return str(answer["data"])

    return ask


SCHEMA = build_schema(SCHEMA_FILE.read_text())
PLACES = list(text_filters(SCHEMA))


def _filter_type(root: str) -> str:
    assert SCHEMA.query_type is not None
    return str(SCHEMA.query_type.fields[root].args["filter"].type)


@pytest.fixture(scope="module")
def bank(served: Served) -> Caller:
    return served.signed_in("bank.admin@example.com")


@pytest.mark.parametrize(("root", "key"), PLACES)
def test_no_text_reaches_the_statement(bank: Caller, root: str, key: str) -> None:
    operators = ["contains"] if key == "search" else ["contains", "eq"]
    for operator in operators:
        assert differs(asking(bank, root, key, operator)) == []


def test_the_method_notices_a_bad_search(served: Served) -> None:
    with psycopg.connect(served.admin_url) as connection:

        def bad(value: str) -> str:
            with connection.transaction():
                try:
                    found = connection.execute(f"SELECT name FROM merchant WHERE name LIKE '%{value}%'".encode())
                except psycopg.Error as error:
                    return type(error).__name__
                return str(found.fetchall())

        assert differs(bad)


def test_there_are_places_to_try() -> None:
    assert len(PLACES) > 5


@pytest.mark.parametrize("extra", ["merchantId", "status", "createdAt", "templateId", "amountFen"])
def test_fields_that_an_input_does_not_have_are_refused(bank: Caller, extra: str) -> None:
    text = "mutation Do($input: SetPinInput!) { setPin(input: $input) { userErrors { code } } }"
    answer = bank.ask(text, {"input": {"pin": "2580", extra: "x"}})
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert "data" not in answer or answer["data"] is None
