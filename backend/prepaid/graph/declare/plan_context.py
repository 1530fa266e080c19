"""What an expression, a scope or a condition may ask while a plan is made, and what it leaves to the run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import ColumnElement, DateTime
from sqlalchemy.types import TypeEngine

from prepaid.core.actor import Actor, DbRole, ScopeKind
from prepaid.core.errors import Locale
from prepaid.core.obstacles import ACTOR_TYPES
from prepaid.kit import clock


class Environment(Protocol):
    """What a run binds parameters from."""

    @property
    def actor(self) -> Actor: ...
    @property
    def variables(self) -> dict[str, Any]: ...


Source = Callable[[Environment], Any]


class Param(ColumnElement[Any]):
    """A value that each run of a plan binds anew.

    Constants that a declaration compares with stand in the statement instead, where partial indexes match them.
    """

    inherit_cache = False
    __visit_name__ = "run_param"

    def __init__(self, key: str, type_: TypeEngine[Any]) -> None:
        self.key = key
        self.type = type_


@dataclass(slots=True)
class PlanContext:
    """Facts that a plan is made for (they are part of its cache key), and parameters it is run with."""

    locale: Locale
    scope: ScopeKind
    db_role: DbRole
    has_merchant: bool
    """The actor works for exactly one merchant."""
    may: Callable[[str | None], bool]
    sources: dict[str, Source] = field(default_factory=dict)

    def actor_param(self, name: str) -> Param:
        """A parameter that holds a fact of the actor (`ACTOR_TYPES`), e.g. `ctx.actor_param("account_id")`.

        Always bound when it runs: a plan serves many actors.
        """
        key = f"actor_{name}"
        self.sources.setdefault(key, lambda env: _plain(getattr(env.actor, name)))
        return Param(key, ACTOR_TYPES[name])

    def now(self) -> Param:
        """A parameter that holds the instant of the run, by the one clock."""
        self.sources.setdefault("now", lambda _: clock.now())
        return Param("now", DateTime(timezone=True))

    def granted(self, code: str) -> bool:
        """Whether the caller holds a permission: one of the facts that the plan is made for."""
        return self.may(code)

    def bind(self, source: Source, type_: TypeEngine[Any]) -> Param:
        """A parameter of any other origin."""
        key = f"p{len(self.sources)}"
        self.sources[key] = source
        return Param(key, type_)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
