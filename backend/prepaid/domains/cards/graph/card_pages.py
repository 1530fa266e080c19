"""Pages of cards: the search, one card with what it holds and what happened to it."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, choice, column, confirm, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    PageKind,
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

OF_CARD: Final = (Binding("card", BindingSource.ROUTE_PARAM, "id"),)
HOLDER_FORM: Final = Form(
    fields=(
        text("phone", "手机号", "Phone", required=True, max_length=20),
        text("realName", "真实姓名", "Real name", required=True, max_length=60),
        text("idCard", "身份证号", "Identity number", required=True, max_length=18),
    )
)
ACTIONS: Final = (
    Action(
        key="reportCardLoss",
        label=Text("挂失", "Report as lost"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("reportCardLoss", "cardId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="cancelCardLoss",
        label=Text("解除挂失", "Found again"),
        placement=ON_RECORD,
        submit=on_row("cancelCardLoss", "cardId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="replaceCard",
        label=Text("补卡", "Replace"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("replaceCard", "cardId"),
        form=Form(
            fields=(
                picked("store", "发卡店铺", "Store", "Store", "storeId", required=True),
                text(
                    "physicalNumber",
                    "新实体卡号",
                    "Number of the new card",
                    max_length=19,
                    help=Text("不填则补发虚拟卡", "Empty: a virtual card"),
                ),
            )
        ),
        confirm=confirm(
            "补发新卡？",
            "Replace this card?",
            "补卡",
            "Replace",
            Text("卡内全部权益转入新卡，原卡作废", "All it holds moves to the new card; the old one is blocked"),
        ),
    ),
    Action(
        key="registerCard",
        label=Text("实名升级", "Register"),
        placement=ON_RECORD,
        submit=on_row("registerCard", "cardId"),
        form=HOLDER_FORM,
    ),
    Action(
        key="renameCard",
        label=Text("转让更名", "Transfer"),
        placement=ON_RECORD,
        submit=on_row("renameCard", "cardId"),
        form=HOLDER_FORM,
        confirm=confirm(
            "转让给新的持卡人？",
            "Transfer this card?",
            "转让",
            "Transfer",
            Text("卡密码将清除，需由新持卡人重设", "Its PIN is cleared; the new holder sets another"),
        ),
    ),
    Action(
        key="setCardPin",
        label=Text("重置密码", "Set PIN"),
        placement=ON_RECORD,
        submit=on_row("setCardPin", "cardId"),
        form=Form(
            fields=(text("pin", "六位密码", "Six digits", required=True, secret=True, min_length=6, max_length=6),)
        ),
    ),
    Action(
        key="reactivateCard",
        label=Text("激活", "Reactivate"),
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row("reactivateCard", "cardId"),
        confirm=confirm("免费重新激活该卡？", "Reactivate this card free of charge?", "激活", "Reactivate"),
    ),
    Action(
        key="holdCard",
        label=Text("冻结", "Hold"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("holdCard", "cardId"),
        form=Form(fields=(choice("kind", "冻结原因", "Reason of hold", "BankHoldKind", required=True), reason())),
    ),
    Action(
        key="liftCardHold",
        label=Text("解冻", "Lift hold"),
        placement=ON_RECORD,
        submit=on_row("liftCardHold", "cardId"),
        form=Form(fields=(choice("kind", "冻结原因", "Reason of hold", "BankHoldKind", required=True), reason())),
    ),
)


def _columns() -> tuple[Column, ...]:
    return (
        column("number", ValueKind.TEXT, "卡号", "Number", pinned=Pin.LEFT, copyable=True, link_page="card", width=170),
        column("cardType", ValueKind.TEXT, "卡类型", "Type", "cardType.name", width=140),
        column("kind", ValueKind.ENUM, "记名方式", "Kind", dictionary="CardKind", width=100),
        column("status", ValueKind.ENUM, "状态", "State", "currentStatus", dictionary="CardStatus", width=100),
        column("holds", ValueKind.TAGS, "冻结", "Holds", dictionary="CardHoldKind", width=120),
        column("holderName", ValueKind.TEXT, "持卡人", "Holder", width=110),
        column("holderPhone", ValueKind.PHONE, "手机号", "Phone", width=140),
        column("principalLeft", ValueKind.FEN, "剩余本金", "Principal left", "principalLeftFen", width=120),
        column("store", ValueKind.TEXT, "售卡店铺", "Sold at", "store.name", width=140),
        column("sellerName", ValueKind.TEXT, "售卡人", "Sold by", width=100),
        column("openedAt", ValueKind.DATETIME, "开卡时间", "Opened", sortable="OPENED_AT", width=170),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("form", ValueKind.ENUM, "介质", "Form", dictionary="CardForm", default_visible=False),
        column("expiresAt", ValueKind.DATETIME, "有效期至", "Expires", default_visible=False),
    )


CARDS: Final = ListPage(
    kind=PageKind.LIST,
    key="cards",
    path="/cards",
    title=Text("持卡管理", "Cards"),
    source=Operation(field="cards"),
    columns=_columns(),
    filters=(
        text("phone", "手机号", "Phone", help=Text("完整手机号", "The whole number")),
        text("holder", "持卡人姓名", "Holder", help=Text("完整姓名", "The whole name")),
        one_of("status", "状态", "State", "CardStatus"),
        one_of("kind", "记名方式", "Kind", "CardKind"),
        choice("hold", "冻结原因", "On hold for", "CardHoldKind"),
        picked("cardType", "卡类型", "Type", "CardType"),
        picked("store", "售卡店铺", "Sold at", "Store"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("openedAt", "开卡时间", "Opened"),
    ),
    quick_search=Text("卡号、卡类型、店铺名称或拼音", "Number, type or store, also in pinyin"),
    presets=(
        ViewPreset(key="active", label=Text("正常", "Active"), query="f.status=ACTIVE"),
        ViewPreset(key="lost", label=Text("挂失", "Lost"), query="f.hold=LOSS", counted=True),
        ViewPreset(key="expired", label=Text("已过期", "Expired"), query="f.status=EXPIRED"),
    ),
    actions=ACTIONS,
    row_link="card",
    empty=EmptyState(title=Text("没有符合条件的卡", "No cards")),
)
LOTS: Final = ListPage(
    kind=PageKind.LIST,
    key="cardLots",
    path="/cards/:id/lots",
    parent="card",
    title=Text("卡内权益", "What it holds"),
    permission="card.read",
    source=Operation(field="cardLots", bindings=OF_CARD),
    columns=(
        column("unit", ValueKind.ENUM, "单位", "Unit", dictionary="CardLotUnit", width=120),
        column("funding", ValueKind.ENUM, "性质", "Funding", dictionary="CardFunding", width=80),
        column("granted", ValueKind.INTEGER, "总量", "Granted", width=90),
        column("consumed", ValueKind.INTEGER, "已用", "Used", width=90),
        column("frozen", ValueKind.INTEGER, "冻结", "Frozen", width=90),
        column("available", ValueKind.INTEGER, "可用", "Available", width=90),
        column("paidFen", ValueKind.FEN, "付款", "Paid", width=110),
        column("principalLeftFen", ValueKind.FEN, "剩余本金", "Principal left", width=120),
        column("listFen", ValueKind.FEN, "标价", "List price", width=110),
        column("grantedAt", ValueKind.DATETIME, "购入时间", "Bought", sortable="GRANTED_AT"),
        column("expiresAt", ValueKind.DATETIME, "有效期至", "Expires"),
    ),
)
TAKES: Final = ListPage(
    kind=PageKind.LIST,
    key="cardTakes",
    path="/cards/:id/takes",
    parent="card",
    title=Text("权益明细", "Uses"),
    permission="card.read",
    source=Operation(field="cardTakes", bindings=OF_CARD),
    columns=(
        column("at", ValueKind.DATETIME, "时间", "When", sortable="AT", width=170),
        column("direction", ValueKind.ENUM, "方向", "Direction", dictionary="CardTakeDirection", width=90),
        column("sourceKind", ValueKind.ENUM, "业务", "By", dictionary="CardSource", width=110),
        column("unit", ValueKind.ENUM, "单位", "Unit", "lot.unit", dictionary="CardLotUnit", width=120),
        column("units", ValueKind.INTEGER, "数量", "Units", width=90),
        column("principalFen", ValueKind.FEN, "本金", "Principal", width=110),
        column("bonusFen", ValueKind.FEN, "赠送", "Bonus", width=110),
        column("listFen", ValueKind.FEN, "标价", "List price", width=110),
    ),
)
HOLDS: Final = ListPage(
    kind=PageKind.LIST,
    key="cardHolds",
    path="/cards/:id/holds",
    parent="card",
    title=Text("冻结记录", "Holds"),
    permission="card.read",
    source=Operation(field="cardHolds", bindings=OF_CARD),
    columns=(
        column("kind", ValueKind.ENUM, "原因", "Reason", dictionary="CardHoldKind", width=130),
        column("reason", ValueKind.TEXT, "说明", "Note"),
        column("placedAt", ValueKind.DATETIME, "冻结时间", "Since", sortable="PLACED_AT", width=170),
        column("liftedAt", ValueKind.DATETIME, "解冻时间", "Lifted", width=170),
        column("liftReason", ValueKind.TEXT, "解冻说明", "Note of lifting"),
    ),
)
HISTORY: Final = ListPage(
    kind=PageKind.LIST,
    key="cardEvents",
    path="/cards/:id/events",
    parent="card",
    title=Text("卡履历", "History"),
    permission="card.read",
    source=Operation(field="cardEvents", bindings=OF_CARD),
    columns=(
        column("at", ValueKind.DATETIME, "时间", "When", sortable="AT", width=170),
        column("kind", ValueKind.ENUM, "事件", "Event", dictionary="CardEventKind", width=150),
        column("reason", ValueKind.TEXT, "说明", "Note"),
    ),
)


def _related(key: str, zh: str, en: str, page: str, *, lazy: bool = True) -> DetailSection:
    return DetailSection(key=key, title=Text(zh, en), kind=SectionKind.RELATED_LIST, list=page, lazy=lazy)


CARD: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="card",
    path="/cards/:id",
    parent="cards",
    title=Text("卡详情", "Card"),
    source=by_id("card"),
    header=DetailHeader(
        title_path="number",
        subtitle_path="cardType.name",
        status_path="currentStatus",
        status_dictionary="CardStatus",
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(
                *_columns(),
                column("holderIdCard", ValueKind.TEXT, "身份证号", "Identity number"),
                column("hasPin", ValueKind.BOOLEAN, "已设密码", "Has a PIN"),
                column("gifted", ValueKind.BOOLEAN, "受赠取得", "A gift"),
                column("origin", ValueKind.REFERENCE, "原卡", "Follows", label_path="number", link_page="card"),
                column("activatedAt", ValueKind.DATETIME, "激活时间", "Activated"),
                column("endedAt", ValueKind.DATETIME, "终止时间", "Ended"),
                column("consumptionOrder", ValueKind.ENUM, "扣减顺序", "Order of use", dictionary="ConsumptionOrder"),
                column("custodyBps", ValueKind.PERCENT, "存管比例", "Custody share"),
                column("holdbackBps", ValueKind.PERCENT, "扣压比例", "Holdback share"),
            ),
        ),
        _related("lots", "卡内权益", "What it holds", "cardLots", lazy=False),
        _related("takes", "权益明细", "Uses", "cardTakes"),
        _related("holds", "冻结记录", "Holds", "cardHolds"),
        _related("events", "卡履历", "History", "cardEvents"),
    ),
    actions=ACTIONS,
    timeline=TIMELINE,
)
PAGES: Final = (CARDS, CARD, LOTS, TAKES, HOLDS, HISTORY)
