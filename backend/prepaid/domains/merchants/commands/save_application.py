"""Filling an application in, step by step."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.core.files import take_upload
from prepaid.core.files.uploads import upload_token
from prepaid.core.settings import settings
from prepaid.domains.merchants.commands.advance_application import ensure_step
from prepaid.domains.merchants.commands.sealed_values import seal, unmasked, unseal
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.reads.applications import application_of, form_of
from prepaid.domains.merchants.rules.applications import EDITABLE, ApplicationKind, ApplicationState
from prepaid.domains.merchants.rules.company_facts import company_facts, locked_by_kind
from prepaid.domains.merchants.rules.uploaded import replace_tokens, uploads
from prepaid.domains.pages.commands.take_values import take_values
from prepaid.domains.pages.rules.codecs import Decoding
from prepaid.domains.pages.rules.forms import Form
from prepaid.kit.ids import GlobalId, InvalidGlobalId

Options = Mapping[str, Collection[str]]


async def save_application(
    tx: WriteSession,
    actor: Actor,
    *,
    data_keys: DataKeys,
    merchant_id: UUID,
    application_id: UUID,
    values: object,
    expected_revision: int | None = None,
    options: Options | None = None,
) -> MerchantApplication:
    """Keep what is filled in so far; what is required may be missing, what is there has to be right.

    `options` are the values of the platform's dictionaries that forms may use.

    Raises:
        NotFound, StaleObject, ApplicationStepImpossible, TypeNotChosen.
        Refusal: one for each wrong field, below `values`; UploadGone.
    """
    application = await application_of(tx, merchant_id, application_id)
    if ApplicationState(application.state) not in EDITABLE:
        ensure_step(application, ApplicationState.DRAFT)
    if expected_revision is not None and application.revision != expected_revision:
        raise StaleObject(path=("expectedRevision",))
    form = await form_of(tx, application)
    before = await plain_values(tx, data_keys, form, application)
    clean = take_values(
        form,
        unmasked(form, values, before),
        stored=before,
        locked=locked_fields(form, application),
        draft=True,
        decoding=decoding(options),
    )
    await _take_files(tx, form, merchant_id, clean, before)
    application.values, application.secrets = await seal(tx, data_keys, form, merchant_id, clean)
    application.company_name = company_facts(form, clean).company_name or application.company_name
    application.revision += 1
    await tx.flush()
    await audit.record(
        tx,
        "application.saved",
        object_type="MerchantApplication",
        object_id=application.id,
        tenant=merchant_id,
        after={"revision": application.revision},
    )
    return application


async def plain_values(
    tx: WriteSession, data_keys: DataKeys, form: Form, application: MerchantApplication
) -> dict[str, Any]:
    """An application's values as they were typed."""
    return await unseal(tx, data_keys, form, application.merchant_id, application.values, application.secrets)


def locked_fields(form: Form, application: MerchantApplication) -> frozenset[str]:
    """Keys of the fields that the bank accepted, or that this kind of change leaves alone."""
    return frozenset(application.accepted) | locked_by_kind(form, ApplicationKind(application.kind))


def decoding(options: Options | None) -> Decoding:
    """How values are read; people of demos and tests are nobody's, so production refuses them."""
    return Decoding(options=options or {}, accept_fictitious=not settings().production)


async def _take_files(
    tx: WriteSession, form: Form, merchant_id: UUID, values: dict[str, Any], before: Mapping[str, Any]
) -> None:
    """Keep the files that are new, each at its place; a file is then named by its place at the merchant."""
    known = {_file_id(token) for upload in uploads(form, before) for token in upload.tokens}
    for upload in uploads(form, values):
        for index, token in enumerate(upload.tokens):
            if _file_id(token) not in known:
                path = ("values", *upload.path, str(index))
                await take_upload(tx, token, upload.field.purpose, tenant=merchant_id, path=path)
    replace_tokens(form, values, lambda token: upload_token(merchant_id, _file_id(token) or UUID(int=0)))


def _file_id(token: str) -> UUID | None:
    try:
        return GlobalId.decode(token).id
    except InvalidGlobalId:
        return None
