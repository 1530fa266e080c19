"""One child process: started in a group of its own, its output passed on line by line, ended for certain."""

import asyncio
import os
import signal
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

KEPT_LINES = 20
READ_BYTES = 65536

Echo = Callable[[str, str], None]
"""Shows one line of output: the child's name, the line."""


@dataclass(frozen=True)
class ChildSpec:
    """What to run. `name` stands before each of its lines; `environment` is added to the caller's."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


class Child:
    """A running child. Terminal signals (Ctrl-C) do not reach it: it ends when it is told to."""

    def __init__(
        self, spec: ChildSpec, process: asyncio.subprocess.Process, output: asyncio.StreamReader, echo: Echo
    ) -> None:
        self.spec = spec
        self.last_lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._process = process
        self._echo = echo
        self._output = asyncio.create_task(self._pass_on(output))

    @classmethod
    async def start(cls, spec: ChildSpec, echo: Echo) -> "Child":
        """Start it with its output, also the error output, in one pipe.

        The pipe is ours and not asyncio's, whose `wait` would wait for grandchildren that hold it open.
        """
        reading, writing = os.pipe()
        try:
            process = await asyncio.create_subprocess_exec(
                *spec.command,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **spec.environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=writing,
                stderr=writing,
                start_new_session=True,
            )
        except OSError:
            os.close(reading)
            raise
        finally:
            os.close(writing)
        output = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(output)
        await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, os.fdopen(reading, "rb", 0))
        return cls(spec, process, output, echo)

    @property
    def pid(self) -> int:
        return self._process.pid

    async def ended(self) -> int:
        """Wait for its end and its last line; the exit code, negative after a signal.

        What it started itself ends with it, else its output might never end.
        """
        code = await self._process.wait()
        self._kill_group()
        await asyncio.shield(self._output)
        return code

    async def stop(self, grace_seconds: float) -> bool:
        """Ask it to end (SIGTERM), after the grace end it and all it started; True if it ended by itself."""
        by_itself = True
        try:
            if self._process.returncode is None:
                self._process.terminate()
            await asyncio.wait_for(self._process.wait(), grace_seconds)
        except TimeoutError:
            by_itself = False
            self._kill_group()
        await self.ended()
        return by_itself

    def _kill_group(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return

    async def _pass_on(self, stream: asyncio.StreamReader) -> None:
        rest = b""
        while chunk := await stream.read(READ_BYTES):
            *lines, rest = (rest + chunk).split(b"\n")
            if len(rest) > READ_BYTES:
                lines, rest = [*lines, rest], b""
            for line in lines:
                self._show(line)
        if rest:
            self._show(rest)

    def _show(self, line: bytes) -> None:
        text = line.decode(errors="replace").rstrip("\r")
        self.last_lines.append(text)
        self._echo(self.spec.name, text)
