"""Background jobs and schedules, on the queue of pgqueuer in the same database.

A job is enqueued in the business transaction, so it exists exactly when that committed. A worker runs it at
least once: jobs are idempotent. One that keeps failing stays in the queue as failed, and somebody decides.
"""

from prepaid.core.jobs import housekeeping
from prepaid.core.jobs.context import JobContext
from prepaid.core.jobs.due import run_due
from prepaid.core.jobs.enqueue import enqueue
from prepaid.core.jobs.failed import FailedJob, failed_jobs, requeue
from prepaid.core.jobs.registry import Retry, job, schedule
from prepaid.core.jobs.worker import run_worker

__all__ = [
    "FailedJob",
    "JobContext",
    "Retry",
    "enqueue",
    "failed_jobs",
    "housekeeping",
    "job",
    "requeue",
    "run_due",
    "run_worker",
    "schedule",
]
