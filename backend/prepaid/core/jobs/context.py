"""What a job gets to work with."""

from dataclasses import dataclass

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.services import Services


@dataclass(frozen=True, slots=True)
class JobContext:
    """One run of one job."""

    tx: WriteSession
    """The job's transaction: it commits when the job returns. A job that calls a provider uses several short
    ones of `services.database` instead; unused, this one takes no connection."""
    services: Services
    job_id: int
    attempt: int
    """1 for the first run; runs that a crash cut off are not counted."""

    @property
    def actor(self) -> Actor:
        """The system, on behalf of the account and merchant that enqueued the job."""
        return self.tx.actor
