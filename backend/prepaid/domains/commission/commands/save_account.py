"""The wallet to which a person's commission goes."""

from typing import Final
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys, place
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.commission.models import CommissionAccount
from prepaid.domains.commission.reads.settings import account_of
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.masking import mask_name

OPENID: Final = "commission_account.openid_cipher"
NAME: Final = "commission_account.name_cipher"
SHORTEST: Final = 8
LONGEST: Final = 64


async def save_account(
    tx: WriteSession,
    actor: Actor,
    *,
    data_keys: DataKeys,
    merchant_id: UUID,
    salesperson_id: UUID,
    openid: str,
    real_name: str,
) -> CommissionAccount:
    """Pay a person to this wallet from now on; what is under way goes where it was ordered to go.

    The provider pays only if the wallet's verified name is `real_name`. Both are kept under the person's data key.

    Raises:
        NotFound, InvalidValue.
    """
    person = await salesperson_of(tx, merchant_id, salesperson_id)
    openid, real_name = openid.strip(), name_text(real_name, ("realName",))
    if not SHORTEST <= len(openid) <= LONGEST or not openid.isascii() or not openid.isprintable() or " " in openid:
        raise InvalidValue(path=("openid",), reason="MALFORMED")
    if len(real_name) < 2:
        raise InvalidValue(path=("realName",), reason="TOO_SHORT")
    async with tx.under(DbRole.WORKER):
        before = await account_of(tx, merchant_id, person.id)
        now, row_id = clock.now(), uuid7()
        if before is not None:
            before.ended_at = now
            await tx.flush()
        account = CommissionAccount(
            merchant_id=merchant_id,
            id=row_id,
            salesperson_id=person.id,
            openid_cipher=await data_keys.encrypt(
                tx, person.id, openid, place(OPENID, merchant_id, row_id), tenant=merchant_id
            ),
            openid_masked=f"{openid[:3]}****{openid[-4:]}",
            name_cipher=await data_keys.encrypt(
                tx, person.id, real_name, place(NAME, merchant_id, row_id), tenant=merchant_id
            ),
            name_masked=mask_name(real_name),
            since=now,
            entered_by=actor.account_id,
        )
        tx.add(account)
        await tx.flush()
        await audit.record(
            tx,
            "commission.account_saved",
            object_type="CommissionStatement",
            object_id=person.id,
            tenant=merchant_id,
            before={"account": before.openid_masked if before else None},
            after={"account": account.openid_masked},
        )
    return account
