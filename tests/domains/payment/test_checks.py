"""Who checks the checker: each corruption of payment, planted as superuser, is named by `prepaid verify`."""

import re

import pytest

from prepaid.core.verify import run_checks
from prepaid.domains.payment.jobs.checks import verify_ledger, verify_states
from tests.domains.payment.test_payouts import drawable, order
from tests.domains.payment.test_refunds import refund, settle
from tests.domains.payment.till import Till

CORRUPTIONS = {
    "a stored state": (
        "UPDATE payment SET state = 'CAPTURED' WHERE state = 'PARTLY_REFUNDED'",
        "payment-states (invariant 5): payment .* is stored as CAPTURED; its events say PARTLY_REFUNDED",
    ),
    "a lost event": (
        "DELETE FROM payment_event WHERE kind = 'SUCCEEDED'",
        "payment-states (invariant 5): payment .*; its events say READY",
    ),
    "a refund that never was": (
        "DELETE FROM payment_event WHERE kind = 'REFUNDED'",
        "payment-states (invariant 5): refund .* is stored as SUCCEEDED; its events say",
    ),
    "a payout's state": (
        "UPDATE payout SET state = 'PROCESSING', settled_at = NULL",
        "payment-states (invariant 5): payout .* is stored as PROCESSING; its events say SUCCEEDED",
    ),
    "an event twice": (
        "ALTER TABLE payment_event DROP CONSTRAINT uq_payment_event_merchant_id_reference_kind_variant;"
        "INSERT INTO payment_event SELECT merchant_id, gen_random_uuid(), reference, payment_id, payment_refund_id,"
        " payout_id, kind, variant, source, amount_fen, provider_reference, code, occurred_at, effective_at"
        " FROM payment_event WHERE kind = 'SUCCEEDED'",
        "payment-states (invariant 5): reference P.*: has an event twice",
    ),
    "a lost capture": (
        "DELETE FROM ledger_transfer WHERE kind = 'PAYMENT_CAPTURED'",
        "payment-ledger (invariant 1): payment .* is captured and has 0 captures of its amount",
    ),
    "another amount": (
        "UPDATE payment SET amount_fen = amount_fen + 1",
        "payment-ledger (invariant 1): payment .* is captured and has 0 captures of its amount",
    ),
    "another transfer": (
        "UPDATE payment SET transfer_id = gen_random_uuid()",
        "payment-ledger (invariant 1): payment .* names another transfer than its capture",
    ),
    "more refunded than went": (
        "UPDATE payment SET refunded_fen = refunded_fen - 1 WHERE refunded_fen > 0",
        "payment-ledger (invariant 1): payment .* says 3999 refunded; its refunds say 4000",
    ),
    "more asked than asked": (
        "UPDATE payment SET refunding_fen = refunding_fen + 1 WHERE refunded_fen > 0",
        "payment-ledger (invariant 1): payment .* says 4001 asked back; its refunds say 4000",
    ),
    "money that did not leave": (
        "DELETE FROM ledger_transfer WHERE kind = 'PAID_OUT'",
        "payment-ledger (invariant 1): payout .* succeeded and did not leave",
    ),
    "credited twice": (
        "DROP INDEX uq_payment_credited; UPDATE payment SET credited = true, unapplied_reason = NULL,"
        " payable_id = '00000000-0000-7000-8000-000000000001'",
        "payment-ledger (invariant 5): TEST .* is credited with 2 payments",
    ),
}


@pytest.fixture
async def busy(till: Till) -> Till:
    """A till with a payment that is partly refunded, another one, and a payout."""
    payment = await till.paid(10_000)
    await till.paid(5_000)
    await refund(till, payment, 4_000)
    await settle(till)
    await drawable(till, 1_000)
    await order(till, 1_000)
    await settle(till)
    await settle(till)
    await till.superuser.execute("SET session_replication_role = replica")
    return till


async def said(till: Till) -> list[str]:
    return [str(finding) for finding in await run_checks(till.admin_url) if finding.check.startswith("payment-")]


async def test_every_corruption_is_named(busy: Till) -> None:
    assert await said(busy) == []
    for name, (statements, expected) in CORRUPTIONS.items():
        # Planted in a transaction that the checks see and that is then taken back.
        transaction = busy.superuser.transaction()
        await transaction.start()
        await busy.superuser.execute(statements)
        found = [*await verify_states(busy.superuser), *await verify_ledger(busy.superuser)]
        pattern = re.compile(".*".join(re.escape(part) for part in expected.split(".*")))
        assert [each for each in found if pattern.search(str(each))], (name, [str(each) for each in found])
        await transaction.rollback()
    assert await said(busy) == []
