"""Merchants as tenants, their gates, and operators."""

import asyncpg
import pytest

from prepaid.core.database import Database
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.assign_operator import assign_operator
from prepaid.domains.identity.commands.create_merchant import create_merchant
from prepaid.domains.identity.commands.create_operator import create_operator
from prepaid.domains.identity.commands.set_gate import set_gate
from prepaid.domains.identity.errors.members import (
    FeatureNotOfType,
    GateStepImpossible,
    OperatorNameTaken,
    ReasonTooShort,
)
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.identity.rules.gates import GATE_STATES
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import BANK, do, shop


async def rink_type(superuser: asyncpg.Connection) -> None:
    await superuser.execute(
        "INSERT INTO merchant_type_features (type_code, name_zh, name_en, features)"
        " VALUES ('ice_rink', '滑冰馆', 'Ice rink', '{gifting,coupons}')"
    )


async def test_merchants_have_readable_numbers_and_features_of_their_type(
    db: Database, superuser: asyncpg.Connection
) -> None:
    await rink_type(superuser)
    first = await shop(db, "云岭滑冰馆", type_code="ice_rink", features=["gifting", "gifting"])
    second = await shop(db, "星河舞蹈")
    assert (first.number, second.number) == ("M000001", "M000002")
    assert first.features == ["gifting"]
    with pytest.raises(FeatureNotOfType):
        await shop(db, "第三家", type_code="ice_rink", features=["seats"])
    with pytest.raises(FeatureNotOfType):
        await shop(db, "第三家", features=["gifting"])
    for missing in ({"type_code": "spa"}, {"operator_id": uuid7()}):
        with pytest.raises(NotFound):
            await do(db, BANK, create_merchant, name="第三家", **missing)


async def test_a_gate_changes_with_a_reason_and_closes_for_good(db: Database, superuser: asyncpg.Connection) -> None:
    rink = await shop(db)
    with pytest.raises(ReasonTooShort):
        await do(db, BANK, set_gate, merchant_id=rink.id, gate=GateState.SUSPENDED, reason="停")
    for gate in (GateState.SUSPENDED, GateState.FRAUD_HOLD, GateState.OPEN, GateState.CLOSED):
        await do(db, BANK, set_gate, merchant_id=rink.id, gate=gate, reason="监管要求处理")
    with pytest.raises(GateStepImpossible):
        await do(db, BANK, set_gate, merchant_id=rink.id, gate=GateState.OPEN, reason="监管要求处理")
    with pytest.raises(NotFound):
        await do(db, BANK, set_gate, merchant_id=uuid7(), gate=GateState.OPEN, reason="监管要求处理")
    events = await superuser.fetch(
        "SELECT merchant_id, after->>'gate' AS gate FROM audit_event"
        " WHERE action = 'merchant.gate_changed' ORDER BY recorded_at"
    )
    assert [row["gate"] for row in events] == ["SUSPENDED", "FRAUD_HOLD", "OPEN", "CLOSED"]
    assert {row["merchant_id"] for row in events} == {rink.id}
    assert GATE_STATES.terminal == {GateState.CLOSED}


async def test_a_merchant_is_given_to_an_operator_and_taken_back(db: Database) -> None:
    rink = await shop(db)
    operator = await do(db, BANK, create_operator, name="远山商业管理")
    with pytest.raises(OperatorNameTaken):
        await do(db, BANK, create_operator, name=" 远山商业管理 ")
    assign = {"merchant_id": rink.id, "reason": "委托运营协议"}
    assert (await do(db, BANK, assign_operator, operator_id=operator.id, **assign)).operator_id == operator.id
    with pytest.raises(NothingToChange):
        await do(db, BANK, assign_operator, operator_id=operator.id, **assign)
    with pytest.raises(NotFound):
        await do(db, BANK, assign_operator, operator_id=uuid7(), **assign)
    assert (await do(db, BANK, assign_operator, operator_id=None, **assign)).operator_id is None
