"""A platform template as a document: what an export writes and an import reads. Pure.

`canonical` is the one form of a template: nodes in the order of the tree, roles by code, grants with their
ancestors, by code. Export, import and export again give the same document.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from prepaid.domains.identity.rules.permissions import (
    CHILDREN,
    CODE,
    GUARDING,
    PERMISSIONS,
    Audience,
    Gate,
    NodeKind,
)
from prepaid.domains.identity.rules.tree import Looped, Tree, UnknownNode
from prepaid.kit.text import InvalidText, clean_text

FORMAT: Final = "prepaid.platform-template"
SecondFactor = Literal["REQUIRED", "OPTIONAL"]
MOST_NODES: Final = 2_000
MOST_ROLES: Final = 200


def _code(value: str) -> str:
    if CODE.fullmatch(value) is None:
        raise ValueError("not a code")
    return value


Code = Annotated[str, AfterValidator(_code)]


class InvalidDocument(ValueError):
    """`path` leads to the place in the document; `reason` says what is wrong there."""

    def __init__(self, reason: str, *path: str | int) -> None:
        self.reason = reason
        self.path = tuple(map(str, path))
        super().__init__(f"{'.'.join(self.path)}: {reason}")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Name(_Part):
    """A name in both languages."""

    zh: str = Field(min_length=1, max_length=80)
    en: str = Field(min_length=1, max_length=80)

    @field_validator("zh", "en")
    @classmethod
    def _clean(cls, value: str) -> str:
        return _text(value, 80)


class TemplateHead(_Part):
    """The template's own values."""

    code: Code
    name: Name
    audience: Audience
    second_factor: SecondFactor = Field("OPTIONAL", alias="secondFactor")
    idle_minutes: int = Field(15, alias="idleMinutes", ge=1, le=60, strict=True)

    @field_validator("second_factor")
    @classmethod
    def _bank_staff_have_two_factors(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("audience") is Audience.BANK and value != "REQUIRED":
            raise ValueError("bank staff sign in with a second factor")
        return value


class NodeEntry(_Part):
    """A node, named by its code; `parent` is the code of the one above."""

    code: Code
    parent: Code | None = None
    kind: NodeKind
    name: Name
    feature: Code | None = None
    gate: Gate | None = None


class RoleEntry(_Part):
    """A role with the codes of its nodes."""

    code: Code
    name: Name
    description: str = ""
    description_en: str = Field("", alias="descriptionEn")
    grants: tuple[Code, ...] = ()

    @field_validator("description", "description_en")
    @classmethod
    def _clean(cls, value: str) -> str:
        return _text(value, 500)


class TemplateDocument(_Part):
    """Version 1 of the format."""

    format: Literal["prepaid.platform-template"] = FORMAT
    version: Literal[1] = 1
    template: TemplateHead
    nodes: tuple[NodeEntry, ...] = Field((), max_length=MOST_NODES)
    roles: tuple[RoleEntry, ...] = Field((), max_length=MOST_ROLES)

    @property
    def tree(self) -> Tree[str]:
        """The nodes' codes as a tree."""
        return Tree({node.code: node.parent for node in self.nodes})


def read(document: Mapping[str, Any]) -> TemplateDocument:
    """The document in its canonical form.

    Raises:
        InvalidDocument: not this format, unknown or missing members, a code twice, a node in a place where
            it cannot stand, a guarding node that nothing asks for, a grant of no node.
    """
    try:
        return canonical(TemplateDocument.model_validate(document))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise InvalidDocument(first["msg"], *first["loc"]) from error


def write(document: TemplateDocument) -> dict[str, Any]:
    """The document as JSON values; what has its default value or is absent is left out."""
    head = document.template.model_dump(mode="json", by_alias=True)
    return {
        "format": document.format,
        "version": document.version,
        "template": head,
        "nodes": [node.model_dump(mode="json", exclude_none=True) for node in document.nodes],
        "roles": [role.model_dump(mode="json", by_alias=True) for role in document.roles],
    }


def canonical(document: TemplateDocument) -> TemplateDocument:
    """The same template in its one form; raises `InvalidDocument` like `read`."""
    _unique((node.code for node in document.nodes), "nodes")
    _unique((role.code for role in document.roles), "roles")
    try:
        tree = document.tree
    except UnknownNode as error:
        raise InvalidDocument(f"no node has the code {error.nodes[0]}", "nodes") from error
    except Looped as error:
        raise InvalidDocument("a node stands under itself", "nodes") from error
    nodes = {node.code: node for node in document.nodes}
    for place, node in enumerate(document.nodes):
        above = nodes[node.parent].kind if node.parent is not None else None
        if problem := misfit(node, above, document.template.audience):
            raise InvalidDocument(problem, "nodes", place, "code")
    return document.model_copy(
        update={
            "nodes": tuple(nodes[code] for code in tree.order),
            "roles": tuple(_closed(role, tree) for role in sorted(document.roles, key=lambda role: role.code)),
        }
    )


def misfit(node: NodeEntry, above: NodeKind | None, audience: Audience) -> str | None:
    """What is wrong with a node in its place, or None."""
    if above is not None and node.kind not in CHILDREN[above]:
        return f"a {node.kind} cannot stand under a {above}"
    known = PERMISSIONS.get(node.code)
    if known is None:
        return f"nothing asks for the permission {node.code}" if node.kind in GUARDING else None
    if known.kind is not node.kind:
        return f"{node.code} is of kind {known.kind}"
    if audience not in known.audiences:
        return f"{node.code} is not for platforms of audience {audience}"
    if (known.feature is not None and node.feature != known.feature) or node.gate != known.gate:
        return f"feature and gate of {node.code} are fixed by the system"
    return None


def _closed(role: RoleEntry, tree: Tree[str]) -> RoleEntry:
    try:
        return role.model_copy(update={"grants": tuple(sorted(tree.closed(role.grants)))})
    except UnknownNode as error:
        raise InvalidDocument(f"no node has the code {error.nodes[0]}", "roles", role.code, "grants") from error


def _unique(codes: Iterable[str], part: str) -> None:
    for code, count in Counter(codes).items():
        if count > 1:
            raise InvalidDocument(f"the code {code} is there {count} times", part)


def _text(value: str, longest: int) -> str:
    try:
        return clean_text(value, max_length=longest)
    except InvalidText as error:
        raise ValueError(error.reason.value) from error
