"""The check of pickers: the list that is searched, and what its records are called by."""

from collections.abc import Iterator

from prepaid.domains.pages.graph.compiler.check.columns import check_value
from prepaid.domains.pages.graph.compiler.check.ground import Ground
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.operations import OperationKind
from prepaid.domains.pages.rules.layout.shell import Base, Reference
from prepaid.domains.pages.rules.mistakes import Mistake


def check_references(base: Base, view: SchemaView) -> list[Mistake]:
    """Every mistake of the pickers."""
    ground = Ground(view, base)
    return [
        mistake.within(f"references.{one.target}")
        for one in base.references.values()
        for mistake in _reference(ground, one)
    ]


def _reference(ground: Ground, one: Reference) -> Iterator[Mistake]:
    yield from ground.page(one.page_key, "pageKey")
    root = ground.view.root(one.field)
    if root is None or root.kind is not OperationKind.QUERY:
        yield Mistake("field", f"没有查询 {one.field}", f"there is no query {one.field}")
        return
    row = ground.view.row_type(root)
    if row.name != one.target:
        yield Mistake("field", f"{one.field} 返回 {row.name}", f"{one.field} answers {row.name}")
        return
    yield from check_value(ground, row, one.label_path, ValueKind.TEXT, "labelPath")
    if one.description_path is not None:
        yield from check_value(ground, row, one.description_path, ValueKind.TEXT, "descriptionPath")
