"""Lists as exports read them: the page's own operation, in the columns that were chosen, page by page by cursor."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from graphql.execution import get_variable_values

from prepaid.core.actor import Actor
from prepaid.core.database import ReadSession
from prepaid.core.errors import BadUserInput, InvalidValue, NotFound
from prepaid.core.services import Services
from prepaid.domains.pages.commands.list_source import ListSource, Record, provide_lists
from prepaid.domains.pages.graph.base.tenants import MERCHANT_TYPE
from prepaid.domains.pages.graph.compiler.bindings import arguments_of, bindings_of, filter_bindings
from prepaid.domains.pages.graph.compiler.compiler import Compiler, Configuration
from prepaid.domains.pages.graph.compiler.documents import Wanted, text_of
from prepaid.domains.pages.graph.compiler.render.parts import column_paths
from prepaid.domains.pages.graph.configurations import Configurations
from prepaid.domains.pages.graph.serving import configurations_for
from prepaid.domains.pages.graph.types import pages as out
from prepaid.domains.pages.graph.types.parts import ColumnConfig
from prepaid.domains.pages.reads.audience import merchant_types
from prepaid.domains.pages.rules.exports.cells import ExportColumn
from prepaid.domains.pages.rules.layout.columns import Column
from prepaid.domains.pages.rules.layout.pages import ListPage
from prepaid.graph.context import GraphContext
from prepaid.graph.execute import Engine
from prepaid.graph.plan.pages import MAX_PAGE
from prepaid.graph.reads import OperationReads

STATEMENT_MS: Final = 60_000
PAGED: Final = ("first", "after")
COUNTED: Final = "counted"


@dataclass(frozen=True, slots=True)
class PlannedExport:
    """An export that was proven against what its caller sees."""

    page: ListPage
    columns: Sequence[Column]
    root: str
    document: str
    variables: Mapping[str, Any]


def plan_export(
    compiler: Compiler,
    configuration: Configuration,
    *,
    page_key: str,
    columns: Sequence[str],
    variables: Mapping[str, Any],
) -> PlannedExport:
    """Prove an export: the page is a list that the caller exports, he sees the columns, the variables fit.

    Raises:
        NotFound, InvalidValue, BadUserInput.
    """
    page = configuration.pages.get(page_key)
    if not isinstance(page, ListPage) or page.export is None:
        raise NotFound(path=("pageKey",))
    by_key = {column.key: column for column in page.columns}
    chosen = [by_key[key] for key in dict.fromkeys(columns) if key in by_key]
    if not chosen or len(chosen) < len(set(columns)):
        raise InvalidValue(path=("columns",), reason="UNKNOWN")
    view = compiler.view
    root = view.root(page.source.field)
    assert root is not None, f"{page.source.field} passed the check and is gone"
    bindings = bindings_of(view, root, page.source, filter_bindings(root, page.filters))
    taken = [name for name in (*arguments_of(bindings), "filter", "orderBy", "search") if name in root.field.args]
    given = {name: value for name, value in variables.items() if name in taken}
    arguments = [*dict.fromkeys(name for name in taken if name in given), *PAGED]
    paths = [f"nodes.{path}" for path in column_paths(chosen)]
    paths += ["pageInfo.hasNextPage", "pageInfo.endCursor", "totalCount", "totalCountIsCapped"]
    included = {"totalCount": COUNTED, "totalCountIsCapped": COUNTED}
    document = text_of("Export", Wanted(root, arguments, list(dict.fromkeys(paths)), included))
    return PlannedExport(page, chosen, root.name, document, given)


def prove_variables(engine: Engine, planned: PlannedExport) -> None:
    """Raises `BadUserInput` for conditions that the list does not take."""
    prepared = engine.parse_and_validate(planned.document)
    if prepared.errors:
        raise BadUserInput(prepared.errors[0].message)
    definitions = prepared.operation(None).node.variable_definitions or ()
    found = get_variable_values(engine.schema, definitions, dict(planned.variables), 10, hide_suggestions=True)
    if isinstance(found, list):
        raise BadUserInput(found[0].message)


@asynccontextmanager
async def open_list(
    services: Services, actor: Actor, *, page_key: str, columns: Sequence[str], variables: Mapping[str, Any]
) -> AsyncIterator[ListSource]:
    """See `commands.list_source.OpenList`."""
    configurations = await configurations_for(services)
    async with services.database.read(actor, timeout_ms=STATEMENT_MS) as session:
        seen = await configurations.of(session, actor)
        planned = plan_export(
            configurations.compiler, seen.configuration, page_key=page_key, columns=columns, variables=variables
        )
        prove_variables(configurations.engine, planned)
        reading = _Reading(configurations, services, session, planned)
        assert planned.page.export is not None
        most = planned.page.export.max_rows
        first = await reading.chunk(None, most, counted=True)
        yield ListSource(
            title=planned.page.title.of(actor.locale),
            columns=await _shown(configurations, seen.configuration, session, planned),
            total=None if first["totalCountIsCapped"] else first["totalCount"],
            most_rows=most,
            chunks=reading.chunks(first, most),
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One list in one snapshot."""

    configurations: Configurations
    services: Services
    session: ReadSession
    planned: PlannedExport

    async def chunks(self, first: Mapping[str, Any], most: int) -> AsyncIterator[Sequence[Record]]:
        connection, read = first, 0
        while True:
            nodes: Sequence[Record] = connection["nodes"]
            yield nodes
            read += len(nodes)
            # One row more than the file takes tells that something is left out.
            if read > most or not connection["pageInfo"]["hasNextPage"]:
                return
            connection = await self.chunk(connection["pageInfo"]["endCursor"], most + 1 - read, counted=False)

    async def chunk(self, after: str | None, left: int, *, counted: bool) -> Mapping[str, Any]:
        engine, actor = self.configurations.engine, self.session.actor
        context = GraphContext(actor=actor, database=self.services.database, services=self.services)
        page = {"first": max(1, min(MAX_PAGE, left)), "after": after, COUNTED: counted}
        value = await engine.value(
            engine.parse_and_validate(self.planned.document),
            {**self.planned.variables, **page},
            context,
            OperationReads.over(self.services.database, self.session),
        )
        found: Mapping[str, Any] = value
        return found


async def _shown(
    configurations: Configurations, configuration: Configuration, session: ReadSession, planned: PlannedExport
) -> list[ExportColumn]:
    """The columns as the page shows them: labels and what values are called."""
    rendered = configuration.page(planned.page.key)
    assert isinstance(rendered, out.ListPage)
    by_key = {str(column.key): column for column in rendered.columns}
    shown = [by_key[column.key] for column in planned.columns]
    return [await _column(configurations, session, column) for column in shown]


async def _column(configurations: Configurations, session: ReadSession, column: ColumnConfig) -> ExportColumn:
    labels: Mapping[str, str] | None = None
    locale = session.actor.locale
    if column.dictionary == MERCHANT_TYPE:
        labels = {code: en if locale == "en" else zh for code, zh, en in await merchant_types(session)}
    elif column.dictionary is not None:
        dictionary = configurations.compiler.base.dictionaries.get(column.dictionary)
        labels = {one.value: one.label.of(locale) for one in dictionary.options} if dictionary else None
    return ExportColumn(
        label=column.label, path=column.path, kind=column.kind, label_path=column.label_path, labels=labels
    )


provide_lists(open_list)
