"""Merchants and operators (商户、运营方)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    contains,
    one_of,
    picked,
    reason,
    text,
)
from prepaid.domains.pages.graph.base.members import MEMBER_ACTIONS, ON_RECORD, TIMELINE, member_columns
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
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

MERCHANT_TYPE: Final = "MerchantType"
"""Dictionary whose values are data: the merchant types that the bank has."""

MERCHANT_ACTIONS: Final = (
    Action(
        key="setMerchantGate",
        label=Text("变更状态", "Change state"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("setMerchantGate", "merchantId"),
        form=Form(fields=(choice("gate", "状态", "State", "MerchantGate", required=True), reason())),
    ),
    Action(
        key="assignMerchantOperator",
        label=Text("指定运营方", "Assign operator"),
        placement=ON_RECORD,
        submit=on_row("assignMerchantOperator", "merchantId"),
        form=Form(
            fields=(
                picked(
                    "operator",
                    "运营方",
                    "Operator",
                    "Operator",
                    "operatorId",
                    help=Text("不选则由商户自行运营", "Without one the merchant runs itself"),
                ),
                reason(),
            )
        ),
    ),
)


def merchant_columns() -> tuple[Column, ...]:
    """Columns of every list of merchants."""
    return (
        column("number", ValueKind.TEXT, "商户号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT),
        column("name", ValueKind.TEXT, "名称", "Name", sortable="NAME", link_page="merchant"),
        column("type", ValueKind.ENUM, "商户类型", "Type", "typeCode", dictionary=MERCHANT_TYPE),
        column("gate", ValueKind.ENUM, "状态", "State", sortable="GATE"),
        column("operator", ValueKind.REFERENCE, "运营方", "Operator", label_path="name"),
        column("memberCount", ValueKind.INTEGER, "成员数", "Members"),
        column("features", ValueKind.TAGS, "已开功能", "Features", default_visible=False),
        column("createdAt", ValueKind.DATETIME, "创建时间", "Created", sortable="CREATED_AT"),
    )


MERCHANTS: Final = ListPage(
    kind=PageKind.LIST,
    key="merchants",
    path="/merchants",
    title=Text("商户", "Merchants"),
    source=Operation(field="merchants"),
    columns=merchant_columns(),
    filters=(
        contains("name", "名称", "Name"),
        one_of("typeCode", "商户类型", "Type", MERCHANT_TYPE),
        one_of("gate", "状态", "State", "MerchantGate"),
        picked("operator", "运营方", "Operator", "Operator"),
        between("createdAt", "创建时间", "Created"),
    ),
    quick_search=Text("名称、商户号", "Name, number"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(ViewPreset(key="stopped", label=Text("暂停与冻结", "Stopped"), query="f.gate=SUSPENDED,FRAUD_HOLD"),),
    actions=(
        Action(
            key="createMerchant",
            label=Text("新增商户", "New merchant"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createMerchant"),
            form=Form(
                fields=(
                    text("name", "名称", "Name", required=True, max_length=80),
                    choice("type", "商户类型", "Type", MERCHANT_TYPE, input_path="typeCode", required=True),
                    picked("operator", "运营方", "Operator", "Operator", "operatorId"),
                )
            ),
        ),
        *MERCHANT_ACTIONS,
    ),
    row_link="merchant",
    empty=EmptyState(title=Text("还没有商户", "No merchants yet"), action_key="createMerchant"),
)
MERCHANT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="merchant",
    path="/merchants/:id",
    parent="merchants",
    title=Text("商户详情", "Merchant"),
    source=by_id("merchant"),
    header=DetailHeader(
        title_path="name", subtitle_path="number", status_path="gate", status_dictionary="MerchantGate"
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=merchant_columns()),
        DetailSection(
            key="members",
            title=Text("成员", "Members"),
            kind=SectionKind.RELATED_LIST,
            list="merchantMembers",
            lazy=True,
        ),
    ),
    actions=MERCHANT_ACTIONS,
    timeline=TIMELINE,
)
MERCHANT_MEMBERS: Final = ListPage(
    kind=PageKind.LIST,
    key="merchantMembers",
    path="/merchants/:id/members",
    parent="merchant",
    title=Text("商户成员", "Merchant's members"),
    permission="merchant.read",
    source=Operation(field="members", bindings=(Binding("merchant", BindingSource.ROUTE_PARAM, "id"),)),
    columns=tuple(one for one in member_columns() if one.key != "merchant"),
    filters=(one_of("status", "状态", "State", "MemberStatus"),),
    quick_search=Text("姓名、工号", "Name, staff number"),
    default_order=(OrderBy("createdAt", descending=True),),
    actions=MEMBER_ACTIONS,
    row_link="member",
)
OPERATORS: Final = ListPage(
    kind=PageKind.LIST,
    key="operators",
    path="/operators",
    title=Text("商户运营方", "Operators"),
    source=Operation(field="operators"),
    columns=(
        column("name", ValueKind.TEXT, "名称", "Name", sortable="NAME", pinned=Pin.LEFT),
        column("merchantCount", ValueKind.INTEGER, "商户数", "Merchants"),
        column("createdAt", ValueKind.DATETIME, "创建时间", "Created", sortable="CREATED_AT"),
    ),
    filters=(contains("name", "名称", "Name"), between("createdAt", "创建时间", "Created")),
    quick_search=Text("名称", "Name"),
    default_order=(OrderBy("name"),),
    actions=(
        Action(
            key="createOperator",
            label=Text("新增运营方", "New operator"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createOperator"),
            form=Form(fields=(text("name", "名称", "Name", required=True, max_length=80),)),
        ),
    ),
    empty=EmptyState(title=Text("还没有运营方", "No operators yet"), action_key="createOperator"),
)
