"""The caller's notices (通知), all of them: the bell shows the newest."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column
from prepaid.domains.pages.rules.fields import BooleanField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation
from prepaid.domains.pages.rules.layout.pages import EmptyState, ListPage, OrderBy, PageKind, ViewPreset
from prepaid.domains.pages.rules.text import Text

NOTICES: Final = ListPage(
    kind=PageKind.LIST,
    key="notices",
    path="/notices",
    title=Text("通知", "Notices"),
    source=Operation(field="myNotices"),
    columns=(
        column("title", ValueKind.TEXT, "通知", "Notice", pinned=Pin.LEFT),
        column("body", ValueKind.LONG_TEXT, "说明", "More"),
        column("createdAt", ValueKind.DATETIME, "时间", "When", sortable="CREATED_AT", width=170),
        column("readAt", ValueKind.DATETIME, "已读", "Read", width=170),
    ),
    filters=(
        BooleanField(key="unreadOnly", label=Text("仅未读", "Unread only"), kind=ValueKind.BOOLEAN),
        between("createdAt", "时间", "When"),
    ),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(ViewPreset(key="unread", label=Text("未读", "Unread"), query="f.unreadOnly=true"),),
    actions=(
        Action(
            key="markAllNoticesRead",
            label=Text("全部已读", "Mark all read"),
            placement=(ActionPlacement.TOOLBAR,),
            submit=Operation(field="markAllNoticesRead"),
        ),
        Action(
            key="markNoticesRead",
            label=Text("标为已读", "Mark read"),
            placement=(ActionPlacement.BULK,),
            submit=Operation(field="markNoticesRead", bindings=(Binding("input.ids", BindingSource.SELECTION, "id"),)),
        ),
    ),
    export=None,
    empty=EmptyState(title=Text("没有通知", "No notices")),
)
