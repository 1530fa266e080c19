"""Operations as references to stored documents."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphql import GraphQLNamedType, get_named_type, is_leaf_type
from strawberry import ID

from prepaid.domains.pages.graph.compiler.bindings import EXPORT_FIELD, LISTED, SEARCHED, arguments_of, bindings_of
from prepaid.domains.pages.graph.compiler.documents import Documents, Wanted
from prepaid.domains.pages.graph.compiler.schema_view import Root, SchemaView, UnknownPath
from prepaid.domains.pages.graph.types import operations as out
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Navigation, Operation, OperationKind
from prepaid.domains.pages.rules.layout.shell import Reference

PAYLOAD = ("userErrors.code", "userErrors.message", "userErrors.path", "userErrors.data", "replayed")
COUNTED = ("totalCount", "totalCountIsCapped")
ACTIONS = ("availableActions.key", "availableActions.enabled", "availableActions.reason")


@dataclass(frozen=True, slots=True)
class Operations:
    """Makes the documents of one page; their names begin with the page's."""

    view: SchemaView
    documents: Documents
    page_name: str

    def list(
        self,
        operation: Operation,
        name: str,
        paths: Iterable[str],
        included: dict[str, str] | None = None,
        filters: tuple[Binding, ...] = (),
    ) -> out.OperationRef:
        """A connection, a list or one record, by what its records are asked for."""
        root = self._root(operation)
        prefix = "nodes." if self.view.is_connection(root) else ""
        row = self.view.row_type(root)
        fields = getattr(row, "fields", {})
        paths = tuple(paths)
        known = {path: self.view.selected(row, path) for path in paths}
        always = (*(("id",) if "id" in fields else ()), *(ACTIONS if "availableActions" in fields else ()))
        wanted = [*always, *known.values()]
        counted = COUNTED if prefix else ()
        every = [*counted, *(f"{prefix}{path}" for path in wanted), *operation.select]
        # What comes as a whole is always asked for: another column may show another part of it.
        variables = {f"{prefix}{path}": name for path, name in (included or {}).items() if known.get(path) == path}
        return self._ref(
            root, operation, name, every, implied=(*filters, *LISTED) if prefix else (), included=variables
        )

    def record(self, operation: Operation, name: str, paths: Iterable[str]) -> out.OperationRef:
        """One record, with those of the paths that it has: a form also asks for what no record holds, as a reason."""
        row = self.view.row_type(self._root(operation))
        return self.list(operation, name, [path for path in paths if self._holds(row, path)])

    def _holds(self, row: GraphQLNamedType, path: str) -> bool:
        try:
            steps = self.view.steps(row, path)
        except UnknownPath:
            return False
        return is_leaf_type(get_named_type(steps[-1].field.type))

    def submit(self, operation: Operation, name: str) -> out.OperationRef:
        """A mutation: whether it was refused and why, and what the page wants of its payload."""
        root = self._root(operation)
        fields = getattr(root.type, "fields", {})
        paths = [*(path for path in PAYLOAD if path.split(".")[0] in fields), *operation.select]
        return self._ref(root, operation, name, paths)

    def search(self, reference: Reference, name: str, depends_on: Iterable[str]) -> out.OperationRef:
        """A picker."""
        operation = Operation(field=reference.field)
        root = self._root(operation)
        arguments = root.field.args
        narrowed = [Binding(key, BindingSource.FORM, key) for key in depends_on if key in arguments]
        paths = ["id", reference.label_path, *filter(None, (reference.description_path,))]
        prefix = "nodes." if self.view.is_connection(root) else ""
        return self._ref(root, operation, name, [f"{prefix}{path}" for path in paths], implied=(*SEARCHED, *narrowed))

    def export(self, page_key: str, of: Iterable[out.VariableBinding]) -> out.OperationRef:
        """The export of a list: what binds the list's own variables binds them here, apart from its pages."""
        bindings = [
            Binding("input.pageKey", BindingSource.CONSTANT, constant=page_key),
            *(Binding(f"input.{name}", BindingSource.FORM, name) for name in ("format", "columns")),
        ]
        bindings += [
            Binding(f"input.variables.{one.variable}", one.source, one.key, one.constant)
            for one in of
            if one.source is not BindingSource.PAGE
        ]
        operation = Operation(field=EXPORT_FIELD, bindings=tuple(bindings), select=("task.id",))
        return self.submit(operation, "_export")

    def count(self, operation: Operation, name: str, filters: tuple[Binding, ...] = ()) -> out.OperationRef:
        """How many records a list holds: a number stands at the result path."""
        bindings = (*filters, *(one for one in LISTED if one.variable in {"filter", "search"}))
        counted = self._ref(self._root(operation), operation, name, COUNTED, implied=bindings)
        counted.result_path = f"{counted.result_path}.{COUNTED[0]}"
        return counted

    def figure(self, operation: Operation, name: str, value_path: str | None) -> out.OperationRef:
        """One value: of a record or a function that at the path, of a list how many records it holds."""
        return self._ref(self._root(operation), operation, name, COUNTED if value_path is None else (value_path,))

    def _root(self, operation: Operation) -> Root:
        root = self.view.root(operation.field)
        assert root is not None, f"{operation.field} passed the check and is gone"
        return root

    def _ref(
        self,
        root: Root,
        operation: Operation,
        name: str,
        paths: Iterable[str],
        *,
        implied: tuple[Binding, ...] = (),
        included: dict[str, str] | None = None,
    ) -> out.OperationRef:
        bindings = bindings_of(self.view, root, operation, implied)
        full = f"{self.page_name}{name}"
        wanted = Wanted(root, arguments_of(bindings), list(dict.fromkeys(paths)), included or {})
        digest = self.documents.register(full, wanted)
        return out.OperationRef(
            id=ID(digest),
            name=full,
            kind=OperationKind(root.kind),
            result_path=root.name,
            variables=[bound(binding) for binding in bindings],
        )


def bound(binding: Binding) -> out.VariableBinding:
    """A binding as it travels."""
    return out.VariableBinding(
        variable=binding.variable, source=binding.source, key=binding.key, constant=binding.constant
    )


def navigation(step: Navigation) -> out.Navigation:
    """A step to another page as it travels."""
    return out.Navigation(page_key=ID(step.page_key), params=[bound(binding) for binding in step.params])
