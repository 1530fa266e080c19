"""Order and window of a connection, from its arguments."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import BigInteger

from prepaid.core.errors import BadUserInput
from prepaid.graph.assemble.catalog import TypeEntry
from prepaid.graph.assemble.inputs import field_of_order
from prepaid.graph.declare.fields import Leaf
from prepaid.graph.declare.plan_context import Environment, Param, PlanContext
from prepaid.graph.plan.arguments import Given
from prepaid.graph.plan.cursor import decode, signature
from prepaid.graph.plan.levels import SortKey, Window
from prepaid.graph.plan.sql import column
from prepaid.graph.plan.values import may_be_null, value_of

DEFAULT_PAGE: Final = 20
MAX_PAGE: Final = 200
MAX_OFFSET: Final = 10_000
MAX_KEYS: Final = 5


def sort_keys(
    entry: TypeEntry,
    default: Sequence[str],
    given: Given | None,
    ctx: PlanContext,
    check: Callable[[Leaf], None],
) -> tuple[SortKey, ...]:
    """The sort keys, ended by the row's own key so that no two rows are equal."""
    wanted: list[tuple[Leaf, bool]] = []
    if given is not None:
        wanted = [(field_of_order(entry, str(item["field"].value)), bool(item["descending"])) for item in given.value]
    else:
        wanted = [(entry.leaf(name.lstrip("-")), name.startswith("-")) for name in default]
    if len(wanted) > MAX_KEYS:
        raise BadUserInput(f"an order has at most {MAX_KEYS} keys")
    keys = []
    for leaf, descending in wanted:
        check(leaf)
        keys.append(SortKey(leaf.name, value_of(leaf, ctx), descending, may_be_null(leaf), leaf.expression(ctx).type))
    # Ids are UUIDv7: without any order the newest row comes first.
    last = keys[-1].descending if keys else True
    return (*keys, *(_own_key(entry, name, last) for name in entry.decl.key))


def _own_key(entry: TypeEntry, name: str, descending: bool) -> SortKey:
    return SortKey(name, lambda row: [column(row, name)], descending, False, entry.decl.table.c[name].type)


def window_of(given: Mapping[str, Given], entry: TypeEntry, keys: Sequence[SortKey], ctx: PlanContext) -> Window:
    """The page that the arguments ask for.

    Raises:
        BadUserInput: a length outside 1 … 200, both ends at once, an offset from the end.
    """
    if "first" in given and "last" in given:
        raise BadUserInput("give `first` or `last`, not both")
    size = next((given[name].value for name in ("first", "last") if name in given), DEFAULT_PAGE)
    if not 1 <= size <= MAX_PAGE:
        raise BadUserInput(f"a page has 1 to {MAX_PAGE} rows")
    if "last" in given and "offset" in given:
        raise BadUserInput("`offset` counts from the start: give `first` with it")
    return Window(
        size,
        "last" in given,
        _cursor(given.get("after"), entry, keys, ctx),
        _cursor(given.get("before"), entry, keys, ctx),
        ctx.bind(lambda env: _offset(given["offset"].source(env)), BigInteger()) if "offset" in given else None,
    )


def _offset(value: int) -> int:
    if not 0 <= value <= MAX_OFFSET:
        raise BadUserInput(f"`offset` is 0 to {MAX_OFFSET}")
    return value


def _cursor(
    given: Given | None, entry: TypeEntry, keys: Sequence[SortKey], ctx: PlanContext
) -> tuple[Param, ...] | None:
    if given is None:
        return None
    wanted, source = signature(entry.name, keys), given.source

    def part(index: int) -> Callable[[Environment], Any]:
        return lambda env: decode(source(env), wanted, keys)[index]

    return tuple(ctx.bind(part(index), key.type) for index, key in enumerate(keys))
