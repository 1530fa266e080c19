"""What the signing service does in the background, and what contracts do by the clock."""

from uuid import UUID

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.contracts.commands.apply_signature import apply_signature
from prepaid.domains.contracts.commands.create_contract import FREEZE
from prepaid.domains.contracts.commands.finish_contract import BATCH, expire_contracts, remind_signers
from prepaid.domains.contracts.commands.freeze_contract import freeze_contract
from prepaid.domains.contracts.commands.review_seal import CERTIFY, certify_seal
from prepaid.domains.contracts.commands.sign_contract import APPLY

EXPIRE = "contracts.expire"
REMIND = "contracts.remind"


@job(FREEZE)
async def freeze(ctx: JobContext, *, merchant_id: UUID, contract_id: UUID) -> None:
    """Make the bytes of a contract that was drawn up."""
    await freeze_contract(ctx.tx, files=ctx.services.files, merchant_id=merchant_id, contract_id=contract_id)


@job(CERTIFY)
async def certify(ctx: JobContext, *, tenant: UUID, seal_id: UUID) -> None:
    """Issue the certificate of a seal that the bank approved."""
    services = ctx.services
    operator = services.settings.bank_name
    await certify_seal(ctx.tx, keyring=services.keyring, operator=operator, tenant=tenant, seal_id=seal_id)


@job(APPLY)
async def apply(ctx: JobContext, *, merchant_id: UUID, signature_id: UUID) -> None:
    """Make a signature that a person agreed to."""
    services = ctx.services
    await apply_signature(
        ctx.tx,
        files=services.files,
        keyring=services.keyring,
        operator=services.settings.bank_name,
        merchant_id=merchant_id,
        signature_id=signature_id,
    )


@job(EXPIRE)
async def expire(ctx: JobContext) -> None:
    """End contracts whose time is over; a full batch is followed by another run."""
    if await expire_contracts(ctx.tx) == BATCH:
        await enqueue(ctx.tx, EXPIRE, payload={})


@job(REMIND)
async def remind(ctx: JobContext) -> None:
    """Remind of signatures that are waited for; a full batch is followed by another run."""
    if await remind_signers(ctx.tx) == BATCH:
        await enqueue(ctx.tx, REMIND, payload={})


schedule(EXPIRE, "11 * * * *")
schedule(REMIND, "30 9 * * *")
