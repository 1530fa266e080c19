"""What custody does when identity tells of a change of a merchant."""

from sqlalchemy import update

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.custody.models import CustodyAccount
from prepaid.domains.identity.events.members import MerchantGateChanged


@reacts_to(MerchantGateChanged)
async def leave_the_gate_to_others(tx: WriteSession, fact: MerchantGateChanged) -> None:
    """Somebody has decided about the merchant's gate: the end of a shortage no longer opens it."""
    async with tx.under(DbRole.WORKER):
        own = update(CustodyAccount).filter_by(merchant_id=fact.merchant_id, gate_closed=True)
        await tx.execute(own.values(gate_closed=False))
