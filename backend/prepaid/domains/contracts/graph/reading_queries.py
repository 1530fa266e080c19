"""Root fields that plain Python answers: drafts, comparison, linter, agreements, the root certificate."""

import base64
from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import strawberry

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.contracts.commands import accept_agreement as accepting
from prepaid.domains.contracts.commands.signing_service import root_certificate
from prepaid.domains.contracts.commands.template_content import hits_of, stored_clauses
from prepaid.domains.contracts.errors.templates import NoTemplateInForce
from prepaid.domains.contracts.graph.template_inputs import (
    ContractClauseDraft,
    ContractClauseInput,
    ContractTemplateDraft,
    ContractVariableDraft,
    ParameterRange,
    RuleParametersDraft,
)
from prepaid.domains.contracts.models import ContractTemplateVersion
from prepaid.domains.contracts.reads.template_rows import (
    find_version,
    open_or_published,
    types_of,
)
from prepaid.domains.contracts.rules.clauses import Clause
from prepaid.domains.contracts.rules.compare import (
    ClauseChange,
    ClauseDifference,
    WordChange,
    compare_clauses,
    compare_parameters,
)
from prepaid.domains.contracts.rules.linter import Hit, VoidClass
from prepaid.domains.contracts.rules.parameters import BY_NAME, read_parameters, shown
from prepaid.domains.contracts.rules.scenes import Scene, TemplateState
from prepaid.domains.identity.graph.reading import own_merchant
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read
from prepaid.graph.types import SIGNED_IN, GlobalID, Info, query_field


@strawberry.type(description="A void clause: where it stands, in which words, why.")
class VoidClause:
    """A hit of the linter."""

    clause_key: str = strawberry.field(description="Clause")
    begin: int = strawberry.field(description="First character of the words in its text, from 0")
    end: int = strawberry.field(description="First character after them")
    words: str = strawberry.field(description="The words")
    void_class: VoidClass = strawberry.field(description="Class")
    explanation: str = strawberry.field(description="Why, in the caller's language")
    source: str = strawberry.field(description="Article that says so")


@strawberry.type(description="A run of words in a comparison.")
class ComparedWords:
    """Words."""

    change: WordChange = strawberry.field(description="Whether they came or went")
    text: str = strawberry.field(description="The words")


@strawberry.type(description="A clause in two versions.")
class ComparedClause:
    """A clause."""

    key: str = strawberry.field(description="Clause")
    title: str = strawberry.field(description="Its title")
    change: ClauseChange = strawberry.field(description="What became of it")
    words: list[ComparedWords] = strawberry.field(description="Its text, with what came and went")


@strawberry.type(description="A rule parameter that differs.")
class ComparedParameter:
    """A parameter."""

    name: str = strawberry.field(description="Parameter")
    label: str = strawberry.field(description="What it is called")
    before: str = strawberry.field(description="Its value before")
    after: str = strawberry.field(description="Its value afterwards")


@strawberry.type(description="Two versions of a template beside each other.")
class ContractTemplateComparison:
    """A comparison."""

    before_version: int = strawberry.field(description="Number of the earlier version")
    after_version: int = strawberry.field(description="Number of the later version")
    clauses: list[ComparedClause] = strawberry.field(description="Every clause")
    parameters: list[ComparedParameter] = strawberry.field(description="Rule parameters that differ")
    types_added: list[str] = strawberry.field(description="Merchant types only of the later one")
    types_removed: list[str] = strawberry.field(description="Merchant types only of the earlier one")


@strawberry.type(description="A clause of an agreement as it reads.")
class AgreementClause:
    """A clause."""

    key: str = strawberry.field(description="Clause")
    title: str = strawberry.field(description="Its title")
    paragraphs: list[str] = strawberry.field(description="Its text")


@strawberry.type(description="The agreement that whoever buys of a merchant accepts.")
class CurrentAgreement:
    """An agreement in force."""

    title: str = strawberry.field(description="Title")
    version: int = strawberry.field(description="Version")
    clauses: list[AgreementClause] = strawberry.field(description="Its text")
    parameters: RuleParametersDraft = strawberry.field(description="Rules that hold for the card")
    text_sha256: str = strawberry.field(
        name="textSha256", description="SHA-256 of what was read: accepting sends it back"
    )

    @classmethod
    def of(cls, agreement: accepting.Agreement) -> "CurrentAgreement":
        """From the command's own."""
        return cls(
            title=agreement.title,
            version=agreement.version,
            clauses=[AgreementClause(**clause) for clause in agreement.text],
            parameters=RuleParametersDraft.of(agreement.parameters),
            text_sha256=agreement.text_sha256.hex(),
        )


@query_field(permission="contract_template.read", cost=50)
async def contract_template_draft(
    info: Info, id: Annotated[GlobalID, strawberry.argument(description="Template")]
) -> ContractTemplateDraft:
    """What an editor of a template begins with: its draft, else a copy of the version in force, else an empty one."""
    template_id = id.of("ContractTemplate", path=("id",)).id
    async with info.context.database.write(info.context.actor) as tx:
        version = await open_or_published(tx, template_id)
        types = await types_of(tx, version.id) if version else []
    return _draft(version, types)


