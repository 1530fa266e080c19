"""Object types, connections and aggregates as Strawberry types."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Optional, Union

import strawberry
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

from prepaid.graph.assemble.annotations import Shape, shape_of
from prepaid.graph.assemble.catalog import Catalog, TypeEntry
from prepaid.graph.assemble.inputs import Inputs
from prepaid.graph.assemble.strawberry_types import argument, make_object, output_field
from prepaid.graph.declare.fields import Argument, Field, OneOf, Pages, Relation
from prepaid.graph.declare.roots import Root, RootAggregate
from prepaid.graph.declare.types import UnionDecl
from prepaid.graph.node import Node, PageInfo

PAGE_ARGUMENTS = (
    ("first", "Length of the page from the start (default 20, at most 200)", int),
    ("after", "Rows after this cursor", str),
    ("last", "Length of the page from the end", int),
    ("before", "Rows before this cursor", str),
    ("offset", "Rows to skip first (at most 10,000)", int),
)


class Objects:
    """The object types of one schema."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._inputs = Inputs(catalog)
        self._connections: dict[str, type] = {}
        self._unions: dict[str, Any] = {}

    def make(self) -> list[type]:
        """Turn every declared class into its Strawberry type."""
        return [self._object(entry) for entry in self._catalog.types.values()]

    def _object(self, entry: TypeEntry) -> type:
        decl = entry.decl
        fields = [output_field("id", strawberry.ID, "Global id")] if decl.node else []
        fields += [self._field(entry, name, declared) for name, declared in entry.fields.items()]
        interfaces = (*((Node,) if decl.node else ()), *decl.interfaces)
        return make_object(decl.name, decl.description, fields, cls=decl.cls, interfaces=interfaces)

    def _field(self, entry: TypeEntry, name: str, declared: Field) -> StrawberryField:
        shape = entry.shapes[name]
        arguments: Sequence[StrawberryArgument] = ()
        inner = shape.inner
        if isinstance(declared, Pages):
            target = self._catalog.types[declared.target]
            inner = self.connection(target)
            arguments = self._page_arguments(
                target, bool(declared.search), declared.arguments, entry.decl.cls.__module__
            )
        elif isinstance(declared, Relation) and isinstance(inner, str):
            inner = self._catalog.types[declared.target].decl.cls
        elif isinstance(declared, OneOf):
            inner = self._abstract(inner)
        return output_field(
            declared.name,
            _annotation(inner, shape),
            declared.description,
            arguments=arguments,
            deprecated=declared.deprecated,
            graphql_name=name,
        )

    def _abstract(self, inner: Any) -> Any:
        """A declared union as Strawberry's; an interface is one already."""
        union: UnionDecl | None = getattr(inner, "__graph_union__", None)
        if union is None:
            return inner
        if union.name not in self._unions:
            members: Any = Union[tuple(self._catalog.types[name].decl.cls for name in union.members)]  # noqa: UP007
            described = strawberry.union(union.name, description=union.description)
            self._unions[union.name] = Annotated[members, described]
        return self._unions[union.name]

    def connection(self, entry: TypeEntry) -> type:
        """`<Type>Connection` with its `<Type>Edge`."""
        if entry.name not in self._connections:
            cls, name = entry.decl.cls, entry.name
            edge = make_object(
                f"{name}Edge",
                f"One {name} with its place in the list.",
                [output_field("cursor", str, "Place in this order"), output_field("node", cls, f"The {name}")],
            )
            self._connections[name] = make_object(
                f"{name}Connection",
                f"A page of {name} rows.",
                [
                    output_field("edges", list[edge], "Rows with their cursors"),  # type: ignore[valid-type]
                    output_field("nodes", list[cls], "The rows"),  # type: ignore[valid-type]
                    output_field("page_info", PageInfo, "Where this page stands"),
                    output_field("total_count", int, "Rows in all, counted up to 10,000"),
                    output_field("total_count_is_capped", bool, "Whether there are more than 10,000"),
                ],
            )
        return self._connections[entry.name]

    def root(self, root: Root) -> StrawberryField:
        """A root field over one type; null when the caller may not read it or nothing is found."""
        entry = self._catalog.entry(root.target)
        annotation: Any = entry.decl.cls
        arguments = self._own_arguments(root.arguments, root.target.__module__)
        if root.kind == "page":
            annotation = self.connection(entry)
            arguments = self._page_arguments(entry, bool(root.search), root.arguments, root.target.__module__)
        elif root.kind == "list":
            annotation = list[annotation]
        elif root.kind == "one":
            arguments = [argument("id", strawberry.ID, "Global id")]
        return output_field(
            root.name,
            Optional[annotation],  # noqa: UP045
            root.description,
            arguments=arguments,
            deprecated=root.deprecated,
            graphql_name=root.name,
        )

    def aggregate(self, root: RootAggregate) -> StrawberryField:
        """A root field of figures, with a type of its own and one more for each grouping."""
        name = root.name[0].upper() + root.name[1:]
        module = root.target.__module__
        figures = [output_field("count", int, "Number of rows")]
        for figure_name, figure in root.figures.items():
            shape = shape_of(figure.annotation, module)
            figures.append(output_field(figure_name, _annotation(shape.inner, shape), figure.description))
        fields = list(figures)
        for group_name, group in root.groups.items():
            shape = shape_of(group.annotation, module)
            key = output_field("key", _annotation(shape.inner, shape), group.description)
            camel = to_camel_case(group_name)
            group_type = make_object(
                f"{name}{camel[0].upper()}{camel[1:]}", f"Figures of one group: {group.description}", [key, *figures]
            )
            fields.append(output_field(group_name, list[group_type], f"By group: {group.description}"))  # type: ignore[valid-type]
        made = make_object(name, root.description, fields)
        entry = self._catalog.entry(root.target)
        return output_field(
            root.name,
            Optional[made],  # noqa: UP045
            root.description,
            arguments=self._filter_arguments(entry, bool(root.search), root.arguments, module),
            graphql_name=root.name,
        )

    def _page_arguments(
        self, entry: TypeEntry, search: bool, own: Mapping[str, Argument], module: str
    ) -> list[StrawberryArgument]:
        made = self._filter_arguments(entry, search, own, module)
        order = self._inputs.order_of(entry)
        if order is not None:
            made.append(argument("order_by", Optional[list[order]], "Sort keys, the first one first"))  # type: ignore[valid-type] # noqa: UP045
        made += [argument(name, Optional[kind], text) for name, text, kind in PAGE_ARGUMENTS]  # noqa: UP045
        return made

    def _filter_arguments(
        self, entry: TypeEntry, search: bool, own: Mapping[str, Argument], module: str
    ) -> list[StrawberryArgument]:
        made = self._own_arguments(own, module)
        filter_type = self._inputs.filter_of(entry)
        if filter_type is not None:
            made.append(argument("filter", Optional[filter_type], "Conditions on the rows"))  # noqa: UP045
        if search:
            made.append(argument("search", Optional[str], "Text to look for"))  # noqa: UP045
        return made

    def _own_arguments(self, own: Mapping[str, Argument], module: str) -> list[StrawberryArgument]:
        made = []
        for name, declared in own.items():
            shape = shape_of(declared.annotation, module)
            made.append(argument(name, _annotation(shape.inner, shape), declared.description))
        return made


def _annotation(inner: Any, shape: Shape) -> Any:
    made = list[inner] if shape.is_list else inner
    return Optional[made] if shape.nullable else made  # noqa: UP045
