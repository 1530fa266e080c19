"""pgqueuer's statements over a connection that works as `app_worker`."""

from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment, QueryQueueBuilder, QuerySchedulerBuilder
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.ports.driver import Driver

from prepaid.core.actor import DbRole
from prepaid.core.jobs.schema import SETTINGS

AS_WORKER = {"role": DbRole.WORKER.value, "application_name": "prepaid worker"}
"""Server settings of a connection that logs in as `prepaid_app`."""


def queries_over(driver: Driver) -> Queries:
    """The queue's statements, with the names that our schema gives its tables."""
    return Queries(
        driver,
        qbe=QueryBuilderEnvironment(SETTINGS),
        qbq=QueryQueueBuilder(SETTINGS),
        qbs=QuerySchedulerBuilder(SETTINGS),
    )
