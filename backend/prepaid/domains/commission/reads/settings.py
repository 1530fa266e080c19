"""How a merchant pays commission now, and which wallet a person has."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import CommissionAccount, CommissionSetting
from prepaid.domains.commission.rules.payouts import DEFAULT, Cadence, PayoutTerms
from prepaid.domains.ordering.rules.orders import OrderKind


async def setting_of(tx: WriteSession, merchant_id: UUID) -> CommissionSetting | None:
    """The version in force; None before the first."""
    newest = select(CommissionSetting).filter_by(merchant_id=merchant_id).order_by(CommissionSetting.version.desc())
    found: CommissionSetting | None = await tx.scalar(newest.limit(1))
    return found


async def terms_of(tx: WriteSession, merchant_id: UUID) -> PayoutTerms:
    """How the merchant pays; the default before it said anything."""
    setting = await setting_of(tx, merchant_id)
    return DEFAULT if setting is None else as_terms(setting)


def as_terms(setting: CommissionSetting) -> PayoutTerms:
    """The version as the rules take it."""
    return PayoutTerms(
        automatic=setting.automatic,
        order_kinds=frozenset(OrderKind(kind) for kind in setting.order_kinds),
        cadence=Cadence(setting.cadence),
        weekday=setting.weekday,
        month_day=setting.month_day,
        pay_at=setting.pay_at,
        minimum_fen=setting.minimum_fen,
        freeze_days=setting.freeze_days,
    )


async def account_of(tx: WriteSession, merchant_id: UUID, salesperson_id: UUID) -> CommissionAccount | None:
    """The wallet in force."""
    found: CommissionAccount | None = await tx.scalar(
        select(CommissionAccount).filter_by(merchant_id=merchant_id, salesperson_id=salesperson_id, ended_at=None)
    )
    return found
