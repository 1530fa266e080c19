"""Mutations of commission and handover."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.commission.commands import hand_over as handing
from prepaid.domains.commission.commands import review_lines as reviewing
from prepaid.domains.commission.commands.run_payout import retry_payout, start_run
from prepaid.domains.commission.commands.save_account import save_account
from prepaid.domains.commission.commands.save_setting import save_setting
from prepaid.domains.commission.commands.write_off import propose_write_off
from prepaid.domains.commission.graph.handover_types import Handover
from prepaid.domains.commission.graph.inputs import (
    ApproveCommissionInput,
    ApproveCommissionPeriodInput,
    ApproveCommissionsInput,
    CancelHandoverInput,
    PayCommissionInput,
    ProposeCommissionWriteOffInput,
    RejectCommissionInput,
    RejectCommissionsInput,
    RetryCommissionPayoutInput,
    SaveCommissionAccountInput,
    SaveCommissionSettingInput,
    StartHandoverInput,
)
from prepaid.domains.commission.graph.line_types import CommissionLine, CommissionStatement
from prepaid.domains.commission.graph.payout_types import CommissionPayout, CommissionRun, CommissionSetting
from prepaid.domains.commission.models import CommissionLine as LineRow
from prepaid.domains.commission.models import Handover as HandoverRow
from prepaid.domains.commission.rules.payouts import RunKind
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.reading import own_merchant
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref
from prepaid.kit import clock

REVIEW = "commission.review"
PAY = "commission.pay"


@mutation(permission=REVIEW, payload={"line": CommissionLine})
async def approve_commission(ctx: MutationContext, input: ApproveCommissionInput) -> Mapping[str, Any]:
    """Approve a line; it is paid by the settings, once the merchant has the money."""
    merchant_id, ids = _lines([input.line_id], "lineId")
    return _line(await reviewing.approve_lines(ctx.tx, ctx.actor, merchant_id=merchant_id, line_ids=ids))


@mutation(permission=REVIEW, payload={"line": CommissionLine})
async def reject_commission(ctx: MutationContext, input: RejectCommissionInput) -> Mapping[str, Any]:
    """Reject a line; nothing is paid for it."""
    merchant_id, ids = _lines([input.line_id], "lineId")
    lines = await reviewing.reject_lines(ctx.tx, ctx.actor, merchant_id=merchant_id, line_ids=ids, reason=input.reason)
    return _line(lines)


@mutation(permission=REVIEW, payload={"count": int})
async def approve_commissions(ctx: MutationContext, input: ApproveCommissionsInput) -> Mapping[str, Any]:
    """Approve lines, all or none."""
    merchant_id, ids = _lines(input.line_ids, "lineIds")
    lines = await reviewing.approve_lines(ctx.tx, ctx.actor, merchant_id=merchant_id, line_ids=ids)
    return {"count": len(lines)}


@mutation(permission=REVIEW, payload={"count": int})
async def reject_commissions(ctx: MutationContext, input: RejectCommissionsInput) -> Mapping[str, Any]:
    """Reject lines for one reason, all or none."""
    merchant_id, ids = _lines(input.line_ids, "lineIds")
    lines = await reviewing.reject_lines(ctx.tx, ctx.actor, merchant_id=merchant_id, line_ids=ids, reason=input.reason)
    return {"count": len(lines)}


@mutation(permission=REVIEW, payload={"count": int})
async def approve_commission_period(ctx: MutationContext, input: ApproveCommissionPeriodInput) -> Mapping[str, Any]:
    """Approve all that a person earned within days and that can be reviewed now."""
    if input.last_day < input.first_day:
        raise InvalidValue(path=("lastDay",), reason="OUT_OF_RANGE")
    person = input.salesperson_id.of("Salesperson", path=("salespersonId",))
    since, _ = clock.day_bounds(input.first_day)
    _, until = clock.day_bounds(input.last_day)
    lines = await reviewing.approve_period(
        ctx.tx, ctx.actor, merchant_id=person.tenant, salesperson_id=person.id, since=since, until=until
    )
    return {"count": len(lines)}


@mutation(permission=PAY, idempotent=True, payload={"run": CommissionRun})
async def pay_commission(ctx: MutationContext, input: PayCommissionInput) -> Mapping[str, Any]:
    """Pay everybody, or one person, the commission that is approved."""
    person = input.salesperson_id.of("Salesperson", path=("salespersonId",)) if input.salesperson_id else None
    merchant_id = own_merchant(ctx.actor, input.merchant_id)
    if person is not None and person.tenant != merchant_id:
        raise NotFound(path=("salespersonId",))
    run = await start_run(
        ctx.tx,
        ctx.actor,
        merchant_id=merchant_id,
        kind=RunKind.MANUAL,
        salesperson_ids=None if person is None else [person.id],
    )
    assert run is not None
    return {"run": ref(CommissionRun, run.merchant_id, run.id)}


@mutation(permission=PAY, payload={"payout": CommissionPayout})
async def retry_commission_payout(ctx: MutationContext, input: RetryCommissionPayoutInput) -> Mapping[str, Any]:
    """Order a failed payout again, under the same key."""
    found = input.payout_id.of("CommissionPayout", path=("payoutId",))
    payout = await retry_payout(ctx.tx, ctx.actor, merchant_id=found.tenant, payout_id=found.id)
    return {"payout": ref(CommissionPayout, payout.merchant_id, payout.id)}


@mutation(permission="commission.account", step_up=True, payload={"statement": CommissionStatement})
async def save_commission_account(ctx: MutationContext, input: SaveCommissionAccountInput) -> Mapping[str, Any]:
    """Pay a person to this wallet from now on."""
    found = input.statement_id.of("CommissionStatement", path=("statementId",))
    await save_account(
        ctx.tx,
        ctx.actor,
        data_keys=ctx.services.data_keys,
        merchant_id=found.tenant,
        salesperson_id=found.id,
        openid=input.openid,
        real_name=input.real_name,
    )
    return {"statement": ref(CommissionStatement, found.tenant, found.id)}


@mutation(permission="commission.write_off", payload={"change": ChangeRequest})
async def propose_commission_write_off(
    ctx: MutationContext, input: ProposeCommissionWriteOffInput
) -> Mapping[str, Any]:
    """Propose to do without what a person owes; a second person decides."""
    found = input.receivable_id.of("CommissionReceivable", path=("receivableId",))
    change = await propose_write_off(
        ctx.tx,
        ctx.actor,
        merchant_id=found.tenant,
        receivable_id=found.id,
        amount_fen=input.amount_fen,
        reason=input.reason,
    )
    return {"change": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission="commission_setting.edit", payload={"setting": CommissionSetting})
async def save_commission_setting(ctx: MutationContext, input: SaveCommissionSettingInput) -> Mapping[str, Any]:
    """Put the next version of the payout settings into force."""
    merchant_id = own_merchant(ctx.actor, input.merchant_id)
    setting = await save_setting(ctx.tx, ctx.actor, merchant_id=merchant_id, terms=input.read())
    return {"setting": ref(CommissionSetting, setting.merchant_id, setting.id)}


@mutation(permission="handover.start", step_up=True, idempotent=True, payload={"handover": Handover})
async def start_handover(ctx: MutationContext, input: StartHandoverInput) -> Mapping[str, Any]:
    """Hand over the work of somebody who leaves: settle, move, end access."""
    leaver = input.leaver_id.of("Salesperson", path=("leaverId",))
    successors = [each.of("Salesperson", path=("successorIds",)) for each in input.successor_ids]
    if any(each.tenant != leaver.tenant for each in successors):
        raise NotFound(path=("successorIds",))
    handover = await handing.start_handover(
        ctx.tx,
        ctx.actor,
        merchant_id=leaver.tenant,
        leaver_id=leaver.id,
        successor_ids=[each.id for each in successors],
        policy=input.policy,
        reason=input.reason,
        cut_off_at=input.cut_off_at,
    )
    return _handover(handover)


@mutation(permission="handover.start", payload={"handover": Handover})
async def cancel_handover(ctx: MutationContext, input: CancelHandoverInput) -> Mapping[str, Any]:
    """Call off a handover whose cut-off has not come."""
    found = input.handover_id.of("Handover", path=("handoverId",))
    handover = await handing.cancel_handover(
        ctx.tx, ctx.actor, merchant_id=found.tenant, handover_id=found.id, reason=input.reason
    )
    return _handover(handover)


def _lines(given: Sequence[GlobalID], path: str) -> tuple[UUID, list[UUID]]:
    """The merchant of the lines, and their ids. Raises `NotFound` for lines of several merchants."""
    found = [each.of("CommissionLine", path=(path,)) for each in given]
    if len({each.tenant for each in found}) != 1:
        raise NotFound(path=(path,))
    return found[0].tenant, [each.id for each in found]


def _line(lines: Sequence[LineRow]) -> Mapping[str, Any]:
    (line,) = lines
    return {"line": ref(CommissionLine, line.merchant_id, line.id)}


def _handover(handover: HandoverRow) -> Mapping[str, Any]:
    return {"handover": ref(Handover, handover.merchant_id, handover.id)}
