"""Checking what every product has: its name, its texts, its attributes by the type's form."""

import re
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.catalog.errors import ProductNameTaken
from prepaid.domains.catalog.models.publication import ProductRow
from prepaid.domains.catalog.rules.details import ProductDetails
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.merchants.models import MerchantTypeVersion
from prepaid.domains.pages.commands.take_values import take_values
from prepaid.domains.pages.models import FormDefinition
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read
from prepaid.kit.text import InvalidText, clean_text

LONGEST_DESCRIPTION: Final = 4_000
NUMBER_PREFIX: Final = re.compile(r"[0-9]{2,8}")


async def checked(
    tx: WriteSession,
    model: type[ProductRow],
    merchant_id: UUID,
    kind: MerchantTypeVersion,
    use: str,
    given: ProductDetails,
    *,
    product_id: UUID | None,
) -> dict[str, Any]:
    """The columns that the details fill.

    Raises:
        InvalidValue.
        ProductNameTaken: another product of the kind has the name.
        Refusal: of the attributes, one for each wrong field, below `attributes`.
    """
    name = name_text(given.name, ("name",))
    same = select(model.id).where(model.merchant_id == merchant_id, model.name == name)
    if await tx.scalar(same.where(model.id != product_id) if product_id else same):
        raise ProductNameTaken(path=("name",))
    try:
        description = clean_text(given.description, max_length=LONGEST_DESCRIPTION, multiline=True)
    except InvalidText as error:
        raise InvalidValue(path=("description",), reason=error.reason.value) from error
    return {"name": name, "description": description, "attributes": await _attributes(tx, kind, use, given)}


async def _attributes(tx: WriteSession, kind: MerchantTypeVersion, use: str, given: ProductDetails) -> dict[str, Any]:
    form_id = kind.forms.get(use)
    if form_id is None:
        if given.attributes:
            raise InvalidValue(path=("attributes",), reason="UNKNOWN")
        return {}
    definition = await tx.get_one(FormDefinition, UUID(form_id))
    return take_values(read(Form, definition.definition), dict(given.attributes), path=("attributes",))


def amount(value: int | None, *path: str) -> int | None:
    """A positive amount of fen, or none. Raises `InvalidValue`."""
    if value is not None and not 0 < value < 10**11:
        raise InvalidValue(path=path, reason="OUT_OF_RANGE")
    return value
