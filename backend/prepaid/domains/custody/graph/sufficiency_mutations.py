"""Mutations of custody accounts, tiers, guarantees and the issuing switch."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from prepaid.core.errors import InvalidValue
from prepaid.domains.custody.commands import check_sufficiency as checking
from prepaid.domains.custody.commands import download_guarantee as downloading
from prepaid.domains.custody.commands import end_guarantee as ending
from prepaid.domains.custody.commands import open_merchant_wallet as opening
from prepaid.domains.custody.commands import register_guarantee as registering
from prepaid.domains.custody.commands import set_tier as setting
from prepaid.domains.custody.commands import switch_issuing as switching
from prepaid.domains.custody.graph.inputs import (
    CheckSufficiencyInput,
    DownloadGuaranteeInput,
    EndGuaranteeInput,
    OpenCustodyAccountInput,
    RegisterGuaranteeInput,
    ResumeIssuingInput,
    SetCustodyTierInput,
    StopIssuingInput,
)
from prepaid.domains.custody.graph.sufficiency_types import CustodyAccount, CustodyGuarantee, SufficiencyCheck
from prepaid.domains.custody.graph.wallet_types import IssuingSwitch
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.graph.types import MutationContext, mutation, ref


@mutation(permission="custody.open_account", payload={"custody_account": CustodyAccount})
async def open_custody_account(ctx: MutationContext, input: OpenCustodyAccountInput) -> Mapping[str, Any]:
    """Instruct the provider to open a merchant's account."""
    account = await opening.open_merchant_wallet(
        ctx.tx,
        ctx.actor,
        merchant_id=input.merchant_id.of("Merchant", path=("merchantId",)).id,
        tier=input.tier,
        prior_year_revenue_fen=input.prior_year_revenue_fen,
    )
    return {"custody_account": ref(CustodyAccount, account.merchant_id, account.id)}


@mutation(permission="custody.tier", payload={"custody_account": CustodyAccount})
async def set_custody_tier(ctx: MutationContext, input: SetCustodyTierInput) -> Mapping[str, Any]:
    """Measure a merchant by another tier from now on; its custody is tested at once."""
    account = await setting.set_tier(
        ctx.tx,
        ctx.actor,
        merchant_id=input.account_id.of("CustodyAccount", path=("accountId",)).tenant,
        tier=input.tier,
        prior_year_revenue_fen=input.prior_year_revenue_fen,
        reason=input.reason,
    )
    return {"custody_account": ref(CustodyAccount, account.merchant_id, account.id)}


@mutation(permission="sufficiency.check", payload={"sufficiency_check": SufficiencyCheck})
async def check_sufficiency(ctx: MutationContext, input: CheckSufficiencyInput) -> Mapping[str, Any]:
    """Test a merchant's custody now."""
    merchant_id = input.account_id.of("CustodyAccount", path=("accountId",)).tenant
    check = await checking.check_sufficiency(ctx.tx, merchant_id=merchant_id)
    return {"sufficiency_check": ref(SufficiencyCheck, check.merchant_id, check.id)}


@mutation(permission="custody.guarantee_edit", idempotent=True, payload={"custody_guarantee": CustodyGuarantee})
async def register_guarantee(ctx: MutationContext, input: RegisterGuaranteeInput) -> Mapping[str, Any]:
    """Note a guarantee with its document; the merchant's custody is tested at once."""
    if len(input.files or ()) > 1:
        raise InvalidValue(path=("files",), reason="TOO_MANY")
    guarantee = await registering.register_guarantee(
        ctx.tx,
        ctx.actor,
        merchant_id=input.merchant_id.of("Merchant", path=("merchantId",)).id,
        terms=registering.GuaranteeTerms(
            kind=input.kind,
            number=input.number,
            issuer=input.issuer,
            amount_fen=input.amount_fen,
            valid_from=input.valid_from,
            valid_until=input.valid_until,
        ),
        file=input.files[0] if input.files else None,
    )
    return {"custody_guarantee": ref(CustodyGuarantee, guarantee.merchant_id, guarantee.id)}


@mutation(permission="custody.guarantee_edit", payload={"custody_guarantee": CustodyGuarantee})
async def end_guarantee(ctx: MutationContext, input: EndGuaranteeInput) -> Mapping[str, Any]:
    """From today on a guarantee no longer counts."""
    found = input.guarantee_id.of("CustodyGuarantee", path=("guaranteeId",))
    guarantee = await ending.end_guarantee(
        ctx.tx, ctx.actor, merchant_id=found.tenant, guarantee_id=found.id, reason=input.reason
    )
    return {"custody_guarantee": ref(CustodyGuarantee, guarantee.merchant_id, guarantee.id)}


@mutation(permission="guarantee.read", payload={"url": str, "expires_at": datetime})
async def download_guarantee(ctx: MutationContext, input: DownloadGuaranteeInput) -> Mapping[str, Any]:
    """Where to GET a guarantee's document, for this session and a few minutes."""
    found = input.guarantee_id.of("CustodyGuarantee", path=("guaranteeId",))
    link = await downloading.download_guarantee(
        ctx.tx, ctx.actor, files=ctx.services.files, merchant_id=found.tenant, guarantee_id=found.id
    )
    return {"url": link.url, "expires_at": link.expires_at}


@mutation(permission="issuing.switch", payload={"issuing_switch": IssuingSwitch})
async def stop_issuing(ctx: MutationContext, input: StopIssuingInput) -> Mapping[str, Any]:
    """No card is sold or recharged from now on: at one merchant, or in the whole bank."""
    merchant_id = optional_id(input.merchant_id, "Merchant", "merchantId")
    switch = await switching.stop_issuing(ctx.tx, ctx.actor, merchant_id=merchant_id, reason=input.reason)
    return {"issuing_switch": ref(IssuingSwitch, switch.merchant_id, switch.id)}


@mutation(permission="issuing.switch", payload={"change_request": ChangeRequest})
async def resume_issuing(ctx: MutationContext, input: ResumeIssuingInput) -> Mapping[str, Any]:
    """Propose that cards are sold again; a second person decides."""
    merchant_id = optional_id(input.merchant_id, "Merchant", "merchantId")
    change = await switching.resume_issuing(ctx.tx, ctx.actor, merchant_id=merchant_id, reason=input.reason)
    return {"change_request": ref(ChangeRequest, change.merchant_id, change.id)}
