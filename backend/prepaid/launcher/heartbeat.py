"""A worker has no port to ask; it shows by a file that its event loop turns."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable
from pathlib import Path

BEAT_FILE = Path(tempfile.gettempdir()) / "prepaid-worker.beat"
BEAT_SECONDS = 5.0
SILENCE_SECONDS = 30.0


async def with_heartbeat(work: Awaitable[None], file: Path = BEAT_FILE) -> None:
    """Await `work`, touching `file` every 5 seconds meanwhile."""
    beating = asyncio.create_task(_beat(file))
    try:
        await work
    finally:
        beating.cancel()
        file.unlink(missing_ok=True)  # noqa: ASYNC240 - no file system is slow enough to matter here


def beats(file: Path = BEAT_FILE) -> bool:
    """Whether the file was touched in the last 30 seconds."""
    try:
        return time.time() - file.stat().st_mtime < SILENCE_SECONDS
    except FileNotFoundError:
        return False


async def _beat(file: Path) -> None:
    while True:
        file.touch()  # noqa: ASYNC240
        await asyncio.sleep(BEAT_SECONDS)
