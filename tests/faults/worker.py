"""The product's worker with the till's reactions: `python -m tests.faults.worker`."""

import asyncio
from datetime import timedelta

import prepaid.app  # noqa: F401 - registers the jobs of every domain
import tests.faults.till  # noqa: F401 - registers its reactions
from prepaid.core.jobs import run_worker

TAKEN_OVER_AFTER = timedelta(seconds=3)

if __name__ == "__main__":
    asyncio.run(run_worker(heartbeat_timeout=TAKEN_OVER_AFTER))
