"""What a schema may not be, and what it says about itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLObjectType

from prepaid.core.errors import REFUSALS
from prepaid.graph.assemble.catalog import SchemaError
from prepaid.graph.declare import registry
from prepaid.graph.permissions import PUBLIC
from prepaid.graph.schema import GraphSchema, build_schema
from prepaid.graph.types import (
    Connection,
    aggregate,
    batch,
    column,
    connection,
    extend,
    graph_type,
    many,
    mutation,
    one,
    query_field,
    root_connection,
    root_list,
)
from tests.graph.shop import tables as t


@pytest.fixture(autouse=True)
def _own_declarations() -> Iterator[None]:
    """Declarations of a test end with it."""
    before = list(registry._declared)
    yield
    registry._declared[:] = before


def refused(*needles: str) -> None:
    with pytest.raises(SchemaError) as found:
        build_schema(__name__)
    assert all(needle in str(found.value) for needle in needles), found.value


def test_two_root_fields_of_one_name() -> None:
    @graph_type(t.Kind, permission=PUBLIC)
    class Kind:
        """A kind."""

        code: str = column(t.Kind.code, "Code")

    root_list("kinds", Kind, "Kinds", permission=PUBLIC)
    root_connection("kinds", Kind, "Kinds", permission=PUBLIC)
    refused("kinds")


def test_two_types_of_one_name() -> None:
    for _ in range(2):

        @graph_type(t.Kind, permission=PUBLIC)
        class Kind:
            """A kind."""

            code: str = column(t.Kind.code, "Code")

    refused("type Kind")


@pytest.mark.parametrize(
    ("annotation", "value", "needle"),
    [
        (str, lambda: column(t.Order.no, ""), "description"),
        (str, lambda: column(t.Order.no, "No", permission="x"), "nullable"),
        (str, lambda: column(t.Order.note, "Note"), "nullable"),
        (str, lambda: batch(lambda *_: [], "B", requires=[], permission="x"), "nullable"),
        ("Nowhere", lambda: one("Nowhere", "Nowhere"), "Nowhere"),
        ("Order", lambda: one("Order", "No key leads there"), "foreign keys"),
        ("Order", lambda: many("Order", "Not a list", on=lambda a, b: a.id == b.id), "list"),
        ("Order", lambda: connection("Order", "Not a page", on=lambda a, b: a.id == b.id), "Connection"),
        (int, lambda: aggregate("sum", "Order", "Of what", on=lambda a, b: a.id == b.id), "of"),
        (int, lambda: aggregate("max", "Order", "M", of=t.Order.total_fen, on=lambda a, b: a.id == b.id), "nullable"),
    ],
    ids=[
        "no description",
        "permission",
        "null column",
        "batch",
        "no target",
        "no key",
        "no list",
        "no page",
        "sum of nothing",
        "max",
    ],
)
def test_a_field_that_contradicts_its_table(annotation: Any, value: Any, needle: str) -> None:
    @graph_type(t.Order, permission=PUBLIC)
    class Order:
        """An order."""

        no: str = column(t.Order.no, "Number")

    extend(Order, "wrong", value(), annotation=annotation)
    refused("Order.wrong", needle)


def test_a_relation_into_a_narrower_scope_is_nullable() -> None:
    @graph_type(t.Order, permission=PUBLIC, scope=lambda ctx, row: [])
    class Order:
        """An order."""

        customer: "Customer" = one("Customer", "Who")

    @graph_type(t.Customer, permission=PUBLIC)
    class Customer:
        """Who buys."""

        name: str = column(t.Customer.name, "Name")
        orders: Connection["Order"] = connection("Order", "Orders")

    @graph_type(t.Line, permission=PUBLIC)
    class Line:
        """A line."""

        order: "Order" = one("Order", "Its order")

    refused("Line.order", "scope")


def test_a_field_that_does_not_say_where_it_comes_from() -> None:
    with pytest.raises(TypeError, match="does not say"):

        @graph_type(t.Kind, permission=PUBLIC)
        class Kind:
            """A kind."""

            code: str


def test_what_has_no_description() -> None:
    with pytest.raises(TypeError, match="docstring"):

        @graph_type(t.Kind, permission=PUBLIC)
        class Kind:
            code: str = column(t.Kind.code, "Code")

    with pytest.raises(TypeError, match="docstring"):

        @query_field(permission=PUBLIC)
        async def silent() -> str:
            return ""

    with pytest.raises(TypeError, match="docstring"):

        @mutation(permission=PUBLIC)
        async def silent_too(ctx: Any) -> Any:
            return {}


def test_every_root_field_states_a_permission() -> None:
    @graph_type(t.Kind, permission=PUBLIC)
    class Kind:
        """A kind."""

        code: str = column(t.Kind.code, "Code")

    root_list("kinds", Kind, "Kinds", permission="")
    refused("kinds", "permission")


@pytest.mark.parametrize("when", ["old", "2026-12-31", "2026-12-31: "])
def test_a_deprecation_says_when_and_what_instead(when: str) -> None:
    @graph_type(t.Kind, permission=PUBLIC)
    class Kind:
        """A kind."""

        code: str = column(t.Kind.code, "Code", deprecated=when)

    root_list("kinds", Kind, "Kinds", permission=PUBLIC)
    refused("Kind.code", "YYYY-MM-DD")


def test_a_dated_deprecation_is_in_the_schema() -> None:
    @graph_type(t.Kind, permission=PUBLIC)
    class Kind:
        """A kind."""

        code: str = column(t.Kind.code, "Code", deprecated="2026-12-31: use `name`")

    root_list("kinds", Kind, "Kinds", permission=PUBLIC)
    assert '@deprecated(reason: "2026-12-31: use `name`")' in build_schema(__name__).as_str()


def test_permissions_by_field(schema: GraphSchema) -> None:
    roots = schema.catalog.root_permissions()
    assert roots["Query.orders"] == "order.read"
    assert roots["Query.ping"] == PUBLIC
    assert roots["Mutation.setTotal"] == "order.edit"
    assert schema.core.query_type is not None
    assert schema.core.mutation_type is not None
    assert {name.split(".")[1] for name in roots if name.startswith("Query.")} == set(schema.core.query_type.fields)
    assert {name.split(".")[1] for name in roots if name.startswith("Mutation.")} == set(
        schema.core.mutation_type.fields
    )
    permission = schema.catalog.permission
    assert permission("Customer", "email") == "customer.email"
    assert permission("Customer", "phone") is None
    assert permission("Order", "lines") == "order.read"
    assert permission("Line", "product") == "product.read"
    assert permission("Order", "no") is None


def test_every_refusal_is_an_error_code(schema: GraphSchema) -> None:
    codes = schema.core.type_map["ErrorCode"]
    assert isinstance(codes, GraphQLEnumType)
    assert set(codes.values) <= set(REFUSALS)
    assert "TEST_TOO_DEAR" in codes.values


def test_interfaces_unions_and_extensions_are_in_the_schema(schema: GraphSchema) -> None:
    text = schema.as_str()
    assert "type Customer implements Node & Named" in text
    assert "union Subject = Customer | Product" in text
    kind = schema.core.type_map["Kind"]
    assert isinstance(kind, GraphQLObjectType)
    assert set(kind.fields) == {"id", "code", "name", "shout"}


def test_a_schema_can_be_built_again(schema: GraphSchema) -> None:
    assert build_schema("tests.graph.shop").as_str() == schema.as_str()
