"""Inventing a merchant type."""

import re
from typing import Final

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.models import MerchantTypeFeatures
from prepaid.domains.merchants.commands.save_type_terms import begin_draft
from prepaid.domains.merchants.errors.types import MerchantTypeTaken
from prepaid.domains.merchants.models import MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.rules.type_terms import TypeTerms
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

CODE: Final = re.compile(r"[a-z][a-z0-9_]{1,39}")


async def create_merchant_type(
    tx: WriteSession, actor: Actor, *, code: str, name_zh: str, name_en: str, terms: TypeTerms | None = None
) -> MerchantTypeVersion:
    """Make a type with a first draft of its terms; merchants apply once it is published.

    Its forms and overlays may be made at once: they name the type by its code.

    Raises:
        MerchantTypeTaken, InvalidValue.
        TypeTermsOutOfBounds, TypeTermsUnordered.
    """
    if CODE.fullmatch(code) is None:
        raise InvalidValue(path=("code",), reason="CODE")
    if await tx.scalar(select(MerchantType.id).filter_by(code=code)):
        raise MerchantTypeTaken(path=("code",))
    made = MerchantType(
        id=uuid7(),
        code=code,
        name_zh=name_text(name_zh, ("nameZh",)),
        name_en=name_text(name_en, ("nameEn",)),
        retired_at=None,
        created_at=clock.now(),
    )
    tx.add(made)
    if await tx.get(MerchantTypeFeatures, code) is None:
        names = {"name_zh": made.name_zh, "name_en": made.name_en}
        tx.add(MerchantTypeFeatures(type_code=code, features=[], **names))
    await tx.flush()
    await audit.record(
        tx,
        "merchant_type.created",
        object_type="MerchantType",
        object_id=made.id,
        after={"code": code, "nameZh": made.name_zh, "nameEn": made.name_en},
    )
    return await begin_draft(tx, actor, made, terms or TypeTerms())
