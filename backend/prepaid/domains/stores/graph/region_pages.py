"""Regions: the tree with its levels, a region with its stores by period."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    column,
    one_of,
    picked,
    reason,
    text,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import DateField, ListField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
)
from prepaid.domains.pages.rules.text import Text


def day_field(key: str, zh: str, en: str) -> DateField:
    """The day from which something holds."""
    return DateField(key=key, label=Text(zh, en), kind=ValueKind.DATE, required=True, not_before="today")


REGION_ACTIONS: Final = (
    Action(
        key="renameRegion",
        label=Text("改名", "Rename"),
        placement=ON_RECORD,
        submit=on_row("renameRegion", "regionId"),
        form=Form(fields=(text("name", "名称", "Name", required=True, max_length=80),)),
    ),
    Action(
        key="moveRegion",
        label=Text("移动", "Move"),
        placement=ON_RECORD,
        submit=on_row("moveRegion", "regionId"),
        form=Form(
            fields=(
                picked(
                    "parent",
                    "新的上级",
                    "New parent",
                    "Region",
                    "parentId",
                    help=Text("不选则成为顶级区域", "Empty: at the top"),
                ),
                day_field("since", "生效日期", "From"),
            )
        ),
    ),
    Action(
        key="closeRegion",
        label=Text("停用", "Close"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("closeRegion", "regionId"),
        form=Form(fields=(reason(),)),
    ),
)
REGION_COLUMNS: Final = (
    column("path", ValueKind.TEXT, "区域", "Region", sortable="PATH", pinned=Pin.LEFT, link_page="region"),
    column("level", ValueKind.TEXT, "层级", "Level", "level.name", width=120),
    column("status", ValueKind.ENUM, "状态", "State", dictionary="RegionStatus", width=100),
    column("storeCount", ValueKind.INTEGER, "店铺数", "Stores", width=100),
    column("createdAt", ValueKind.DATETIME, "创建时间", "Created", sortable="CREATED_AT"),
)
REGIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="regions",
    path="/regions",
    title=Text("区域", "Regions"),
    source=Operation(field="regions"),
    columns=REGION_COLUMNS,
    filters=(
        one_of("status", "状态", "State", "RegionStatus"),
        picked("parent", "上级区域", "Below", "Region"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("名称、拼音", "Name, pinyin"),
    default_order=(OrderBy("path"),),
    actions=(
        Action(
            key="createRegion",
            label=Text("新增区域", "New region"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createRegion"),
            form=Form(
                fields=(
                    text("name", "名称", "Name", required=True, max_length=80),
                    picked(
                        "parent",
                        "上级区域",
                        "Parent",
                        "Region",
                        "parentId",
                        help=Text("不选则为顶级区域", "Empty: at the top"),
                    ),
                )
            ),
        ),
        Action(
            key="saveRegionLevels",
            label=Text("设置层级", "Name levels"),
            icon="setting",
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("saveRegionLevels"),
            form=Form(
                fields=(
                    ListField(
                        key="levels",
                        label=Text("层级（自上而下）", "Levels, top first"),
                        kind=ValueKind.JSON,
                        item_field_keys=("levelName",),
                        required=True,
                        min_items=1,
                        max_items=8,
                    ),
                    text("levelName", "层级名称", "Name", input_path="name", required=True, max_length=80),
                )
            ),
        ),
        *REGION_ACTIONS,
    ),
    row_link="region",
    empty=EmptyState(
        title=Text("还没有区域", "No regions yet"),
        body=Text(
            "按大区、城市等层级建立区域后，店铺可归入其中",
            "Build levels such as area and city, then put stores into them",
        ),
        action_key="createRegion",
    ),
)
REGION: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="region",
    path="/regions/:id",
    parent="regions",
    title=Text("区域详情", "Region"),
    source=by_id("region"),
    header=DetailHeader(
        title_path="name", subtitle_path="path", status_path="status", status_dictionary="RegionStatus"
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=REGION_COLUMNS),
        DetailSection(
            key="stores",
            title=Text("店铺", "Stores"),
            kind=SectionKind.RELATED_LIST,
            list="regionStores",
            lazy=True,
        ),
    ),
    actions=REGION_ACTIONS,
    timeline=TIMELINE,
)
