"""Root fields of what members keep for themselves."""

from typing import Any

import orjson
import strawberry
from strawberry.scalars import JSON

from prepaid.domains.pages.graph.own_types import SavedView
from prepaid.graph.types import SIGNED_IN, Argument, Info, query_field, root_list

MINE = "SELECT key, value::text AS value FROM member_setting WHERE merchant_id = $1 AND membership_id = $2"

root_list(
    "savedViews",
    SavedView,
    "The caller's own views of a list and those shared with him, by name",
    permission=SIGNED_IN,
    order_by=lambda row: [row.label, row.id],
    arguments={"page_key": Argument(strawberry.ID, "Key of the page", lambda row, value: row.page_key == value)},
)


@query_field(permission=SIGNED_IN)
async def my_settings(info: Info) -> JSON:
    """The caller's own settings of the admin by key, for instance the columns of a list."""
    actor, session = info.context.actor, await info.context.read()
    rows = await session.fetch(MINE, actor.tenant, actor.membership_id)
    settings: Any = {row["key"]: orjson.loads(row["value"]) for row in rows}
    return settings  # type: ignore[no-any-return]
