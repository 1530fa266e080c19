"""Taking a merchant type out of use."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.merchants.errors.types import MerchantTypeRetired
from prepaid.domains.merchants.models import MerchantType
from prepaid.kit import clock


async def retire_merchant_type(tx: WriteSession, actor: Actor, *, type_id: UUID, reason: str) -> MerchantType:
    """Take no new applications of this type; its merchants go on.

    Raises:
        NotFound, MerchantTypeRetired, ReasonTooShort.
    """
    reason = reason_text(reason)
    found = await tx.get(MerchantType, type_id, with_for_update=True)
    if found is None:
        raise NotFound(path=("typeId",))
    if found.retired_at is not None:
        raise MerchantTypeRetired(path=("typeId",))
    found.retired_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "merchant_type.retired",
        object_type="MerchantType",
        object_id=type_id,
        after={"retiredAt": found.retired_at.isoformat()},
        reason=reason,
    )
    return found
