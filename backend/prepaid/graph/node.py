"""`Node` and `PageInfo` of the Relay specification."""

import strawberry


@strawberry.interface(description="An object with a global id.")
class Node:
    """What `node(id:)` finds."""

    id: strawberry.ID = strawberry.field(description="Global id: type, tenant and row")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Relay's `PageInfo`."""

    has_next_page: bool = strawberry.field(description="Whether rows follow this page")
    has_previous_page: bool = strawberry.field(description="Whether rows come before this page")
    start_cursor: str | None = strawberry.field(description="Cursor of the first row; null on an empty page")
    end_cursor: str | None = strawberry.field(description="Cursor of the last row; null on an empty page")
