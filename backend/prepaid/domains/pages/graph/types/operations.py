"""Operations and steps to other pages."""

import strawberry
from strawberry.scalars import JSON

from prepaid.domains.pages.rules.layout.operations import BindingSource, OperationKind


@strawberry.type(description="One variable of an operation, or a part of one, and its source.")
class VariableBinding:
    """See `rules.layout.operations.Binding`."""

    variable: str = strawberry.field(description="Name of the variable, or a path into it: `input.id`")
    source: BindingSource = strawberry.field(description="Where the value comes from")
    key: str | None = strawberry.field(description="Which part of the source", default=None)
    constant: JSON | None = strawberry.field(description="Of CONSTANT: the value", default=None)


@strawberry.type(description="A stored document: the browser never sees or builds its text.")
class OperationRef:
    """A compiled operation."""

    id: strawberry.ID = strawberry.field(description="SHA-256 of the stored document, in hex")
    name: str = strawberry.field(description="Name of the operation in it")
    kind: OperationKind = strawberry.field(description="Query or mutation")
    result_path: str = strawberry.field(description="From `data` to the connection, the record or the payload")
    variables: list[VariableBinding] = strawberry.field(description="What fills its variables")


@strawberry.type(description="A step to another page.")
class Navigation:
    """See `rules.layout.operations.Navigation`."""

    page_key: strawberry.ID = strawberry.field(description="Key of the page")
    params: list[VariableBinding] = strawberry.field(description="What fills the parameters of its path")
