"""Nothing is forgotten: what should be final by now, and has no job any more, gets one."""

from typing import Final

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.payment.commands.ask_provider import LAST_STEP
from prepaid.domains.payment.commands.pay_out import PAY_OUT
from prepaid.domains.payment.commands.receive_payout import ASK_PAYOUT
from prepaid.domains.payment.commands.receive_refund import ASK_REFUND
from prepaid.domains.payment.commands.refund_payment import REFUND
from prepaid.domains.payment.commands.request_payment import ASK
from prepaid.domains.payment.rules.timing import GRACE, LONGEST_PAUSE
from prepaid.kit import clock

SWEEP: Final = "payment.sweep"
MOST: Final = 1_000
STALE: Final = {
    "payment_id": (
        "SELECT merchant_id, id, 'step' AS how FROM payment"
        " WHERE state IN ('REQUESTED', 'READY') AND expires_at < $1 ORDER BY expires_at LIMIT $2"
    ),
    "payment_refund_id": (
        "SELECT merchant_id, id, state AS how FROM payment_refund"
        " WHERE state IN ('REQUESTED', 'PROCESSING') AND created_at < $1 ORDER BY created_at LIMIT $2"
    ),
    "payout_id": (
        "SELECT merchant_id, id, state AS how FROM payout"
        " WHERE state IN ('REQUESTED', 'PROCESSING', 'AWAITING_PAYEE') AND created_at < $1"
        " ORDER BY created_at LIMIT $2"
    ),
}
STALE_AFTER: Final = {
    "payment_id": 2 * GRACE,
    "payment_refund_id": 2 * LONGEST_PAUSE,
    "payout_id": 2 * LONGEST_PAUSE,
}
"""After the end of a payment's time; of the others since they were ordered."""
ORDER: Final = {"payment_refund_id": REFUND, "payout_id": PAY_OUT}
QUESTION: Final = {"payment_id": ASK, "payment_refund_id": ASK_REFUND, "payout_id": ASK_PAYOUT}


@job(SWEEP, at_once=1)
async def sweep(ctx: JobContext) -> None:
    """Order again what never got an answer, ask about what is under way too long."""
    now = clock.now()
    driver = await ctx.tx.raw()
    for name, statement in STALE.items():
        for row in await driver.fetch(statement, now - STALE_AFTER[name], MOST):
            which = {"merchant_id": row["merchant_id"], name: row["id"]}
            again = row["how"] == "REQUESTED"
            task = ORDER[name] if again else QUESTION[name]
            payload = which if again else {**which, "step": LAST_STEP}
            # The hour is a part of the key: a job that is merely waiting for its time is not doubled each time.
            key = f"sweep:{row['id']}:{now:%Y%m%d%H}"
            await enqueue(ctx.tx, task, payload=payload, tenant=row["merchant_id"], dedupe_key=key)


schedule(SWEEP, "*/5 * * * *")
