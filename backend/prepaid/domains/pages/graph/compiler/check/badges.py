"""The check of the counts beside menu entries."""

from collections.abc import Iterator

from prepaid.domains.pages.graph.compiler.bindings import LISTED
from prepaid.domains.pages.graph.compiler.check.ground import Ground
from prepaid.domains.pages.graph.compiler.check.operations import check_operation
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.rules.layout.operations import OperationKind
from prepaid.domains.pages.rules.layout.shell import Base, Shell
from prepaid.domains.pages.rules.mistakes import Mistake


def check_badges(shell: Shell, base: Base, view: SchemaView) -> Iterator[Mistake]:
    """Each is a list that the browser counts."""
    ground = Ground(view, base)
    for item in shell.navigation:
        if item.badge is None:
            continue
        place = f"navigation.{item.key}.badge"
        for mistake in check_operation(ground, item.badge, OperationKind.QUERY, implied=LISTED):
            yield mistake.within(place)
        root = view.root(item.badge.field)
        if root is not None and not view.is_connection(root):
            yield Mistake(f"{place}.field", f"{root.name} 不是列表", f"{root.name} is no connection")
