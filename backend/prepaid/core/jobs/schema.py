"""Names of the queue's tables; the first migration made them as pgqueuer 1.6 defines them."""

from pgqueuer.domain.settings import DBSettings
from pgqueuer.domain.types import Channel

# Every name is given: pgqueuer would otherwise read some from variables as general as CHANNEL or TRIGGER.
SETTINGS = DBSettings(
    prefix="",
    channel=Channel("ch_pgqueuer"),
    function="fn_pgqueuer_changed",
    statistics_table="pgqueuer_statistics",
    queue_status_type="pgqueuer_status",
    queue_table="pgqueuer",
    queue_table_log="pgqueuer_log",
    trigger="tg_pgqueuer_changed",
    schedules_table="pgqueuer_schedules",
)
