"""Pages of salespeople (销售人员), and what the slice declares."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    choice,
    column,
    confirm,
    contains,
    one_of,
    picked,
    reason,
    text,
    when,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import AnyField, BooleanField, DateField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import DetailHeader, Pin
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
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.text import Text
from prepaid.domains.salesforce.graph.labels import DICTIONARIES
from prepaid.domains.salesforce.graph.rule_pages import RULE, RULE_VERSIONS, RULES, TRIAL

THIS: Final = Operation(field="salespersonForm", bindings=(Binding("id", BindingSource.ROW, "id"),))


def _details() -> tuple[AnyField, ...]:
    return (
        text("name", "姓名", "Name", required=True, max_length=80),
        text("staffNumber", "工号", "Staff number", required=True, max_length=40),
        text("title", "岗位", "Job", max_length=80),
        choice("employment", "用工方式", "Employment", "SalespersonEmployment", required=True),
        BooleanField(
            key="performs",
            label=Text("提供服务（教练、造型师等）", "Gives services (coach, stylist …)"),
            kind=ValueKind.BOOLEAN,
        ),
        picked("store", "所属店铺", "Store", "Store", "storeId", required=True),
        picked(
            "member",
            "关联账户",
            "Account",
            "Member",
            "memberId",
            help=Text("用于登录后以本人名义销售", "So that the person sells under this name when signed in"),
        ),
        DateField(key="hiredOn", label=Text("入职日期", "Hired on"), kind=ValueKind.DATE, required=True),
        text("note", "备注", "Remark", ValueKind.LONG_TEXT, max_length=500),
    )


def _one(key: str, zh: str, en: str, target: str, kind: str) -> AnyField:
    return picked(
        key,
        zh,
        en,
        target,
        f"{key}Id",
        visible_when=when("productKind", TestOp.EQ, kind),
        help=Text("不选表示该种类全部商品", "Empty: every one of the kind"),
    )


ACTIONS: Final = (
    Action(
        key="updateSalesperson",
        label=Text("编辑", "Edit"),
        placement=ON_RECORD,
        load=THIS,
        submit=on_row("updateSalesperson", "salespersonId"),
        form=Form(fields=_details()),
    ),
    Action(
        key="grantSales",
        label=Text("授权可售商品", "Authorise"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("grantSales", "salespersonId"),
        form=Form(
            fields=(
                choice("productKind", "商品种类", "Kind of product", "ProductKind", required=True),
                _one("service", "单品", "Service", "Service", "SERVICE"),
                _one("cardType", "卡类型", "Card type", "CardType", "CARD_TYPE"),
                _one("package", "综合商品", "Package", "Package", "PACKAGE"),
            )
        ),
    ),
    Action(
        key="suspendSalesperson",
        label=Text("停用", "Suspend"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("suspendSalesperson", "salespersonId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="resumeSalesperson",
        label=Text("恢复", "Resume"),
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row("resumeSalesperson", "salespersonId"),
        confirm=confirm("恢复该人员销售？", "Let this person sell again?", "恢复", "Resume"),
    ),
    Action(
        key="leaveSalesperson",
        label=Text("登记离职", "Has left"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("leaveSalesperson", "salespersonId"),
        form=Form(
            fields=(
                DateField(key="leftOn", label=Text("离职日期", "Last day"), kind=ValueKind.DATE, required=True),
                reason(),
            )
        ),
        confirm=confirm(
            "登记离职？",
            "Has this person left?",
            "登记离职",
            "Has left",
            Text("全部销售授权立即终止，且不能恢复", "Every authorisation ends now; this cannot be undone"),
        ),
    ),
)
COLUMNS: Final = (
    column(
        "staffNumber",
        ValueKind.TEXT,
        "工号",
        "Staff number",
        sortable="STAFF_NUMBER",
        copyable=True,
        pinned=Pin.LEFT,
        width=110,
    ),
    column("name", ValueKind.TEXT, "姓名", "Name", sortable="NAME", link_page="salesperson", width=120),
    column("title", ValueKind.TEXT, "岗位", "Job", width=140),
    column("status", ValueKind.ENUM, "状态", "State", sortable="STATUS", dictionary="SalespersonStatus", width=100),
    column("store", ValueKind.REFERENCE, "所属店铺", "Store", label_path="name", link_page="store"),
    column("employment", ValueKind.ENUM, "用工方式", "Employment", dictionary="SalespersonEmployment", width=110),
    column("performs", ValueKind.BOOLEAN, "提供服务", "Performs", width=100),
    column("authorisationCount", ValueKind.INTEGER, "可售授权", "May sell", width=100),
    column("shareCode", ValueKind.TEXT, "分享码", "Share code", copyable=True, width=110),
    column("hiredOn", ValueKind.DATE, "入职日期", "Hired", sortable="HIRED_ON", width=120),
    column("leftOn", ValueKind.DATE, "离职日期", "Left", sortable="LEFT_ON", default_visible=False),
    column("member", ValueKind.REFERENCE, "关联账户", "Account", label_path="displayName", link_page="member"),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
)
PEOPLE: Final = ListPage(
    kind=PageKind.LIST,
    key="salespeople",
    path="/salespeople",
    title=Text("销售人员", "Salespeople"),
    source=Operation(field="salespeople"),
    columns=COLUMNS,
    filters=(
        contains("name", "姓名", "Name"),
        one_of("status", "状态", "State", "SalespersonStatus"),
        one_of("employment", "用工方式", "Employment", "SalespersonEmployment"),
        picked("store", "店铺", "Store", "Store"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("姓名、拼音、工号", "Name, pinyin, staff number"),
    default_order=(OrderBy("staffNumber"),),
    presets=(ViewPreset(key="active", label=Text("在岗", "Active"), query="f.status=ACTIVE"),),
    actions=(
        Action(
            key="createSalesperson",
            label=Text("新增人员", "New salesperson"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createSalesperson"),
            form=Form(fields=_details()),
        ),
        *ACTIONS,
    ),
    row_link="salesperson",
    empty=EmptyState(title=Text("还没有销售人员", "No salespeople yet"), action_key="createSalesperson"),
)
GIVEN: Final = ListPage(
    kind=PageKind.LIST,
    key="salesAuthorisations",
    path="/salespeople/:id/authorisations",
    parent="salesperson",
    title=Text("可售商品", "May sell"),
    source=Operation(field="salesAuthorisations", bindings=(Binding("salesperson", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("productKind", ValueKind.ENUM, "商品种类", "Kind", sortable="PRODUCT_KIND", dictionary="ProductKind"),
        column("productName", ValueKind.TEXT, "商品（空为该种类全部）", "Product (empty: every one)"),
        column("since", ValueKind.DATETIME, "授权时间", "Since", sortable="SINCE"),
        column("until", ValueKind.DATETIME, "终止时间", "Until"),
    ),
    default_order=(OrderBy("since", descending=True),),
    actions=(
        Action(
            key="withdrawSales",
            label=Text("收回授权", "Withdraw"),
            tone=Tone.DANGER,
            danger=True,
            placement=(ActionPlacement.ROW,),
            submit=on_row("withdrawSales", "authorisationId"),
            confirm=confirm("收回该授权？", "Withdraw this authorisation?", "收回", "Withdraw"),
        ),
    ),
    empty=EmptyState(title=Text("尚未授权可售商品", "May sell nothing yet")),
)
PERSON: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="salesperson",
    path="/salespeople/:id",
    parent="salespeople",
    title=Text("销售人员详情", "Salesperson"),
    source=by_id("salesperson"),
    header=DetailHeader(
        title_path="name", subtitle_path="staffNumber", status_path="status", status_dictionary="SalespersonStatus"
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(*COLUMNS, column("note", ValueKind.LONG_TEXT, "备注", "Remark")),
        ),
        DetailSection(
            key="authorisations",
            title=Text("可售商品", "May sell"),
            kind=SectionKind.RELATED_LIST,
            list="salesAuthorisations",
            lazy=True,
        ),
    ),
    actions=ACTIONS,
    timeline=TIMELINE,
)

declare_pages(
    Declared(
        pages=(PEOPLE, PERSON, GIVEN, RULES, RULE, RULE_VERSIONS, TRIAL),
        navigation=(
            NavItem(key="salesforce", label=Text("销售与分佣", "Sales and commission"), icon="team"),
            NavItem(
                key="salespeople",
                label=Text("销售人员", "Salespeople"),
                parent_key="salesforce",
                page_key="salespeople",
            ),
            NavItem(
                key="commissionRules",
                label=Text("分佣规则", "Commission rules"),
                parent_key="salesforce",
                page_key="commissionRules",
            ),
            NavItem(
                key="commissionTrial",
                label=Text("分佣试算", "Try commission"),
                parent_key="salesforce",
                page_key="commissionTrial",
            ),
        ),
        dictionaries=DICTIONARIES,
        references=(
            Reference(
                target="Salesperson",
                label=Text("销售人员", "Salesperson"),
                field="salespeople",
                label_path="name",
                description_path="staffNumber",
                page_key="salesperson",
            ),
        ),
    )
)
