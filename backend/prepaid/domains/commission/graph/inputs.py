"""Inputs of the mutations of commission and handover."""

from datetime import date, datetime, time

import strawberry

from prepaid.core.errors import InvalidValue
from prepaid.domains.commission.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.commission.rules.payouts import Cadence, LeaverPolicy, PayoutTerms
from prepaid.domains.ordering.graph import labels as _orders  # noqa: F401 - names the enums
from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.graph.types import Fen, GlobalID

OF_MERCHANT = "Merchant; absent: the caller's own"
WHY = "Why"
KEY = "One key for one intention"


@strawberry.input(description="A line of commission.")
class ApproveCommissionInput:
    """Input of `approveCommission`."""

    line_id: GlobalID = strawberry.field(description="The line")


@strawberry.input(description="A line of commission, and why it is not paid.")
class RejectCommissionInput:
    """Input of `rejectCommission`."""

    line_id: GlobalID = strawberry.field(description="The line")
    reason: str = strawberry.field(description=WHY)


@strawberry.input(description="Lines of commission.")
class ApproveCommissionsInput:
    """Input of `approveCommissions`."""

    line_ids: list[GlobalID] = strawberry.field(description="The lines, of one merchant")


@strawberry.input(description="Lines of commission, and why they are not paid.")
class RejectCommissionsInput:
    """Input of `rejectCommissions`."""

    line_ids: list[GlobalID] = strawberry.field(description="The lines, of one merchant")
    reason: str = strawberry.field(description=WHY)


@strawberry.input(description="What a person earned within days.")
class ApproveCommissionPeriodInput:
    """Input of `approveCommissionPeriod`."""

    salesperson_id: GlobalID = strawberry.field(description="The person")
    first_day: date = strawberry.field(description="First legal day")
    last_day: date = strawberry.field(description="Last legal day")


@strawberry.input(description="A payout run by hand.")
class PayCommissionInput:
    """Input of `payCommission`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    salesperson_id: GlobalID | None = strawberry.field(default=None, description="Only this person")
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)


@strawberry.input(description="A payout that failed.")
class RetryCommissionPayoutInput:
    """Input of `retryCommissionPayout`."""

    payout_id: GlobalID = strawberry.field(description="The payout")


@strawberry.input(description="The wallet to which a person's commission goes.")
class SaveCommissionAccountInput:
    """Input of `saveCommissionAccount`."""

    statement_id: GlobalID = strawberry.field(description="The person's statement")
    openid: str = strawberry.field(description="The wallet's openid at the payment channel")
    real_name: str = strawberry.field(description="Name that the wallet is verified under")


@strawberry.input(description="A receivable, and why to do without it.")
class ProposeCommissionWriteOffInput:
    """Input of `proposeCommissionWriteOff`."""

    receivable_id: GlobalID = strawberry.field(description="The receivable")
    amount_fen: Fen | None = strawberry.field(default=None, description="A part of it; absent: all that is open")
    reason: str = strawberry.field(description=WHY)


@strawberry.input(description="How a merchant pays commission.")
class SaveCommissionSettingInput:
    """Input of `saveCommissionSetting`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    automatic: bool = strawberry.field(default=False, description="Whether approved commission is paid by itself")
    order_kinds: list[OrderKind] = strawberry.field(description="What is paid by itself")
    cadence: Cadence = strawberry.field(description="How often")
    weekday: int | None = strawberry.field(default=None, description="Of every week: 1 Monday to 7 Sunday")
    month_day: int | None = strawberry.field(default=None, description="Of every month: 1 to 28")
    pay_at: str = strawberry.field(default="10:00", description="Time of that day in Shanghai, HH:MM")
    minimum_fen: Fen = strawberry.field(default=0, description="Less waits for a later run, for each person")
    freeze_days: int = strawberry.field(default=7, description="Days before a line can be reviewed")

    def read(self) -> PayoutTerms:
        """As the command takes it. Raises `InvalidValue` for a time that is none."""
        try:
            at = time.fromisoformat(self.pay_at.strip())
        except ValueError as error:
            raise InvalidValue(path=("payAt",), reason="MALFORMED") from error
        return PayoutTerms(
            automatic=self.automatic,
            order_kinds=frozenset(self.order_kinds),
            cadence=self.cadence,
            weekday=self.weekday,
            month_day=self.month_day,
            pay_at=at.replace(second=0, microsecond=0, tzinfo=None),
            minimum_fen=self.minimum_fen,
            freeze_days=self.freeze_days,
        )


@strawberry.input(description="Who leaves, and who takes over.")
class StartHandoverInput:
    """Input of `startHandover`."""

    leaver_id: GlobalID = strawberry.field(description="Who leaves")
    successor_ids: list[GlobalID] = strawberry.field(description="Who takes over, in turn; the first one answers")
    cut_off_at: datetime | None = strawberry.field(default=None, description="From when on; absent: now")
    policy: LeaverPolicy = strawberry.field(description="Who bears later refunds of the leaver's sales")
    reason: str = strawberry.field(description=WHY)
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)


@strawberry.input(description="A handover that is called off.")
class CancelHandoverInput:
    """Input of `cancelHandover`."""

    handover_id: GlobalID = strawberry.field(description="The handover")
    reason: str = strawberry.field(description=WHY)
