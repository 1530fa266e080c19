"""Pages of services, card types, packages and their review (商品)."""

from typing import Final

from prepaid.domains.catalog.graph.dictionaries import DICTIONARIES
from prepaid.domains.catalog.graph.forms import CARD_TYPE as CARD_TYPE_FORM
from prepaid.domains.catalog.graph.forms import PACKAGE as PACKAGE_FORM
from prepaid.domains.catalog.graph.forms import SERVICE as SERVICE_FORM
from prepaid.domains.catalog.graph.review_pages import REVIEW_PAGES
from prepaid.domains.pages.graph.base.bench import counted
from prepaid.domains.pages.graph.base.building import column, confirm, picked, truth
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.bench import BenchCard, BenchKind
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
)
from prepaid.domains.pages.rules.layout.shell import Declared, FormFill, FormUse, NavItem, Reference
from prepaid.domains.pages.rules.text import Text

VERSION_ID: Final = Binding("input.versionId", BindingSource.ROW, "latest.id")
_ON_VERSION: Final = (Binding("input", BindingSource.FORM),)

PRICES: Final = ListPage(
    kind=PageKind.LIST,
    key="priceChanges",
    path="/products/:id/prices",
    parent="services",
    title=Text("价格历史", "Price history"),
    source=Operation(field="priceChanges", bindings=(Binding("product", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("since", ValueKind.DATETIME, "生效时间", "Since", sortable="SINCE"),
        column("priceFen", ValueKind.FEN, "价格", "Price"),
        column("listValueFen", ValueKind.FEN, "价值", "List value"),
    ),
    default_order=(OrderBy("since", descending=True),),
)


def _on_latest(field: str) -> Operation:
    return Operation(field=field, bindings=(*_ON_VERSION, VERSION_ID))


def _actions() -> tuple[Action, ...]:
    return (
        Action(
            key="submitProduct",
            label=Text("提交审核", "Submit"),
            tone=Tone.INFO,
            placement=ON_RECORD,
            submit=_on_latest("submitProduct"),
            confirm=confirm(
                "提交银行审核？",
                "Submit to the bank?",
                "提交",
                "Submit",
                Text("审核期间不能修改", "It cannot be edited meanwhile"),
            ),
        ),
        Action(
            key="withdrawProduct",
            label=Text("撤回提交", "Withdraw"),
            placement=ON_RECORD,
            submit=_on_latest("withdrawProduct"),
            confirm=confirm("撤回提交？", "Withdraw the submission?", "撤回", "Withdraw"),
        ),
        Action(
            key="putProductOnSale",
            label=Text("上架", "Put on sale"),
            tone=Tone.SUCCESS,
            placement=ON_RECORD,
            submit=_on_latest("putProductOnSale"),
            confirm=confirm("上架最新版本？", "Put the newest version on sale?", "上架", "Put on sale"),
        ),
        Action(
            key="takeProductOffSale",
            label=Text("下架", "Take off sale"),
            tone=Tone.WARNING,
            placement=ON_RECORD,
            submit=on_row("takeProductOffSale", "productId"),
            confirm=confirm(
                "下架该商品？",
                "Take it off sale?",
                "下架",
                "Take off sale",
                Text("已售出的不受影响", "What was sold goes on"),
            ),
        ),
    )


def _edit(kind: str, form: Form) -> Action:
    """A form with what the newest version says; saving it changes a draft, or begins the next version."""
    letter = kind[0].lower() + kind[1:]
    return Action(
        key=f"save{kind}",
        label=Text("编辑", "Edit"),
        icon="edit",
        placement=ON_RECORD,
        load=Operation(field=f"{letter}Form", bindings=(Binding("id", BindingSource.ROW, "id"),)),
        submit=on_row(
            f"save{kind}", f"{letter}Id", Binding("input.expectedRevision", BindingSource.ROW, "latest.revision")
        ),
        form=form,
    )


def _create(kind: str, zh: str, en: str, form: Form) -> Action:
    return Action(
        key=f"create{kind}",
        label=Text(zh, en),
        icon="plus",
        tone=Tone.INFO,
        placement=(ActionPlacement.TOOLBAR,),
        submit=on_form(f"save{kind}"),
        form=form,
    )


def _list(
    key: str,
    path: str,
    title: Text,
    columns: tuple[Column, ...],
    create: Action,
    edit: Action,
    detail: str,
    empty: Text,
) -> ListPage:
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        title=title,
        source=Operation(field=key),
        columns=columns,
        filters=(
            truth("rejected", "最新版本被驳回", "Newest version rejected", "rejected"),
            picked("merchant", "商户", "Merchant", "Merchant"),
        ),
        quick_search=Text("名称、拼音、编号", "Name, pinyin, number"),
        default_order=(OrderBy("createdAt", descending=True),),
        actions=(create, edit, *_actions()),
        row_link=detail,
        empty=EmptyState(title=empty, action_key=create.key),
    )


def _head(page: str) -> tuple[Column, ...]:
    return (
        column(
            "number", ValueKind.TEXT, "编号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT, width=100
        ),
        column("name", ValueKind.TEXT, "名称", "Name", sortable="NAME", link_page=page, width=200),
        column(
            "state", ValueKind.ENUM, "最新版本状态", "Newest version", "latest.state", dictionary="ProductVersionState"
        ),
        column("version", ValueKind.INTEGER, "最新版本", "Version", "latest.version", width=100),
        column("saleVersion", ValueKind.INTEGER, "在售版本", "On sale", "onSale.version", width=100),
    )


def _tail() -> tuple[Column, ...]:
    return (
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("createdAt", ValueKind.DATETIME, "创建时间", "Created", sortable="CREATED_AT", default_visible=False),
    )


SERVICE_COLUMNS: Final = (
    *_head("service"),
    column("category", ValueKind.TEXT, "类目", "Category", "latest.category"),
    column("unit", ValueKind.ENUM, "单位", "Unit", "latest.unit", dictionary="ServiceUnit", width=80),
    column("unitPriceFen", ValueKind.FEN, "单价", "Unit price", "latest.unitPriceFen"),
    column("durationMinutes", ValueKind.INTEGER, "时长（分钟）", "Minutes", "latest.durationMinutes"),
    *_tail(),
)
CARD_TYPE_COLUMNS: Final = (
    *_head("cardType"),
    column("kind", ValueKind.ENUM, "记名方式", "Kind", "latest.kind", dictionary="CardKind"),
    column("form", ValueKind.ENUM, "介质", "Form", "latest.form", dictionary="CardForm"),
    column("faceLimitFen", ValueKind.FEN, "面额上限", "Face limit", "latest.faceLimitFen"),
    *_tail(),
)
CARD_TYPE_RULES: Final = (
    column("validity", ValueKind.ENUM, "有效期", "Validity", "latest.validity", dictionary="CardValidity"),
    column("validityDays", ValueKind.INTEGER, "有效天数", "Days valid", "latest.validityDays"),
    column("giftAllowed", ValueKind.BOOLEAN, "可赠与", "May be given away", "latest.giftAllowed"),
    column("transferAllowed", ValueKind.BOOLEAN, "可转让", "May be transferred", "latest.transferAllowed"),
    column(
        "usedFirst", ValueKind.ENUM, "消费顺序", "Used first", "latest.consumptionOrder", dictionary="ConsumptionOrder"
    ),
)
PACKAGE_COLUMNS: Final = (
    *_head("package"),
    column("cardType", ValueKind.TEXT, "卡类型", "Card type", "latest.cardType.name"),
    column("salePriceFen", ValueKind.FEN, "售价", "Sale price", "latest.salePriceFen"),
    column("listValueFen", ValueKind.FEN, "价值", "List value", "latest.listValueFen"),
    column("soldAs", ValueKind.ENUM, "销售场景", "Sold as", "latest.soldAs", dictionary="SoldAs"),
    *_tail(),
)


def _detail(
    key: str, parent: str, path: str, title: Text, items: tuple[Column, ...], edit: Action, *more: DetailSection
) -> DetailPage:
    return DetailPage(
        kind=PageKind.DETAIL,
        key=key,
        path=path,
        parent=parent,
        title=title,
        source=by_id(key),
        header=DetailHeader(
            title_path="name",
            subtitle_path="number",
            status_path="latest.state",
            status_dictionary="ProductVersionState",
        ),
        sections=(
            DetailSection(
                key="base",
                title=Text("基本信息", "Basics"),
                items=(*items, column("description", ValueKind.LONG_TEXT, "说明", "Description", "latest.description")),
            ),
            *more,
        ),
        actions=(edit, *_actions()),
        timeline=TIMELINE,
    )


EDIT_SERVICE: Final = _edit("Service", SERVICE_FORM)
EDIT_CARD_TYPE: Final = _edit("CardType", CARD_TYPE_FORM)
EDIT_PACKAGE: Final = _edit("Package", PACKAGE_FORM)
HISTORY: Final = DetailSection(
    key="prices",
    title=Text("价格历史", "Price history"),
    kind=SectionKind.RELATED_LIST,
    list="priceChanges",
    lazy=True,
)
PAGES: Final = (
    _list(
        "services",
        "/services",
        Text("单品", "Services"),
        SERVICE_COLUMNS,
        _create("Service", "新增单品", "New service", SERVICE_FORM),
        EDIT_SERVICE,
        "service",
        Text("还没有单品", "No services yet"),
    ),
    _detail(
        "service",
        "services",
        "/services/:id",
        Text("单品详情", "Service"),
        (*SERVICE_COLUMNS, column("images", ValueKind.IMAGE, "图片", "Pictures", "latest.images")),
        EDIT_SERVICE,
        HISTORY,
    ),
    _list(
        "cardTypes",
        "/card-types",
        Text("卡类型", "Card types"),
        CARD_TYPE_COLUMNS,
        _create("CardType", "新增卡类型", "New card type", CARD_TYPE_FORM),
        EDIT_CARD_TYPE,
        "cardType",
        Text("还没有卡类型", "No card types yet"),
    ),
    _detail(
        "cardType",
        "cardTypes",
        "/card-types/:id",
        Text("卡类型详情", "Card type"),
        (*CARD_TYPE_COLUMNS, *CARD_TYPE_RULES),
        EDIT_CARD_TYPE,
    ),
    _list(
        "packages",
        "/packages",
        Text("综合商品", "Packages"),
        PACKAGE_COLUMNS,
        _create("Package", "新增综合商品", "New package", PACKAGE_FORM),
        EDIT_PACKAGE,
        "package",
        Text("还没有综合商品", "No packages yet"),
    ),
    _detail(
        "package", "packages", "/packages/:id", Text("综合商品详情", "Package"), PACKAGE_COLUMNS, EDIT_PACKAGE, HISTORY
    ),
    PRICES,
)


def _entry(key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=key, label=Text(zh, en), parent_key="products", page_key=key)


IN_FORCE: Final = """
SELECT (v.forms->>'{use}')::uuid FROM merchant_type_version v JOIN merchant_type t ON t.id = v.type_id
WHERE t.code = $1 AND v.state = 'PUBLISHED'
"""
"""The form that the type's version pins: a form published since fills nothing until the type is published again."""


def _use(key: str, zh: str, en: str, every: str, one: str, kind: str) -> FormUse:
    fills = ((every, f"create{kind}"), (every, f"save{kind}"), (one, f"save{kind}"))
    return FormUse(
        key=key,
        label=Text(zh, en),
        fills=tuple(FormFill(page=page, action=action, under="attributes") for page, action in fills),
        in_force=IN_FORCE.format(use=key),
    )


BENCH: Final = (
    BenchCard(
        key="productsToReview",
        label=Text("待审核的商品", "Products to review"),
        kind=BenchKind.TODO,
        tone=Tone.WARNING,
        source=counted("productReviews", {"state": {"eq": "OPEN"}}),
        page_key="productReviews",
        query="view=open&f.state=OPEN",
        permission="product.decide",
    ),
    *(
        BenchCard(
            key=f"rejected{key[0].upper()}{key[1:]}",
            label=Text(f"被驳回的{zh}", f"Rejected {en}"),
            kind=BenchKind.TODO,
            tone=Tone.DANGER,
            source=Operation(field=key, bindings=(Binding("rejected", BindingSource.CONSTANT, constant=True),)),
            page_key=key,
            query="f.rejected=true",
            permission="product.edit",
        )
        for key, zh, en in (
            ("services", "单品", "services"),
            ("cardTypes", "卡类型", "card types"),
            ("packages", "综合商品", "packages"),
        )
    ),
)


def _picker(target: str, zh: str, en: str, field: str, page: str) -> Reference:
    return Reference(
        target=target,
        label=Text(zh, en),
        field=field,
        label_path="name",
        description_path="number",
        page_key=page,
    )


declare_pages(
    Declared(
        pages=(*PAGES, *REVIEW_PAGES),
        navigation=(
            NavItem(key="products", label=Text("商品", "Products"), icon="gift"),
            _entry("services", "单品", "Services"),
            _entry("cardTypes", "卡类型", "Card types"),
            _entry("packages", "综合商品", "Packages"),
            _entry("productReviews", "商品审核", "Product review"),
            _entry("sensitiveWords", "敏感词", "Sensitive words"),
        ),
        dictionaries=DICTIONARIES,
        form_uses=(
            _use("service", "单品属性", "Attributes of services", "services", "service", "Service"),
            _use("card_type", "卡类型属性", "Attributes of card types", "cardTypes", "cardType", "CardType"),
            _use("package", "综合商品属性", "Attributes of packages", "packages", "package", "Package"),
        ),
        bench=BENCH,
        references=(
            _picker("Service", "单品", "Service", "services", "service"),
            _picker("CardType", "卡类型", "Card type", "cardTypes", "cardType"),
            _picker("Package", "综合商品", "Package", "packages", "package"),
        ),
    )
)
