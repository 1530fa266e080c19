"""Root fields of notices."""

from sqlalchemy import not_, or_

from prepaid.domains.notifications.graph.types import Notice
from prepaid.graph.types import SIGNED_IN, Argument, root_connection

root_connection(
    "myNotices",
    Notice,
    "The caller's own notices where he works now, newest first",
    permission=SIGNED_IN,
    order_by=["-created_at"],
    arguments={
        "unread_only": Argument(
            bool | None, "Only those that he has not read", lambda row, value: or_(not_(value), row.read_at.is_(None))
        )
    },
)