@query_field(permission="contract_template.read", cost=200)
async def contract_template_comparison(
    info: Info,
    before: Annotated[GlobalID, strawberry.argument(description="The earlier version")],
    after: Annotated[GlobalID, strawberry.argument(description="The later version")],
) -> ContractTemplateComparison | None:
    """Compare two versions clause by clause, word by word; null when one of them is not there."""
    kind = "ContractTemplateVersion"
    en = info.context.actor.locale == "en"
    async with info.context.database.write(info.context.actor) as tx:
        old = await find_version(tx, before.of(kind, path=("before",)).id)
        new = await find_version(tx, after.of(kind, path=("after",)).id)
        if old is None or new is None:
            return None
        old_types, new_types = set(await types_of(tx, old.id)), set(await types_of(tx, new.id))
    clauses = compare_clauses(stored_clauses(old.clauses), stored_clauses(new.clauses))
    return ContractTemplateComparison(
        before_version=old.version,
        after_version=new.version,
        clauses=[_compared(clause) for clause in clauses],
        parameters=[
            ComparedParameter(
                name=each.name,
                label=BY_NAME[each.name].en if en else BY_NAME[each.name].zh,
                before=shown(BY_NAME[each.name], each.before, en=en),
                after=shown(BY_NAME[each.name], each.after, en=en),
            )
            for each in compare_parameters(old.parameters, new.parameters)
        ],
        types_added=sorted(new_types - old_types),
        types_removed=sorted(old_types - new_types),
    )


@query_field(permission="contract_template.read", cost=100)
async def lint_contract_clauses(
    info: Info, clauses: Annotated[list[ContractClauseInput], strawberry.argument(description="Clauses")]
) -> list[VoidClause]:
    """Look for void clauses in a text that is being written."""
    en = info.context.actor.locale == "en"
    return [_void(hit, en=en) for hit in hits_of(Clause(**clause.plain()) for clause in clauses)]


@query_field(permission=SIGNED_IN, cost=50)
async def current_agreement(
    info: Info,
    merchant_id: Annotated[GlobalID, strawberry.argument(description="Merchant")],
    scene: Annotated[Scene, strawberry.argument(description="What for")],
) -> CurrentAgreement | None:
    """The agreement in force for what is bought of a merchant; null when there is none, or for another's staff."""
    try:
        merchant = own_merchant(info.context.actor, merchant_id)
    except NotFound:
        return None
    async with info.context.database.write(info.context.actor) as tx:
        return await _agreement(tx, merchant, scene)


@query_field(permission=SIGNED_IN)
async def signing_root_certificate(info: Info) -> str | None:
    """The root certificate that the platform's signatures lead to, as PEM; verifiers of contracts trust it."""
    async with info.context.database.write() as tx:
        root = await root_certificate(tx)
    if root is None:
        return None
    lines = base64.encodebytes(root).decode().replace("\n", "")
    body = "\n".join(lines[at : at + 64] for at in range(0, len(lines), 64))
    return f"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"


async def _agreement(tx: WriteSession, merchant_id: UUID, scene: Scene) -> CurrentAgreement | None:
    try:
        return CurrentAgreement.of(await accepting.current_agreement(tx, scene=scene, merchant_id=merchant_id))
    except (NotFound, NoTemplateInForce):
        return None


def _draft(version: ContractTemplateVersion | None, types: Sequence[str]) -> ContractTemplateDraft:
    if version is None:
        form, clauses, ranges, note = Form(fields=()), [], {}, ""
        parameters, revision = read_parameters({})[0], None
    else:
        form, clauses = read(Form, version.variables), stored_clauses(version.clauses)
        parameters, ranges = read_parameters(version.parameters)[0], version.ranges
        is_draft = version.state == TemplateState.DRAFT
        revision, note = (version.revision, version.note) if is_draft else (None, "")
    return ContractTemplateDraft(
        clauses=[ContractClauseDraft(**clause.as_json()) for clause in clauses],
        fields=[
            ContractVariableDraft(
                key=field.key,
                label_zh=field.label.zh,
                label_en=field.label.en,
                kind=field.kind,
                required=field.required,
            )
            for field in form.fields
        ],
        parameters=RuleParametersDraft.of(parameters),
        ranges=[ParameterRange(name=name, lowest=low, highest=high) for name, (low, high) in ranges.items()],
        type_codes=list(types),
        note=note,
        expected_revision=revision,
    )


def _compared(clause: ClauseDifference) -> ComparedClause:
    return ComparedClause(
        key=clause.key,
        title=clause.title,
        change=clause.change,
        words=[ComparedWords(change=words.change, text=words.text) for words in clause.words],
    )


def _void(hit: Hit, *, en: bool) -> VoidClause:
    return VoidClause(
        clause_key=hit.clause_key,
        begin=hit.begin,
        end=hit.end,
        words=hit.words,
        void_class=hit.void_class,
        explanation=hit.explanation.en if en else hit.explanation.zh,
        source=hit.explanation.source,
    )
