"""What fills the variables of an operation: as declared, and what goes without saying."""

from collections.abc import Collection, Iterable

from prepaid.domains.pages.graph.compiler.schema_view import Root, SchemaView, input_fields
from prepaid.domains.pages.rules.fields import AnyField
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, OperationKind

ON_LISTS = (ActionPlacement.ROW, ActionPlacement.BULK)
ON_RECORDS = (ActionPlacement.DETAIL,)
LISTED = (
    Binding("filter", BindingSource.FILTER),
    Binding("orderBy", BindingSource.ORDER),
    Binding("search", BindingSource.SEARCH),
    Binding("first", BindingSource.PAGE, "first"),
    Binding("offset", BindingSource.PAGE, "offset"),
)
SEARCHED = (Binding("search", BindingSource.SEARCH), Binding("first", BindingSource.PAGE, "first"))
EXPORT_FIELD = "exportList"
KEYED = Binding("input.idempotencyKey", BindingSource.KEY)


def bindings_of(view: SchemaView, root: Root, operation: Operation, implied: tuple[Binding, ...] = ()) -> list[Binding]:
    """All bindings of an operation: its own, those that its place implies, and the idempotency key.

    A page or a search fills the arguments that its root has and that are not bound otherwise.
    """
    given = {binding.variable for binding in operation.bindings}
    found = list(operation.bindings)
    for one in implied:
        if one.variable in root.field.args and one.variable not in given:
            found.append(one)
            given.add(one.variable)
    if root.kind is OperationKind.MUTATION and KEYED.variable not in given:
        mutation = view.mutation(root.name)
        if mutation is not None and mutation.idempotent:
            found.append(KEYED)
    return found


def fills_argument(root: Root, field: AnyField) -> bool:
    """Whether a filter of a list fills an argument of its own (`members(role:)`) and not a part of `filter:`."""
    name = field.path[0]
    into = root.field.args.get("filter")
    return name in root.field.args and (into is None or name not in input_fields(into.type))


def filter_bindings(root: Root, filters: Iterable[AnyField]) -> tuple[Binding, ...]:
    """What the filters of a list fill, when some of them fill arguments of their own: then `filter` is one of many."""
    own = [field.path[0] for field in filters if fills_argument(root, field)]
    if not own:
        return ()
    return tuple(Binding(name, BindingSource.FILTER, name) for name in dict.fromkeys(["filter", *own]))


def row_paths(actions: Iterable[Action], placements: Collection[ActionPlacement]) -> list[str]:
    """What actions that are offered in these places read of the record: it has to be selected."""
    offered = [action for action in actions if set(action.placement) & set(placements)]
    operations = [one for action in offered for one in (action.submit, action.load) if one is not None]
    bindings = [binding for operation in operations for binding in operation.bindings]
    bindings += [binding for action in offered if action.goto for binding in action.goto.params]
    return [one.key for one in bindings if one.key and one.source in {BindingSource.ROW, BindingSource.SELECTION}]


def arguments_of(bindings: list[Binding]) -> list[str]:
    """The arguments that bindings fill, each once, in order."""
    return list(dict.fromkeys(binding.variable.split(".")[0] for binding in bindings))
