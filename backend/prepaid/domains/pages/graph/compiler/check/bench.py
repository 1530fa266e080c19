"""The check of the work bench: each card counts something that there is, and leads to a list that shows it."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

from prepaid.domains.pages.graph.compiler.check.columns import check_value
from prepaid.domains.pages.graph.compiler.check.ground import Ground, keys_once
from prepaid.domains.pages.graph.compiler.check.operations import check_operation
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.rules.layout.bench import BenchCard
from prepaid.domains.pages.rules.layout.operations import OperationKind
from prepaid.domains.pages.rules.layout.pages import ListPage
from prepaid.domains.pages.rules.layout.shell import Base
from prepaid.domains.pages.rules.mistakes import Mistake

FILTER = "f."


def check_bench(base: Base, view: SchemaView) -> list[Mistake]:
    """Every mistake of the cards."""
    ground = Ground(view, base)
    found = [*keys_once((card.key for card in base.bench), "bench")]
    for card in base.bench:
        found += [mistake.within(f"bench.{card.key}") for mistake in _card(ground, card)]
    return found


def _card(ground: Ground, card: BenchCard) -> Iterator[Mistake]:
    for mistake in check_operation(ground, card.source, OperationKind.QUERY):
        yield mistake.within("source")
    yield from ground.page(card.page_key, "pageKey")
    yield from _view(ground, card)
    root = ground.view.root(card.source.field)
    if root is None:
        return
    if ground.view.is_connection(root):
        if card.value_path is not None:
            yield Mistake("valuePath", "列表只计条数", "records of a list are counted")
    elif card.value_path is None:
        yield Mistake("valuePath", "缺少数值", "it does not say which value it shows")
    else:
        yield from check_value(ground, ground.view.row_type(root), card.value_path, card.value_kind, "valuePath")


def _view(ground: Ground, card: BenchCard) -> Iterator[Mistake]:
    """What the query names is there in the list."""
    page = ground.base.pages.get(card.page_key)
    if page is None or not card.query:
        return
    if not isinstance(page, ListPage):
        yield Mistake("query", f"{page.key} 不是列表", f"{page.key} is no list")
        return
    filters = {field.key for field in page.filters}
    views = {preset.key for preset in page.presets}
    for name, value in parse_qsl(card.query, keep_blank_values=True):
        if name == "view" and value not in views:
            yield Mistake("query", f"没有视图 {value}", f"there is no view {value}")
        if name.startswith(FILTER) and name.removeprefix(FILTER) not in filters:
            yield Mistake("query", f"没有筛选项 {name}", f"there is no filter {name}")
