"""From the parameters of a request to an operation that may run: found, measured, validated, paid for."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
)

from prepaid.core.actor import Actor
from prepaid.core.errors import Forbidden
from prepaid.graph.context import GraphContext
from prepaid.graph.cost import CostPlan, cost_plan
from prepaid.graph.documents import (
    StoredDocument,
    StoredDocumentRequired,
    StoredDocuments,
    StoredDocumentUnknown,
    document_hash,
    runs_any_document,
)
from prepaid.graph.errors import error_entry
from prepaid.graph.execute import Engine, Result
from prepaid.graph.introspection import Introspection
from prepaid.graph.limits import Limits, QueryTooComplex, check_variables
from prepaid.graph.measure import INTROSPECTION, Shape
from prepaid.graph.prepared import Prepared
from prepaid.graph.rate_limit import REFUSED_COST, CostLimiter
from prepaid.graph.request import GraphRequest

SYNTAX = "DOCUMENT_SYNTAX"
INVALID = "DOCUMENT_INVALID"


class DocumentInvalid(Exception):
    """A document with a syntax error or one that the schema does not allow."""

    def __init__(self, errors: Sequence[GraphQLError], code: str) -> None:
        super().__init__(code)
        self.errors = errors
        self.code = code


@dataclass(frozen=True, slots=True)
class KnownOperation:
    """One operation of a document, with what is known of it before it runs."""

    node: OperationDefinitionNode
    cost: CostPlan
    roots: tuple[str, ...]
    """Names of its root fields."""

    @property
    def introspects(self) -> bool:
        return not INTROSPECTION.isdisjoint(self.roots)

    @property
    def kind(self) -> OperationType:
        return self.node.operation


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A validated document and its operations by name."""

    prepared: Prepared
    operations: Mapping[str | None, KnownOperation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """An operation that may run now."""

    document: KnownDocument
    operation: KnownOperation
    request: GraphRequest
    cost: int
    remaining: int
    label: str
    """Name for metrics: `client/name` of a stored document, `ad hoc` for any other (bounded in number)."""

    @property
    def cost_extension(self) -> dict[str, int]:
        return {"requested": self.cost, "remaining": self.remaining}


@dataclass(slots=True, kw_only=True)
class Admission:
    """Decides what may run, in the order of what it costs to find out."""

    engine: Engine
    documents: StoredDocuments
    limits: Limits
    limiter: CostLimiter
    introspection: Introspection
    production: bool
    kept_characters: int = 400_000
    _known: OrderedDict[str, KnownDocument] = field(default_factory=OrderedDict)
    _characters: int = 0

    async def admit(self, request: GraphRequest, actor: Actor) -> Admitted:
        """Find, measure, validate and charge an operation.

        Raises:
            DocumentInvalid: syntax, validation, or an operation name that does not fit.
            RequestError: everything else, with its code.
        """
        await self.limiter.check(actor)
        try:
            text, stored = await self._text(request, actor)
            document = self._document(text)
            operation = self._operation(document, request.operation_name)
            check_variables(request.variables, self.limits)
            cost = operation.cost.of(request.variables, self.limits)
            self._check_introspection(operation, actor)
        except (DocumentInvalid, QueryTooComplex):
            await self.limiter.charge(actor, REFUSED_COST)
            raise
        return Admitted(
            document=document,
            operation=operation,
            request=request,
            cost=cost,
            remaining=await self.limiter.charge(actor, cost),
            label=f"{stored.client}/{stored.name}" if stored else "ad hoc",
        )

    async def run(self, admitted: Admitted, context: GraphContext) -> Result:
        """Execute an admitted operation: introspection against what the caller may see, all else in the engine."""
        request, prepared = admitted.request, admitted.document.prepared
        if not admitted.operation.introspects:
            return await self.engine.run(prepared, request.operation_name, request.variables, context)
        assert prepared.document is not None
        result = await self.introspection.run(
            prepared.document, request.operation_name, request.variables, context.actor.grants
        )
        locale, trace_id = context.actor.locale, context.request_id
        return Result(result.data, [error_entry(error, locale, trace_id) for error in result.errors or ()])

    async def _text(self, request: GraphRequest, actor: Actor) -> tuple[str, StoredDocument | None]:
        free = runs_any_document(actor, production=self.production)
        if request.document_id is not None:
            try:
                stored = await self.documents.find(request.document_id, actor)
            except StoredDocumentUnknown:
                if not free or request.query is None or document_hash(request.query) not in request.document_id:
                    raise
                return request.query, None
            return stored.text, stored
        assert request.query is not None
        if not free:
            raise StoredDocumentRequired
        return request.query, None

    def _document(self, text: str) -> KnownDocument:
        known = self._known.get(text)
        if known is not None:
            self._known.move_to_end(text)
            return known
        prepared = self.engine.parse_and_validate(text)
        if prepared.errors or prepared.document is None:
            syntax = any(isinstance(error, GraphQLSyntaxError) for error in prepared.errors)
            raise DocumentInvalid(prepared.errors, SYNTAX if syntax else INVALID)
        known = KnownDocument(prepared, dict(self._operations(prepared.document)))
        self._keep(text, known)
        return known

    def _keep(self, text: str, known: KnownDocument) -> None:
        # A syntax tree weighs some hundred times its text: the number of characters bounds the memory.
        self._known[text] = known
        self._characters += len(text)
        while self._characters > self.kept_characters:
            oldest, _ = self._known.popitem(last=False)
            self._characters -= len(oldest)

    def _operations(self, document: DocumentNode) -> list[tuple[str | None, KnownOperation]]:
        fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
        operations = []
        for node in document.definitions:
            if isinstance(node, OperationDefinitionNode):
                shape = Shape(fragments)
                shape.add(node.selection_set)
                known = KnownOperation(node, cost_plan(self.engine.schema, node, fragments), tuple(shape.roots))
                if known.introspects and not INTROSPECTION.union({"__typename"}).issuperset(shape.roots):
                    raise DocumentInvalid([GraphQLError("Introspection stands alone in its operation.", node)], INVALID)
                operations.append((node.name.value if node.name else None, known))
        return operations

    def _operation(self, document: KnownDocument, name: str | None) -> KnownOperation:
        if name:
            operation = document.operations.get(name)
            if operation is None:
                raise DocumentInvalid([GraphQLError(f'Unknown operation named "{name}".')], INVALID)
            return operation
        if len(document.operations) != 1:
            raise DocumentInvalid([GraphQLError("Must provide operation name if query contains several.")], INVALID)
        return next(iter(document.operations.values()))

    def _check_introspection(self, operation: KnownOperation, actor: Actor) -> None:
        if operation.introspects and not self.introspection.allowed(actor):
            raise Forbidden("Introspection is not open to this caller")
