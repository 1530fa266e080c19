"""Saying how a merchant pays commission: each change is a version."""

from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.commission.errors import PayoutTermsIncomplete
from prepaid.domains.commission.models import CommissionSetting
from prepaid.domains.commission.reads.settings import setting_of
from prepaid.domains.commission.rules.payouts import PayoutTerms
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

LONGEST_FREEZE_DAYS = 365
MOST_FEN = 10**9


async def save_setting(tx: WriteSession, actor: Actor, *, merchant_id: UUID, terms: PayoutTerms) -> CommissionSetting:
    """Put terms into force; what was earned before keeps its freeze.

    Raises:
        PayoutTermsIncomplete: no day of the cadence, a day that is none, or no kind of order.
        InvalidValue: a minimum or a freeze out of range.
    """
    if not terms.complete:
        raise PayoutTermsIncomplete(path=("cadence",))
    if not 0 <= terms.minimum_fen <= MOST_FEN:
        raise InvalidValue(path=("minimumFen",), reason="OUT_OF_RANGE")
    if not 0 <= terms.freeze_days <= LONGEST_FREEZE_DAYS:
        raise InvalidValue(path=("freezeDays",), reason="OUT_OF_RANGE")
    async with tx.under(DbRole.WORKER):
        lock = func.hashtextextended(f"commission_setting:{merchant_id}", 0)
        await tx.execute(select(func.pg_advisory_xact_lock(lock)))
        before = await setting_of(tx, merchant_id)
        setting = CommissionSetting(
            merchant_id=merchant_id,
            id=uuid7(),
            version=(before.version if before else 0) + 1,
            automatic=terms.automatic,
            order_kinds=sorted(kind.value for kind in terms.order_kinds),
            cadence=terms.cadence.value,
            weekday=terms.weekday,
            month_day=terms.month_day,
            pay_at=terms.pay_at,
            minimum_fen=terms.minimum_fen,
            freeze_days=terms.freeze_days,
            made_at=clock.now(),
            made_by=actor.account_id,
        )
        tx.add(setting)
        await tx.flush()
        await audit.record(
            tx,
            "commission.setting_saved",
            object_type="CommissionSetting",
            object_id=setting.id,
            tenant=merchant_id,
            before=None if before is None else _facts(before),
            after=_facts(setting),
        )
    return setting


def _facts(setting: CommissionSetting) -> dict[str, object]:
    return {
        "version": setting.version,
        "automatic": setting.automatic,
        "orderKinds": list(setting.order_kinds),
        "cadence": setting.cadence,
        "weekday": setting.weekday,
        "monthDay": setting.month_day,
        "payAt": f"{setting.pay_at:%H:%M}",
        "minimumFen": setting.minimum_fen,
        "freezeDays": setting.freeze_days,
    }
