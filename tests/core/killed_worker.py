"""A worker process whose job kills it the first time: `python -m tests.core.killed_worker DATABASE_URL DATA_DIR`."""

import asyncio
import os
import signal
import sys
from datetime import timedelta

from prepaid.core.jobs import JobContext, job, run_worker
from prepaid.core.settings import Settings

survived = asyncio.Event()


@job("test.kill_once")
async def kill_once(ctx: JobContext, *, marker: str) -> None:
    """Die if nobody died here before."""
    if not os.path.exists(marker):
        os.close(os.open(marker, os.O_CREAT))
        os.kill(os.getpid(), signal.SIGKILL)
    survived.set()


if __name__ == "__main__":
    settings = Settings.model_validate({"database_url": sys.argv[1], "data_dir": sys.argv[2]})
    asyncio.run(run_worker(settings, heartbeat_timeout=timedelta(seconds=2)))
