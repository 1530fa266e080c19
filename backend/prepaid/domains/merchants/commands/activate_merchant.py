"""From a signed contract to a merchant that works."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Final, TypeAlias
from uuid import UUID

from prepaid.core import events, signals
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.open_merchant_wallet import open_merchant_wallet
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.identity.commands.appoint_founder import promote_founders
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.reads.policy_store import TOPIC
from prepaid.domains.merchants.commands.advance_application import advance
from prepaid.domains.merchants.events.applications import MerchantActivated
from prepaid.domains.merchants.models import MerchantTypeVersion
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.reads.applications import company_of, onboarding_of
from prepaid.domains.merchants.rules.applications import ApplicationState
from prepaid.kit import clock

DepositSatisfied: TypeAlias = Callable[[WriteSession, UUID], Awaitable[bool]]
_sources: Final[list[DepositSatisfied]] = []


class Missing(StrEnum):
    """What a merchant that has signed still waits for (待办)."""

    DEPOSIT = "DEPOSIT"
    APPID = "APPID"


def deposit_satisfied_by(source: DepositSatisfied) -> DepositSatisfied:
    """Decorator: whoever keeps deposits answers here whether the merchant's is enough; nothing due is enough."""
    _sources.append(source)
    return source


async def contract_signed(tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID) -> None:
    """The merchant's agreement is in force: its custody account is opened, its deposit is due."""
    async with tx.under(DbRole.WORKER):
        application = await onboarding_of(tx, merchant_id, lock=True)
        if application is None or application.state != ApplicationState.NEED_SIGN:
            return
        application.contract_id = contract_id
        if await account_of(tx, merchant_id) is None:
            await open_merchant_wallet(tx, actor, merchant_id=merchant_id, tier=CustodyTier.LOCAL)
        await advance(tx, actor, application, ApplicationState.NEED_DEPOSIT)
        await try_activate(tx, actor, merchant_id=merchant_id)


async def try_activate(tx: WriteSession, actor: Actor, *, merchant_id: UUID) -> MerchantApplication | None:
    """Make the merchant ACTIVE when nothing is missing any more; called whenever something has arrived."""
    async with tx.under(DbRole.WORKER):
        application = await onboarding_of(tx, merchant_id, lock=True)
        if application is None or application.state != ApplicationState.NEED_DEPOSIT:
            return application
        if await missing(tx, merchant_id):
            return application
        application.activated_at = clock.now()
        merchant = await tx.get_one(Merchant, merchant_id, with_for_update=True)
        version = await tx.get_one(MerchantTypeVersion, application.type_version_id)
        merchant.features = sorted(version.features)
        await advance(tx, actor, application, ApplicationState.ACTIVE)
        await promote_founders(tx, merchant_id=merchant_id)
        await signals.publish(tx, TOPIC, {"merchant": str(merchant_id)})
        assert application.type_code is not None
        await events.publish(tx, MerchantActivated(merchant_id, application.type_code))
    return application


async def missing(tx: WriteSession, merchant_id: UUID) -> list[Missing]:
    """What stands between a signed contract and ACTIVE."""
    found = []
    for source in _sources:
        if not await source(tx, merchant_id):
            found.append(Missing.DEPOSIT)
            break
    company = await company_of(tx, merchant_id)
    if company is None or company.appid is None:
        found.append(Missing.APPID)
    return found
