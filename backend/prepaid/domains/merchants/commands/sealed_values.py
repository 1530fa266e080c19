"""Values of a form as they are stored: numbers of people and accounts masked, the plain ones encrypted beside them."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final
from uuid import UUID

import orjson

from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys
from prepaid.core.crypto.keyring import place
from prepaid.core.database import WriteSession
from prepaid.domains.merchants.rules.company_facts import sensitive_fields
from prepaid.domains.pages.rules.fields import PatternName, TextField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.nested import get, put
from prepaid.kit.masking import mask_bank_card, mask_id_card, mask_phone

COLUMN: Final = "merchant_application.secrets"


async def seal(
    tx: WriteSession, data_keys: DataKeys, form: Form, merchant_id: UUID, values: Mapping[str, Any]
) -> tuple[dict[str, Any], bytes | None]:
    """The masked values, and the ciphertext of the plain ones by their keys; None when there are none."""
    masked = deepcopy(dict(values))
    plain: dict[str, str] = {}
    for field in sensitive_fields(form):
        value = get(values, field.path)
        if value is not None:
            plain[field.key] = value
            put(masked, field.path, mask(field, value))
    if not plain:
        return masked, None
    async with tx.under(DbRole.WORKER):
        cipher = await data_keys.encrypt(
            tx, merchant_id, orjson.dumps(plain), place(COLUMN, merchant_id, merchant_id), tenant=merchant_id
        )
    return masked, cipher


async def unseal(
    tx: WriteSession,
    data_keys: DataKeys,
    form: Form,
    merchant_id: UUID,
    values: Mapping[str, Any],
    secrets: bytes | None,
) -> dict[str, Any]:
    """The plain values."""
    plain = deepcopy(dict(values))
    if secrets is None:
        return plain
    async with tx.under(DbRole.WORKER):
        opened = await data_keys.decrypt(tx, secrets, place(COLUMN, merchant_id, merchant_id), tenant=merchant_id)
    for key, value in orjson.loads(opened).items():
        field = form.by_key.get(key)
        if field is not None and get(plain, field.path) is not None:
            put(plain, field.path, value)
    return plain


def unmasked(form: Form, sent: Any, stored: Mapping[str, Any]) -> Any:
    """Values as they were sent; one that is the mask of the stored value means the stored value."""
    if not isinstance(sent, Mapping):
        return sent
    values = deepcopy(dict(sent))
    for field in sensitive_fields(form):
        before, now = get(stored, field.path), get(values, field.path)
        if before is not None and now is not None and now == mask(field, before):
            put(values, field.path, before)
    return values


def mask(field: TextField, value: str) -> str:
    """What is shown of a value."""
    if field.form is PatternName.CN_ID_CARD:
        return mask_id_card(value)
    if field.form is PatternName.BANK_CARD:
        return mask_bank_card(value)
    if field.form is PatternName.CN_MOBILE:
        return mask_phone(value)
    return "****"
