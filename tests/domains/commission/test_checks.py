"""`prepaid verify` names what is wrong with commission: each corruption is planted by a superuser."""

import asyncpg

from prepaid.core.findings import Finding
from prepaid.domains.commission.jobs.checks import verify_lines, verify_money, verify_refunds
from prepaid.domains.commission.rules.refunds import RefundCase
from tests.domains.commission.team import Team

CORRUPTIONS = {
    "a line that earned more": (
        "UPDATE commission_line SET amount_fen = amount_fen + 1 WHERE reverses_id IS NULL AND deal_id IS NOT NULL",
        "commission-lines",
        8,
    ),
    "a line that is missing": (
        "DELETE FROM commission_line WHERE reverses_id IS NOT NULL OR deal_id IS NOT NULL",
        "commission-lines",
        8,
    ),
    "a reversal that is missing": ("DELETE FROM commission_line WHERE reverses_id IS NOT NULL", "commission-lines", 8),
    "a debt that nobody knows of": (
        "UPDATE commission_receivable SET amount_fen = amount_fen + 1",
        "commission-money",
        1,
    ),
    "a payout of another amount": (
        "UPDATE commission_payout SET gross_fen = gross_fen + 1, amount_fen = amount_fen + 1 WHERE state = 'FAILED'",
        "commission-money",
        1,
    ),
    "commission in a consumer's refund": (
        "UPDATE ledger_account SET code = 'REFUND_PAYABLE' WHERE code = 'MERCHANT_DRAWABLE'",
        "commission-refunds",
        11,
    ),
}


async def findings(connection: asyncpg.Connection) -> list[Finding]:
    return [found for verify in (verify_lines, verify_money, verify_refunds) for found in await verify(connection)]


async def test_what_verify_finds(team: Team) -> None:
    seller = await team.person()
    refunded = await team.paid_sale(seller)
    await team.refund(RefundCase.NOT_CONSUMED, refunded["id"])
    await team.paid_sale(await team.person(paid_to=""))
    assert await findings(team.superuser) == []
    for name, (sql, check, invariant) in CORRUPTIONS.items():
        transaction = team.superuser.transaction()
        await transaction.start()
        await team.superuser.execute("SET LOCAL session_replication_role = replica")
        await team.superuser.execute(sql)
        found = await findings(team.superuser)
        await transaction.rollback()
        assert (check, invariant) in {(each.check, each.invariant) for each in found}, name
    assert await findings(team.superuser) == []
