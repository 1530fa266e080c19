"""Obstacles: why an act on a row is impossible at present, declared once.

A slice declares them beside its reads, each with the refusal that says it and the condition in SQL:

    # domains/cards/reads/card_obstacles.py
    FROZEN = Obstacle(CardFrozen, lambda ask: Card.status == "FROZEN")
    USED_UP = Obstacle(VisitsExhausted, lambda ask: Card.visits_left == 0)
    REDEEM = (FROZEN, USED_UP)

The graph shows them (`actions(action("redeemCard", *REDEEM))`: the button is disabled with the refusal's text), and the
command refuses by the same declaration, on the row that it has locked: `await ensure_none(tx, actor, REDEEM, card)`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from sqlalchemy import ColumnElement, DateTime, Text, Uuid, case, inspect, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute
from sqlalchemy.types import TypeEngine

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Refusal
from prepaid.kit import clock

ACTOR_TYPES: dict[str, TypeEngine[Any]] = {
    "account_id": Uuid(),
    "membership_id": Uuid(),
    "session_id": Uuid(),
    "token_id": Uuid(),
    "merchant_id": Uuid(),
    "tenant": Uuid(),
    "merchant_ids": ARRAY(Uuid()),
    "store_ids": ARRAY(Uuid()),
    "template": Text(),
    "key": Text(),
}
"""Facts of the actor that a condition may use."""


class Asker(Protocol):
    """Who asks, as conditions know him: in a read plan his facts are parameters, in a command values."""

    @property
    def db_role(self) -> DbRole:
        """Whose side he is on; decided before the statement runs."""
        ...

    def actor_param(self, name: str) -> ColumnElement[Any]:
        """A fact of the actor (`ACTOR_TYPES`)."""
        ...

    def now(self) -> ColumnElement[Any]:
        """The instant, by the one clock."""
        ...

    def granted(self, code: str) -> bool:
        """Whether he holds a permission: decided before the statement runs."""
        ...


Condition: TypeAlias = Callable[[Any], ColumnElement[bool] | InstrumentedAttribute[bool]]
"""`(asker) -> condition` over the columns of the row's model; NULL counts as false."""
Value: TypeAlias = Callable[[Any], ColumnElement[Any] | InstrumentedAttribute[Any]]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A refusal, and when it stands in the way."""

    refusal: type[Refusal]
    when: Condition
    data: Mapping[str, Value] = field(default_factory=dict)
    """Values that the refusal's texts name in braces."""


@dataclass(frozen=True, slots=True)
class Acting:
    """The `Asker` of a command."""

    actor: Actor

    @property
    def db_role(self) -> DbRole:
        """See `Asker`."""
        return self.actor.db_role

    def actor_param(self, name: str) -> ColumnElement[Any]:
        """See `Asker`."""
        value = getattr(self.actor, name)
        return literal(list(value) if isinstance(value, tuple) else value, ACTOR_TYPES[name])

    def now(self) -> ColumnElement[Any]:
        """See `Asker`."""
        return literal(clock.now(), DateTime(timezone=True))

    def granted(self, code: str) -> bool:
        """See `Asker`."""
        return self.actor.may(code)


async def ensure_none(
    tx: WriteSession, actor: Actor, obstacles: Sequence[Obstacle], row: DeclarativeBase, *, path: Sequence[str] = ()
) -> None:
    """Refuse an act on `row` by the first obstacle in its way; the row is flushed, and locked by the caller.

    Raises:
        Refusal: that of the obstacle, with its data; `path` leads to the row in the input.
    """
    await tx.flush()
    asker, mapper = Acting(actor), inspect(type(row))
    first = case(*((obstacle.when(asker), index) for index, obstacle in enumerate(obstacles)))
    values = [(index, name, of) for index, obstacle in enumerate(obstacles) for name, of in obstacle.data.items()]
    this = [column == value for column, value in zip(mapper.primary_key, mapper.primary_key_from_instance(row))]  # noqa: B905
    statement = select(first, *(of(asker) for *_, of in values)).select_from(mapper.local_table).where(*this)
    found = (await tx.execute(statement)).one_or_none()
    if found is None:
        raise NotFound(path=path)
    if found[0] is not None:
        data = {name: value for (index, name, _), value in zip(values, found[1:], strict=True) if index == found[0]}
        raise obstacles[found[0]].refusal(path=path, **data)
