"""Work bench, platforms, and the pages that edit pages and forms (工作台、模版、页面与表单)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import column, one_of
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Navigation, Operation
from prepaid.domains.pages.rules.layout.pages import (
    CustomComponent,
    CustomPage,
    EmptyState,
    Help,
    ListPage,
    OrderBy,
    PageKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.layout.shell import FORM_USE
from prepaid.domains.pages.rules.text import Text

HOME: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="home",
    path="/",
    title=Text("工作台", "Work bench"),
    component=CustomComponent.HOME,
    help=Help(tour_key="home"),
)
PLATFORMS: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="platforms",
    path="/platforms",
    title=Text("平台模版", "Platforms"),
    component=CustomComponent.PERMISSION_EDITOR,
    props={"subject": "platforms"},
    needs=("template.read",),
    help=Help(tour_key="platforms"),
)
PLATFORM: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="platform",
    path="/platforms/:id",
    parent="platforms",
    title=Text("平台权限树", "Permission tree"),
    component=CustomComponent.PERMISSION_EDITOR,
    props={"subject": "platform"},
    needs=("template.read",),
    help=Help(tour_key="platform"),
)
PAGE_EDITOR: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="pageEditor",
    path="/page-editor",
    title=Text("页面配置", "Pages"),
    component=CustomComponent.PAGE_EDITOR,
    needs=("page.read",),
    help=Help(tour_key="pageEditor"),
)
FORMS: Final = ListPage(
    kind=PageKind.LIST,
    key="forms",
    path="/forms",
    title=Text("表单", "Forms"),
    source=Operation(field="formDefinitions"),
    columns=(
        column("name", ValueKind.TEXT, "名称", "Name", pinned=Pin.LEFT),
        column("key", ValueKind.ENUM, "用途", "What for", sortable="KEY", dictionary=FORM_USE),
        column("merchantType", ValueKind.ENUM, "商户类型", "Merchant type", dictionary="MerchantType"),
        column("version", ValueKind.INTEGER, "版本", "Version", sortable="VERSION"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("madeAt", ValueKind.DATETIME, "保存时间", "Saved", sortable="MADE_AT"),
        column("madeByName", ValueKind.TEXT, "保存人", "Saved by"),
        column("publishedAt", ValueKind.DATETIME, "发布时间", "Published", sortable="PUBLISHED_AT"),
    ),
    filters=(
        one_of("key", "用途", "What for", FORM_USE),
        one_of("merchantType", "商户类型", "Merchant type", "MerchantType"),
        one_of("state", "状态", "State", "DefinitionState"),
    ),
    quick_search=Text("名称、用途", "Name, what for"),
    default_order=(OrderBy("madeAt", descending=True),),
    presets=(
        ViewPreset(key="inForce", label=Text("已发布", "Published"), query="f.state=PUBLISHED"),
        ViewPreset(key="drafts", label=Text("草稿", "Drafts"), query="f.state=DRAFT"),
    ),
    actions=(
        Action(
            key="newForm",
            label=Text("新建表单", "New form"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            goto=Navigation(page_key="formDesigner", params=(Binding("id", BindingSource.CONSTANT, constant="new"),)),
            permission="form.edit",
        ),
    ),
    row_link="formDesigner",
    empty=EmptyState(title=Text("还没有表单", "No forms yet"), action_key="newForm"),
)
FORM_DESIGNER: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="formDesigner",
    path="/forms/:id",
    parent="forms",
    title=Text("表单设计", "Form designer"),
    component=CustomComponent.FORM_DESIGNER,
    needs=("form.read",),
    help=Help(tour_key="formDesigner"),
)
