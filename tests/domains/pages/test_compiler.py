"""What each set of permissions sees: absent from the configuration, and from the documents."""

from typing import Any

import pytest
from graphql import parse, strip_ignored_characters, validate

from prepaid.domains.pages.graph.compiler.compiler import Compiler, Configuration
from prepaid.domains.pages.graph.types import pages as out
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.schema import GraphSchema
from tests.domains.pages.shop_pages import ALL


def seen(compiler: Compiler, *lacking: str, locale: Any = "zh-CN") -> Configuration:
    """What somebody sees who lacks some permissions."""
    return compiler.configuration(compiler.page_set({}), (ALL - set(lacking)).__contains__, locale)


def listed(configuration: Configuration, key: str = "orders") -> out.ListPage:
    page = configuration.page(key)
    assert isinstance(page, out.ListPage)
    return page


def keys(parts: Any) -> list[str]:
    return [part.key for part in parts]


def text(stored: StoredDocuments, ref: Any) -> str:
    (document,) = (document for document in stored if document.hash == ref.id)
    return strip_ignored_characters(document.text)


def test_a_list_becomes_one_document_of_exactly_its_columns(compiler: Compiler, stored: StoredDocuments) -> None:
    page = listed(seen(compiler))
    assert text(stored, page.source) == strip_ignored_characters(
        "query Orders($filter: OrderFilter, $orderBy: [OrderOrder!], $search: String, $first: Int, $offset: Int, "
        "$colSpent: Boolean! = false) { orders(filter: $filter, orderBy: $orderBy, search: $search, first: $first, "
        "offset: $offset) { totalCount totalCountIsCapped nodes { id availableActions { key enabled reason } no status "
        "totalFen customer { id name phone email spentFen @include(if: $colSpent) } lines { product { name } } rush "
        "dueOn createdAt } } }"
    )
    assert page.source.result_path == "orders"
    assert [(b.variable, b.source, b.key) for b in page.source.variables] == [
        ("filter", "FILTER", None),
        ("orderBy", "ORDER", None),
        ("search", "SEARCH", None),
        ("first", "PAGE", "first"),
        ("offset", "PAGE", "offset"),
    ]
    columns = {str(column.key): column for column in page.columns}
    assert columns["status"].dictionary == "OrderStatus"
    assert columns["spent"].include_variable == "colSpent"


def test_every_document_is_valid(compiler: Compiler, stored: StoredDocuments, shop_schema: GraphSchema) -> None:
    configuration = seen(compiler)
    for key in configuration.pages:
        configuration.page(key)
    documents = list(stored)
    assert len(documents) == 12
    for document in documents:
        assert validate(shop_schema.core, parse(document.text)) == []


def test_a_column_without_its_permission_is_gone_from_page_and_document(
    compiler: Compiler, stored: StoredDocuments
) -> None:
    page = listed(seen(compiler, "customer.email"))
    assert "email" not in keys(page.columns)
    assert "email" not in text(stored, page.source)
    whole = listed(seen(compiler))
    assert "email" in text(stored, whole.source)
    assert whole.revision != page.revision


def test_a_masked_value_stays_but_cannot_be_filtered_or_sorted_by(compiler: Compiler) -> None:
    configuration = seen(compiler, "customer.phone", "customer.email")
    assert "phone" in keys(listed(configuration).columns)
    customers = listed(configuration, "customers")
    assert keys(customers.columns) == ["name", "phone"]
    assert keys(customers.filters) == []
    assert customers.default_order == []


def test_a_relation_that_may_not_be_read_takes_its_columns_links_and_pages_along(compiler: Compiler) -> None:
    configuration = seen(compiler, "customer.read")
    page = listed(configuration)
    assert not {"customer", "phone", "email", "spent"} & set(keys(page.columns))
    assert "customers" not in configuration.pages
    assert keys(configuration.shell.navigation) == ["home", "trade", "orders", "board"]
    order = configuration.page("order")
    assert isinstance(order, out.DetailPage)
    assert keys(order.sections) == ["base"]
    assert order.header.subtitle_path is None


def test_an_action_is_there_for_those_who_may_run_its_mutation(compiler: Compiler) -> None:
    page = listed(seen(compiler))
    price, purge = page.actions
    assert price.submit is not None
    assert [(b.variable, b.source) for b in price.submit.variables] == [
        ("input", "FORM"),
        ("input.id", "ROW"),
        ("input.idempotencyKey", "KEY"),
    ]
    assert (price.step_up, purge.step_up) == (False, True)
    assert page.empty is not None
    assert page.empty.action_key == "purge"
    poorer = seen(compiler, "order.edit")
    assert listed(poorer).actions == []
    assert listed(poorer).empty is not None
    assert listed(poorer).empty.action_key is None  # type: ignore[union-attr]
    assert "reprice" not in poorer.pages
    assert "order.edit" not in str(poorer.page("orders"))


def test_a_mutation_asks_why_it_was_refused_and_for_what_the_page_shows(
    compiler: Compiler, stored: StoredDocuments
) -> None:
    price = listed(seen(compiler)).actions[0]
    assert text(stored, price.submit) == strip_ignored_characters(
        "mutation Orders_setTotal($input: PriceInput!) { setTotal(input: $input) { "
        "userErrors { code message path data } replayed order { totalFen } } }"
    )


def test_a_dashboard_keeps_the_widgets_that_can_be_answered(compiler: Compiler) -> None:
    board = seen(compiler, "customer.email").page("board")
    assert isinstance(board, out.DashboardPage)
    assert keys(board.widgets) == ["total", "byStatus", "latest"]
    assert board.widgets[1].source.result_path == "orderStats.byStatus"
    assert keys(board.widgets[2].columns) == ["no"]
    assert "board" not in seen(compiler, "order.read").pages


def test_nobody_without_permissions_sees_more_than_what_is_open_to_all(compiler: Compiler) -> None:
    configuration = seen(compiler, *ALL)
    assert list(configuration.pages) == ["home"]
    assert keys(configuration.shell.navigation) == ["home"]
    assert configuration.shell.landing == "home"


def test_each_language_has_its_own_texts_and_the_same_documents(compiler: Compiler) -> None:
    zh, en = listed(seen(compiler)), listed(seen(compiler, locale="en"))
    assert (zh.title, en.title) == ("订单", "Orders")
    assert zh.source == en.source
    assert zh.revision != en.revision


def test_the_breadcrumb_leads_through_pages_that_may_be_opened(compiler: Compiler) -> None:
    order = seen(compiler, locale="en").page("order")
    assert isinstance(order, out.DetailPage)
    assert [(crumb.label, crumb.page_key) for crumb in order.breadcrumb] == [("Orders", "orders"), ("Order", None)]


@pytest.mark.parametrize("lacking", [(), ("order.edit",), ("customer.email", "customer.read")])
def test_a_revision_is_the_same_for_the_same_configuration(compiler: Compiler, lacking: tuple[str, ...]) -> None:
    assert listed(seen(compiler, *lacking)).revision == listed(seen(compiler, *lacking)).revision
