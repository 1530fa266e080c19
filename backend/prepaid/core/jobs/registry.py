"""Which jobs and schedules there are: declared beside their domain, known when its module is imported."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeAlias, TypeVar

from croniter import croniter
from pydantic import ConfigDict, validate_call

JobFunction: TypeAlias = Callable[..., Awaitable[None]]
"""`async def expire_gift(ctx: JobContext, *, gift_id: UUID) -> None`; its parameters are the payload's keys."""
F = TypeVar("F", bound=JobFunction)


@dataclass(frozen=True, slots=True)
class Retry:
    """How often a failing job runs, and how long it waits in between: twice as long each time, up to `longest`."""

    attempts: int = 8
    first: timedelta = timedelta(seconds=2)
    longest: timedelta = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Job:
    """A declared job."""

    name: str
    run: JobFunction
    """The function, its arguments checked and converted to its annotations."""
    retry: Retry
    at_once: int
    """How many may run at the same time, over all workers; 0 is any number."""
    timeout: timedelta
    """Longest time of one SQL statement."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Enqueue a job at the times of a cron expression, in the legal time zone (Asia/Shanghai)."""

    job: str
    cron: str
    payload: Mapping[str, Any] = field(default_factory=dict)


_jobs: dict[str, Job] = {}
_schedules: dict[tuple[str, str], Schedule] = {}


def job(
    name: str, *, retry: Retry | None = None, at_once: int = 0, timeout: timedelta = timedelta(seconds=60)
) -> Callable[[F], F]:
    """Decorator: register an async function as the job `name` (dotted, `domain.verb`)."""

    def register(function: F) -> F:
        if name in _jobs:
            raise ValueError(f"two jobs are called {name}")
        checked = validate_call(config=ConfigDict(arbitrary_types_allowed=True))(function)
        _jobs[name] = Job(name, checked, retry or Retry(), at_once, timeout)
        return function

    return register


def schedule(name: str, cron: str, payload: Mapping[str, Any] | None = None) -> None:
    """Run the job `name` at the times of `cron` (five fields, Asia/Shanghai).

    A run that is still waiting or running is not queued a second time. A worker that was down catches up
    on one run, not on all that it missed.
    """
    if not croniter.is_valid(cron):
        raise ValueError(f"not a cron expression: {cron}")
    _schedules[name, cron] = Schedule(name, cron, payload or {})


def jobs() -> Mapping[str, Job]:
    """All declared jobs by name."""
    return _jobs


def schedules() -> tuple[Schedule, ...]:
    """All declared schedules."""
    return tuple(_schedules.values())
