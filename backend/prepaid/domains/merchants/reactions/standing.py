"""Whom merchants' documents, suspensions and closings are told to."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.identity.events.members import MerchantGateChanged
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.domains.merchants.commands.suspension import open_suspension
from prepaid.domains.merchants.errors.suspension import MerchantSuspendedAlready
from prepaid.domains.merchants.events.document_expiry import DocumentExpired, DocumentExpiring
from prepaid.domains.merchants.events.suspension import (
    MerchantClosingAnnounced,
    MerchantSuspended,
    MerchantSuspensionLifted,
)
from prepaid.domains.merchants.rules import deposit_notices as notices
from prepaid.domains.notifications.commands.notify import notify_holders
from prepaid.domains.notifications.rules.kinds import NoticeKind, Value, Words
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId

SEES: Final = "sale_gate.read"


@reacts_to(MerchantGateChanged)
async def keep_suspended(tx: WriteSession, fact: MerchantGateChanged) -> None:
    """What the bank has suspended is opened by two people (`propose_resumption`), never by the gate alone."""
    if fact.after == GateState.OPEN and await open_suspension(tx, fact.merchant_id) is not None:
        raise MerchantSuspendedAlready(path=("gate",))


@reacts_to(DocumentExpiring)
async def tell_expiring(tx: WriteSession, fact: DocumentExpiring) -> None:
    """The merchant hands in a new one."""
    data: dict[str, Value] = {
        "what": Words(fact.name_zh, fact.name_en),
        "until": fact.expires_on.isoformat(),
        "days": fact.days,
    }
    target = GlobalId("MerchantDocument", fact.merchant_id, fact.document_id)
    await notify_holders(tx, notices.DOCUMENT_EXPIRING, fact.merchant_id, SEES, data=data, target=target)


@reacts_to(DocumentExpired)
async def tell_expired(tx: WriteSession, fact: DocumentExpired) -> None:
    """The same people."""
    target = GlobalId("MerchantDocument", fact.merchant_id, fact.document_id)
    data = {"what": Words(fact.name_zh, fact.name_en)}
    await notify_holders(tx, notices.DOCUMENT_EXPIRED, fact.merchant_id, SEES, data=data, target=target)


@reacts_to(MerchantSuspended)
async def tell_suspended(tx: WriteSession, fact: MerchantSuspended) -> None:
    """The merchant."""
    await _tell(tx, notices.SUSPENDED, fact.merchant_id, {"reason": fact.reason})


@reacts_to(MerchantSuspensionLifted)
async def tell_resumed(tx: WriteSession, fact: MerchantSuspensionLifted) -> None:
    """The merchant."""
    await _tell(tx, notices.RESUMED, fact.merchant_id, {})


@reacts_to(MerchantClosingAnnounced)
async def tell_closing(tx: WriteSession, fact: MerchantClosingAnnounced) -> None:
    """The merchant."""
    await _tell(tx, notices.CLOSING, fact.merchant_id, {"until": fact.closes_on.isoformat()})


async def _tell(tx: WriteSession, kind: NoticeKind, merchant_id: UUID, data: Mapping[str, Value]) -> None:
    target = GlobalId("Merchant", PLATFORM_TENANT, merchant_id)
    await notify_holders(tx, kind, merchant_id, SEES, data=data, target=target)
