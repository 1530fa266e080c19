"""Which version of a type is in force, and what it lays down."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import Merchant
from prepaid.domains.merchants.models import MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.rules.type_terms import TypeState


async def type_in_force(tx: WriteSession, type_code: str, *path: str) -> MerchantTypeVersion:
    """The published version of a type. Raises `NotFound` when it has none."""
    found = await tx.scalar(
        select(MerchantTypeVersion)
        .join(MerchantType, MerchantType.id == MerchantTypeVersion.type_id)
        .where(MerchantType.code == type_code, MerchantTypeVersion.state == TypeState.PUBLISHED.value)
    )
    if found is None:
        raise NotFound(path=path)
    return found


async def type_of_merchant(tx: WriteSession, merchant_id: UUID) -> MerchantTypeVersion:
    """The version that a merchant's new products are made under. Raises `NotFound`."""
    code = await tx.scalar(select(Merchant.type_code).filter_by(id=merchant_id))
    if code is None:
        raise NotFound
    return await type_in_force(tx, code)
