"""Pausing and resuming a merchant's issuing for want of custody."""

from typing import Final

from prepaid.core import audit, events
from prepaid.core.database import WriteSession
from prepaid.domains.custody.events import CustodyBecameEnough, CustodyBecameShort
from prepaid.domains.custody.models import CustodyAccount, SufficiencyCheck
from prepaid.domains.identity.commands.set_gate import set_gate
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.kit import clock
from prepaid.kit.money import format_yuan

SHORT: Final = "存管资金不足，缺口 {yuan} 元 · custody is short of ¥{yuan}"
ENOUGH: Final = "存管资金已补足 · custody is enough again"


async def become_short(tx: WriteSession, account: CustodyAccount, check: SufficiencyCheck) -> None:
    """Nothing is issued and nothing drawn; a merchant that is open is suspended until the shortage is over."""
    account.short_since = clock.now()
    await tx.flush()
    await _note(tx, account, "custody.became_short", {"shortfallFen": check.shortfall_fen, "tier": check.tier})
    merchant = await tx.get_one(Merchant, account.merchant_id)
    if merchant.gate == GateState.OPEN:
        reason = SHORT.format(yuan=format_yuan(check.shortfall_fen))
        await set_gate(tx, tx.actor, merchant_id=account.merchant_id, gate=GateState.SUSPENDED, reason=reason)
        account.gate_closed = True
        await tx.flush()
    await events.publish(tx, CustodyBecameShort(account.merchant_id, check.shortfall_fen))


async def become_enough(tx: WriteSession, account: CustodyAccount) -> None:
    """The shortage is over: a merchant that was suspended by it alone is open again."""
    account.short_since = None
    reopen, account.gate_closed = account.gate_closed, False
    await tx.flush()
    await _note(tx, account, "custody.became_enough", {})
    if reopen:
        await set_gate(tx, tx.actor, merchant_id=account.merchant_id, gate=GateState.OPEN, reason=ENOUGH)
    await events.publish(tx, CustodyBecameEnough(account.merchant_id))


async def _note(tx: WriteSession, account: CustodyAccount, action: str, after: dict[str, object]) -> None:
    await audit.record(
        tx, action, object_type="CustodyAccount", object_id=account.id, tenant=account.merchant_id, after=after
    )
