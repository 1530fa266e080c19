"""Agents of regions: setting one, and ending it."""

from uuid import UUID

from sqlalchemy import or_, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.identity.commands.wording import free_text, name_text, reason_text
from prepaid.domains.identity.models import Membership
from prepaid.domains.salescontrol.errors import AgentOverlaps
from prepaid.domains.salescontrol.models import RegionAgent
from prepaid.domains.salescontrol.reads.rule_obstacles import AGENT_CHANGING
from prepaid.domains.salescontrol.rules.details import AgentDetails
from prepaid.domains.stores.reads.regions import region_of
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import BPS_ONE
from prepaid.kit.pinyin import search_text


async def set_agent(tx: WriteSession, actor: Actor, *, merchant_id: UUID, details: AgentDetails) -> RegionAgent:
    """Set who represents a region for a time; one at a time.

    Raises:
        NotFound: the region or the member is not the merchant's.
        AgentOverlaps: the region has an agent at that time.
        InvalidValue: days in the past or out of order, a share over 100 %.
    """
    name = name_text(details.name, ("name",))
    region = await region_of(tx, merchant_id, details.region_id, "regionId")
    if details.membership_id and await tx.get(Membership, (merchant_id, details.membership_id)) is None:
        raise NotFound(path=("memberId",))
    if not 0 <= details.share_bps <= BPS_ONE:
        raise InvalidValue(path=("shareBps",), reason="OUT_OF_RANGE")
    if details.since < clock.today_shanghai():
        raise InvalidValue(path=("since",), reason="PAST")
    if details.last_day is not None and details.last_day < details.since:
        raise InvalidValue(path=("lastDay",), reason="ORDER")
    at_that_time = select(RegionAgent.name).where(
        RegionAgent.merchant_id == merchant_id,
        RegionAgent.region_id == region.id,
        or_(RegionAgent.last_day.is_(None), RegionAgent.last_day >= details.since),
    )
    if details.last_day is not None:
        at_that_time = at_that_time.where(RegionAgent.since <= details.last_day)
    if (other := await tx.scalar(at_that_time.limit(1))) is not None:
        raise AgentOverlaps(path=("since",), agent=other)
    agent = RegionAgent(
        merchant_id=merchant_id,
        id=uuid7(),
        region_id=region.id,
        name=name,
        search=search_text(name),
        membership_id=details.membership_id,
        share_bps=details.share_bps,
        since=details.since,
        last_day=details.last_day,
        note=free_text(details.note, ("note",)),
        made_at=clock.now(),
        made_by=actor.account_id,
    )
    tx.add(agent)
    await tx.flush()
    await audit.record(
        tx,
        "region_agent.set",
        object_type="RegionAgent",
        object_id=agent.id,
        tenant=merchant_id,
        after={
            "name": name,
            "region": region.id,
            "shareBps": agent.share_bps,
            "since": agent.since.isoformat(),
            "lastDay": agent.last_day and agent.last_day.isoformat(),
        },
    )
    return agent


async def end_agent(tx: WriteSession, actor: Actor, *, merchant_id: UUID, agent_id: UUID, reason: str) -> RegionAgent:
    """The agent represents the region through today; one that has not begun yet is ended on its first day.

    Raises:
        NotFound, ControlRuleEnded, ReasonTooShort.
    """
    reason = reason_text(reason)
    agent = await tx.get(RegionAgent, (merchant_id, agent_id), with_for_update=True)
    if agent is None:
        raise NotFound(path=("agentId",))
    await ensure_none(tx, actor, AGENT_CHANGING, agent, path=("agentId",))
    before = agent.last_day
    agent.last_day = max(agent.since, clock.today_shanghai())
    if before is not None:
        agent.last_day = min(before, agent.last_day)
    await tx.flush()
    await audit.record(
        tx,
        "region_agent.ended",
        object_type="RegionAgent",
        object_id=agent.id,
        tenant=merchant_id,
        before={"lastDay": before and before.isoformat()},
        after={"lastDay": agent.last_day.isoformat()},
        reason=reason,
    )
    return agent
