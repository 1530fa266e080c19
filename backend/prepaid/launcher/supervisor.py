"""Runs children side by side: all of them, or none."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Sequence

from prepaid.launcher.child import Child, ChildSpec, Echo

GRACE_SECONDS = 35.0
"""Longer than the server's own 30 s for requests in flight."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class ChildDiedError(Exception):
    """A child ended although nobody asked it to."""

    def __init__(self, name: str, code: int, last_lines: Sequence[str]) -> None:
        super().__init__(f"{name} ended with {_describe(code)}")
        self.last_lines = list(last_lines)


async def supervise(
    specs: Sequence[ChildSpec],
    echo: Echo,
    when_started: Callable[[], Awaitable[object]],
    *,
    grace_seconds: float = GRACE_SECONDS,
) -> None:
    """Start the children in order, await `when_started`, and run until a signal asks to end; stop in reverse order.

    A second signal cuts the grace short.

    Raises:
        ChildDiedError: a child ended by itself; the others have been stopped.
    """
    loop = asyncio.get_running_loop()
    asked, hurried = asyncio.Event(), asyncio.Event()
    for number in SIGNALS:
        loop.add_signal_handler(number, lambda: (hurried if asked.is_set() else asked).set())
    children: list[Child] = []
    try:
        for spec in specs:
            children.append(await Child.start(spec, echo))  # noqa: PERF401 - each is stopped if the next fails
        await _run(children, asked, when_started)
    finally:
        await _stop(children, hurried, grace_seconds)
        for number in SIGNALS:
            loop.remove_signal_handler(number)


async def _run(children: Sequence[Child], asked: asyncio.Event, when_started: Callable[[], Awaitable[object]]) -> None:
    stop = asyncio.create_task(asked.wait())
    started = asyncio.ensure_future(when_started())
    ends = {asyncio.create_task(child.ended()): child for child in children}
    try:
        await asyncio.wait([stop, started, *ends], return_when=asyncio.FIRST_COMPLETED)
        if started.done():
            await started
            await asyncio.wait([stop, *ends], return_when=asyncio.FIRST_COMPLETED)
        for end, child in ends.items():
            if end.done() and not stop.done():
                raise ChildDiedError(child.spec.name, end.result(), child.last_lines)
    finally:
        for task in (stop, started, *ends):
            task.cancel()
        await asyncio.gather(stop, started, *ends, return_exceptions=True)


async def _stop(children: Sequence[Child], hurried: asyncio.Event, grace_seconds: float) -> None:
    for child in reversed(children):
        stopping = asyncio.create_task(child.stop(grace_seconds))
        hurry = asyncio.create_task(hurried.wait())
        await asyncio.wait([stopping, hurry], return_when=asyncio.FIRST_COMPLETED)
        if not stopping.done():
            await child.stop(0)
        hurry.cancel()
        await stopping


def _describe(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"
