"""The supervisor with real child processes: readiness, orderly end, sudden deaths, stubborn children."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from prepaid.launcher.child import ChildSpec
from prepaid.launcher.supervisor import ChildDiedError, supervise

OBEYS = "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: (print('bye'), sys.exit(0)));"
IGNORES = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
STAY = "print('up', flush=True); signal.pause()"


class Screen:
    """Collects what is shown, and wakes who waits for a line."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self._news = asyncio.Event()

    def echo(self, name: str, line: str) -> None:
        self.lines.append((name, line))
        self._news.set()

    async def until(self, *expected: tuple[str, str]) -> None:
        while not set(expected) <= set(self.lines):
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 20)


def python(name: str, code: str, *arguments: str) -> ChildSpec:
    return ChildSpec(name, [sys.executable, "-c", code, *arguments])


def after(
    screen: Screen, *lines: tuple[str, str], then: Callable[[], object] = lambda: None
) -> Callable[[], Awaitable[None]]:
    async def started() -> None:
        await screen.until(*lines)
        then()

    return started


def send(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_stops_the_children_in_reverse_order(number: signal.Signals) -> None:
    screen = Screen()
    specs = [python("first", OBEYS + STAY), python("second", OBEYS + STAY)]
    await supervise(specs, screen.echo, after(screen, ("first", "up"), ("second", "up"), then=lambda: send(number)))
    assert screen.lines[-2:] == [("second", "bye"), ("first", "bye")]


async def test_a_child_that_dies_stops_the_rest_and_its_last_lines_are_kept(tmp_path: Path) -> None:
    screen = Screen()
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    code = "import sys; open(sys.argv[1]).read()\nfor i in range(100): print('line', i)\nraise SystemExit(7)"
    specs = [python("steady", OBEYS + STAY), python("fragile", code, str(gate))]
    open_gate = after(screen, ("steady", "up"), then=lambda: gate.write_bytes(b""))
    with pytest.raises(ChildDiedError, match="fragile ended with exit code 7") as caught:
        await supervise(specs, screen.echo, open_gate)
    assert caught.value.last_lines == [f"line {number}" for number in range(80, 100)]
    assert ("steady", "bye") in screen.lines


async def test_a_child_that_is_killed_before_readiness_is_reported_by_its_signal() -> None:
    screen = Screen()
    never = asyncio.Event()
    dies = python("server", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    with pytest.raises(ChildDiedError, match="server ended with signal SIGKILL"):
        await supervise([dies], screen.echo, lambda: asyncio.wait_for(never.wait(), 20))


async def test_a_child_that_ignores_the_request_is_killed_after_the_grace() -> None:
    screen = Screen()
    spec = python("stubborn", IGNORES + STAY)
    started = after(screen, ("stubborn", "up"), then=lambda: send(signal.SIGTERM))
    async with asyncio.timeout(15):
        await supervise([spec], screen.echo, started, grace_seconds=0.2)


async def test_a_second_signal_cuts_the_grace_short() -> None:
    screen = Screen()
    waits = "import signal; signal.signal(signal.SIGTERM, lambda *_: print('not yet', flush=True));" + STAY
    code = waits.replace("signal.pause()", "[signal.pause() for _ in range(9)]")

    async def started() -> None:
        await screen.until(("slow", "up"))
        send(signal.SIGINT)

    async def impatient() -> None:
        await screen.until(("slow", "not yet"))
        send(signal.SIGINT)

    async with asyncio.timeout(15):
        await asyncio.gather(supervise([python("slow", code)], screen.echo, started), impatient())


async def test_what_a_child_started_ends_with_it(tmp_path: Path) -> None:
    screen = Screen()
    pid_file = tmp_path / "pid"
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid))\n"
        "raise SystemExit(3)"
    )
    with pytest.raises(ChildDiedError):
        await supervise([python("parent", code, str(pid_file))], screen.echo, asyncio.Event().wait)
    await no_longer_running(int(pid_file.read_text()))


async def test_a_program_that_cannot_start_stops_those_before_it() -> None:
    screen = Screen()
    specs = [python("first", OBEYS + STAY), ChildSpec("missing", ["/nonexistent/program"])]
    with pytest.raises(FileNotFoundError):
        await supervise(specs, screen.echo, asyncio.Event().wait)


async def test_output_without_line_breaks_or_of_strange_bytes_is_passed_on() -> None:
    screen = Screen()
    code = r"import sys; sys.stdout.buffer.write(b'\xff\n' + b'x' * 300_000)"
    with pytest.raises(ChildDiedError):
        await supervise([python("odd", code)], screen.echo, asyncio.Event().wait)
    assert screen.lines[0] == ("odd", "\N{REPLACEMENT CHARACTER}")
    assert sum(len(line) for _, line in screen.lines) == 300_001


async def no_longer_running(pid: int) -> None:
    """A killed process that is nobody's child here ends when the kernel comes to it, not when the signal is sent."""
    async with asyncio.timeout(10):
        while is_running(pid):
            await asyncio.sleep(0.01)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] not in "ZX"
    except FileNotFoundError:
        return False
