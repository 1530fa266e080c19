"""Pages of stores and regions (店铺、区域)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    confirm,
    contains,
    one_of,
    picked,
    reason,
    text,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import AnyField, ChoiceField, NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.text import Text
from prepaid.domains.stores.graph.dictionaries import DICTIONARIES
from prepaid.domains.stores.graph.region_pages import REGION, REGIONS, day_field

THIS_STORE: Final = Operation(field="store", bindings=(Binding("id", BindingSource.ROW, "id"),))


def _place() -> tuple[AnyField, ...]:
    return (
        text("address", "地址", "Address", required=True, max_length=200),
        NumberField(
            key="longitude", label=Text("经度", "Longitude"), kind=ValueKind.DECIMAL, scale=6, min="-180", max="180"
        ),
        NumberField(
            key="latitude", label=Text("纬度", "Latitude"), kind=ValueKind.DECIMAL, scale=6, min="-90", max="90"
        ),
    )


def _details() -> tuple[AnyField, ...]:
    return (
        text("name", "店铺名称", "Name", required=True, max_length=80),
        choice("type", "店铺类型", "Type", "PhysicalStoreType", required=True),
        *_place(),
        text(
            "opens",
            "开门时间",
            "Opens",
            max_length=5,
            help=Text("如 09:00；不填表示全天营业", "As in 09:00; empty: always open"),
        ),
        text(
            "closes",
            "关门时间",
            "Closes",
            max_length=5,
            help=Text("早于开门时间表示次日", "Before opening: on the next day"),
        ),
        ChoiceField(key="closedWeekdays", label=Text("休息日", "Closed on"), kind=ValueKind.TAGS, dictionary="Weekday"),
        text("phone", "电话", "Phone", max_length=30),
    )


STORE_ACTIONS: Final = (
    Action(
        key="updateStore",
        label=Text("编辑", "Edit"),
        placement=ON_RECORD,
        load=THIS_STORE,
        submit=on_row("updateStore", "storeId"),
        form=Form(fields=_details()),
    ),
    Action(
        key="openStore",
        label=Text("开始营业", "Open"),
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row("openStore", "storeId"),
        confirm=confirm("开始营业？", "Open this store?", "开始营业", "Open"),
    ),
    Action(
        key="assignStoreRegion",
        label=Text("调整区域", "Change region"),
        placement=ON_RECORD,
        submit=on_row("assignStoreRegion", "storeId"),
        form=Form(
            fields=(
                picked(
                    "region",
                    "区域",
                    "Region",
                    "Region",
                    "regionId",
                    help=Text("不选表示不属于任何区域", "Empty: in no region"),
                ),
                day_field("since", "生效日期", "From"),
            )
        ),
    ),
    Action(
        key="relocateStore",
        label=Text("搬迁", "Move"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("relocateStore", "storeId"),
        form=Form(fields=(*_place(), day_field("movesOn", "搬迁日期", "Moves on"), reason())),
        confirm=confirm(
            "登记搬迁？",
            "Move this store?",
            "登记搬迁",
            "Move",
            Text("受影响的持卡人将获得退卡权利", "The holders of the cards it affects may return them"),
        ),
    ),
    Action(
        key="closeStore",
        label=Text("关闭店铺", "Close"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("closeStore", "storeId"),
        form=Form(fields=(reason(),)),
        confirm=confirm(
            "关闭该店铺？", "Close this store?", "关闭店铺", "Close", Text("关闭后不能恢复", "It cannot be reopened")
        ),
    ),
)


def store_columns() -> tuple[Column, ...]:
    """Columns of every list of stores."""
    return (
        column(
            "number", ValueKind.TEXT, "店铺号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT, width=100
        ),
        column("name", ValueKind.TEXT, "店铺名称", "Name", sortable="NAME", link_page="store", width=180),
        column("type", ValueKind.ENUM, "类型", "Type", sortable="TYPE", dictionary="StoreType", width=90),
        column("status", ValueKind.ENUM, "状态", "State", sortable="STATUS", dictionary="StoreStatus", width=100),
        column("region", ValueKind.TEXT, "区域", "Region", "region.path"),
        column("address", ValueKind.TEXT, "地址", "Address"),
        column("phone", ValueKind.TEXT, "电话", "Phone", width=140),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("openNow", ValueKind.BOOLEAN, "现在营业", "Open now", width=100),
        column("openedOn", ValueKind.DATE, "开业日期", "Opened", sortable="OPENED_ON", width=120),
        column("createdAt", ValueKind.DATETIME, "登记时间", "Entered", sortable="CREATED_AT", default_visible=False),
    )


STORES: Final = ListPage(
    kind=PageKind.LIST,
    key="stores",
    path="/stores",
    title=Text("店铺", "Stores"),
    source=Operation(field="stores"),
    columns=store_columns(),
    filters=(
        contains("name", "店铺名称", "Name"),
        one_of("type", "类型", "Type", "StoreType"),
        one_of("status", "状态", "State", "StoreStatus"),
        picked("region", "区域", "Region", "Region"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("createdAt", "登记时间", "Entered"),
    ),
    quick_search=Text("名称、拼音、地址、店铺号", "Name, pinyin, address, number"),
    default_order=(OrderBy("number"),),
    presets=(
        ViewPreset(key="serving", label=Text("营业中", "Serving"), query="f.status=OPEN,RELOCATED"),
        ViewPreset(key="opening", label=Text("筹备中", "Opening"), query="f.status=OPENING"),
    ),
    actions=(
        Action(
            key="createStore",
            label=Text("新增店铺", "New store"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createStore"),
            form=Form(fields=(*_details(), picked("region", "区域", "Region", "Region", "regionId"))),
        ),
        *STORE_ACTIONS,
    ),
    row_link="store",
    empty=EmptyState(title=Text("还没有店铺", "No stores yet"), action_key="createStore"),
)
STORE: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="store",
    path="/stores/:id",
    parent="stores",
    title=Text("店铺详情", "Store"),
    source=by_id("store"),
    header=DetailHeader(
        title_path="name", subtitle_path="number", status_path="status", status_dictionary="StoreStatus"
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(
                *store_columns(),
                column("opens", ValueKind.TEXT, "开门时间", "Opens"),
                column("closes", ValueKind.TEXT, "关门时间", "Closes"),
                column("closedWeekdays", ValueKind.TAGS, "休息日", "Closed on", dictionary="Weekday"),
            ),
        ),
    ),
    actions=STORE_ACTIONS,
    timeline=TIMELINE,
)
REGION_STORES: Final = ListPage(
    kind=PageKind.LIST,
    key="regionStores",
    path="/regions/:id/stores",
    parent="region",
    title=Text("区域内店铺", "Stores of the region"),
    source=Operation(field="stores", bindings=(Binding("region", BindingSource.ROUTE_PARAM, "id"),)),
    columns=tuple(one for one in store_columns() if one.key != "merchant"),
    filters=(one_of("status", "状态", "State", "StoreStatus"),),
    quick_search=Text("名称、拼音、地址、店铺号", "Name, pinyin, address, number"),
    default_order=(OrderBy("number"),),
    row_link="store",
)

declare_pages(
    Declared(
        pages=(STORES, STORE, REGIONS, REGION, REGION_STORES),
        navigation=(
            NavItem(key="places", label=Text("店铺与区域", "Stores and regions"), icon="shop"),
            NavItem(key="stores", label=Text("店铺", "Stores"), parent_key="places", page_key="stores"),
            NavItem(key="regions", label=Text("区域", "Regions"), parent_key="places", page_key="regions"),
        ),
        dictionaries=DICTIONARIES,
        references=(
            Reference(
                target="Store",
                label=Text("店铺", "Store"),
                field="stores",
                label_path="name",
                description_path="number",
                page_key="store",
            ),
            Reference(
                target="Region",
                label=Text("区域", "Region"),
                field="regions",
                label_path="path",
                page_key="region",
            ),
        ),
    )
)
