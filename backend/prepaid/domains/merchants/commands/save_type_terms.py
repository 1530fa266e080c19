"""Drafting the terms of a merchant type."""

from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Refusal, StaleObject
from prepaid.domains.merchants.errors.types import MerchantTypeRetired, TypeTermsOutOfBounds, TypeTermsUnordered
from prepaid.domains.merchants.models import MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.rules.type_terms import TypeState, TypeTerms, misfits
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def save_type_terms(
    tx: WriteSession, actor: Actor, *, version_id: UUID, terms: TypeTerms, expected_revision: int | None = None
) -> MerchantTypeVersion:
    """Write the draft of the next version of a version's type, beginning one where there is none.

    Raises:
        NotFound, MerchantTypeRetired.
        StaleObject: the draft was saved by somebody else since.
        TypeTermsOutOfBounds, TypeTermsUnordered.
    """
    version = await tx.get(MerchantTypeVersion, version_id)
    if version is None:
        raise NotFound(path=("versionId",))
    found = await tx.get_one(MerchantType, version.type_id, with_for_update=True)
    if found.retired_at is not None:
        raise MerchantTypeRetired(path=("versionId",))
    draft = await tx.scalar(
        select(MerchantTypeVersion).filter_by(type_id=found.id, state=TypeState.DRAFT.value).with_for_update()
    )
    if draft is None:
        return await begin_draft(tx, actor, found, terms)
    if expected_revision is not None and draft.revision != expected_revision:
        raise StaleObject(path=("expectedRevision",))
    ensure_lawful(terms)
    columns = terms.columns()
    before = {name: getattr(draft, name) for name in columns}
    for name, value in columns.items():
        setattr(draft, name, value)
    draft.revision, draft.made_at, draft.made_by = draft.revision + 1, clock.now(), actor.account_id
    await tx.flush()
    await audit.record(
        tx,
        "merchant_type.terms_saved",
        object_type="MerchantType",
        object_id=found.id,
        before=before,
        after=columns | {"version": draft.version},
    )
    return draft


async def begin_draft(tx: WriteSession, actor: Actor, of: MerchantType, terms: TypeTerms) -> MerchantTypeVersion:
    """The type's next version as a draft."""
    ensure_lawful(terms)
    latest = await tx.scalar(select(func.max(MerchantTypeVersion.version)).filter_by(type_id=of.id))
    draft = MerchantTypeVersion(
        id=uuid7(),
        type_id=of.id,
        version=(latest or 0) + 1,
        state=TypeState.DRAFT.value,
        forms={},
        made_at=clock.now(),
        made_by=actor.account_id,
        published_at=None,
        published_by=None,
        **terms.columns(),
    )
    tx.add(draft)
    await tx.flush()
    await audit.record(
        tx,
        "merchant_type.terms_saved",
        object_type="MerchantType",
        object_id=of.id,
        after=terms.columns() | {"version": draft.version},
    )
    return draft


def ensure_lawful(terms: TypeTerms) -> None:
    """Refuse terms that no type may lay down, each at its place."""
    refusals: list[Refusal] = []
    for misfit in misfits(terms):
        path = (_camel(misfit.name),)
        if misfit.bounds is None:
            refusals.append(TypeTermsUnordered(path=path))
        else:
            refusals.append(TypeTermsOutOfBounds(path=path, lowest=misfit.bounds[0], highest=misfit.bounds[1]))
    if refusals:
        first, *rest = refusals
        first.also = tuple(rest)
        raise first


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(map(str.capitalize, rest))
