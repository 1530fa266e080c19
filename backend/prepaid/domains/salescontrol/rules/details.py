"""What somebody says of a rule, or of an agent; commands check it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from prepaid.domains.catalog.rules.products import ProductRef
from prepaid.domains.salescontrol.rules.control import Effect, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDetails:
    """A rule as it is to be."""

    product: ProductRef
    effect: Effect
    place: Place
    since: date
    last_day: date | None = None
    quota: int | None = None
    exclusive: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentDetails:
    """An agent as it is to be."""

    region_id: UUID
    name: str
    share_bps: int
    since: date
    last_day: date | None = None
    membership_id: UUID | None = None
    note: str = ""
