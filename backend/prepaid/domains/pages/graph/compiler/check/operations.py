"""The check of operations: the root field, the variables, and what an input needs."""

from collections.abc import Iterable, Iterator, Sequence

from graphql import is_required_argument, is_required_input_field
from graphql.type import GraphQLInputType

from prepaid.domains.pages.graph.compiler.bindings import bindings_of
from prepaid.domains.pages.graph.compiler.check.ground import Ground
from prepaid.domains.pages.graph.compiler.schema_view import Root, UnknownPath, input_fields
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, OperationKind
from prepaid.domains.pages.rules.mistakes import Mistake

Path = tuple[str, ...]


def check_operation(
    ground: Ground,
    operation: Operation,
    kind: OperationKind,
    *,
    implied: tuple[Binding, ...] = (),
    form: Iterable[Path] = (),
) -> Iterator[Mistake]:
    """Mistakes of one operation. `form` are the paths that a form fills in its input."""
    root = ground.view.root(operation.field)
    if root is None or root.kind is not kind:
        what = "查询" if kind is OperationKind.QUERY else "操作"
        text = f"there is no {kind.value.lower()} {operation.field}"
        yield Mistake("field", f"没有{what} {operation.field}", text)
        return
    bindings = bindings_of(ground.view, root, operation, implied)
    wrong = [*_bound(ground, root, bindings), *_selected(ground, root, operation)]
    yield from wrong
    if not wrong:
        yield from _complete(root, bindings, tuple(form))


def form_input(root: Root, bindings: Iterable[Binding]) -> GraphQLInputType | None:
    """The input that a form fills whole, if any."""
    for binding in bindings:
        if binding.source is BindingSource.FORM and binding.key is None and "." not in binding.variable:
            return root.field.args[binding.variable].type
    return None


def _bound(ground: Ground, root: Root, bindings: Sequence[Binding]) -> Iterator[Mistake]:
    for number, binding in enumerate(bindings):
        place = f"bindings.{number}.variable"
        argument, *path = binding.variable.split(".")
        if argument not in root.field.args:
            yield Mistake(place, f"{root.name} 没有参数 {argument}", f"{root.name} has no argument {argument}")
            continue
        try:
            ground.view.input_at(root.field.args[argument].type, path)
        except UnknownPath as error:
            yield Mistake(place, f"{error.owner} 没有 {error.step}", f"{error.owner} has no {error.step}")
        if binding.source in {BindingSource.ROUTE_PARAM, BindingSource.PAGE} and binding.key is None:
            yield Mistake(f"bindings.{number}.key", "缺少 key", "its key is missing")


def _selected(ground: Ground, root: Root, operation: Operation) -> Iterator[Mistake]:
    for number, path in enumerate(operation.select):
        try:
            ground.view.steps(root.type, path)
        except UnknownPath as error:
            yield Mistake(
                f"select.{number}", f"{error.owner} 没有字段 {error.step}", f"{error.owner} has no {error.step}"
            )


def _complete(root: Root, bindings: Sequence[Binding], form: tuple[Path, ...]) -> Iterator[Mistake]:
    """Everything that an argument or an input must be given is bound or asked for."""
    whole = {binding.variable for binding in bindings if binding.source is BindingSource.FORM and binding.key is None}
    given = {tuple(binding.variable.split(".")) for binding in bindings} - {(argument,) for argument in whole}
    given |= {(argument, *path) for argument in whole for path in form}
    for name, argument in root.field.args.items():
        below = {path for path in given if path[0] == name}
        if not below and name not in whole and is_required_argument(argument):
            yield Mistake("bindings", f"未填写参数 {name}", f"the argument {name} is not bound")
        if (name,) not in given and (below or name in whole):
            for path in _missing(argument.type, (name,), below):
                text = ".".join(path)
                yield Mistake("bindings", f"必填项 {text} 没有来源", f"nothing fills {text}, which is required")


def _missing(at: GraphQLInputType, here: Path, given: set[Path]) -> Iterator[Path]:
    for name, field in input_fields(at).items():
        path = (*here, name)
        below = {one for one in given if one[: len(path)] == path}
        if path in given:
            continue
        if below:
            yield from _missing(field.type, path, below)
        elif is_required_input_field(field):
            yield path
