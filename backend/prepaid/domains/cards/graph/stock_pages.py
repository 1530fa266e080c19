"""Pages of the stock of physical cards: deliveries with their progress and errors, single cards."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, one_of, picked, reason
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import NumberField, UploadField
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
)
from prepaid.domains.pages.rules.text import Text

OF_BATCH: Final = (Binding("batch", BindingSource.ROUTE_PARAM, "id"),)
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BATCH_ACTIONS: Final = (
    Action(
        key="allocateStock",
        label=Text("调拨到店铺", "Allocate"),
        placement=ON_RECORD,
        submit=on_row("allocateStock", "batchId"),
        form=Form(
            fields=(
                picked("store", "店铺", "Store", "Store", "storeId", required=True),
                NumberField(
                    key="count",
                    label=Text("数量", "Count"),
                    kind=ValueKind.INTEGER,
                    min="1",
                    max="200000",
                    required=True,
                ),
            )
        ),
    ),
)
CARD_ACTIONS: Final = (
    Action(
        key="moveStock",
        label=Text("调拨", "Move"),
        placement=ON_RECORD,
        submit=on_row("moveStock", "physicalCardId"),
        form=Form(
            fields=(
                picked(
                    "store", "店铺", "Store", "Store", "storeId", help=Text("不选则退回总库", "Empty: back into stock")
                ),
            )
        ),
    ),
    Action(
        key="blockStock",
        label=Text("作废", "Block"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("blockStock", "physicalCardId"),
        form=Form(fields=(reason(),)),
    ),
)


def _batch_columns() -> tuple[Column, ...]:
    return (
        column("number", ValueKind.TEXT, "批次号", "Number", pinned=Pin.LEFT, link_page="cardBatch", width=110),
        column("cardType", ValueKind.TEXT, "卡类型", "Type", "cardType.name", width=140),
        column("fileName", ValueKind.TEXT, "文件", "File"),
        column("state", ValueKind.ENUM, "状态", "State", dictionary="CardBatchState", width=110),
        column("rowsTotal", ValueKind.INTEGER, "总行数", "Rows", width=100),
        column("rowsDone", ValueKind.INTEGER, "已处理", "Done", width=100),
        column("loaded", ValueKind.INTEGER, "导入成功", "Loaded", width=100),
        column("refused", ValueKind.INTEGER, "未导入", "Not loaded", width=100),
        column("failure", ValueKind.ENUM, "失败原因", "Failure", dictionary="CardFileFault"),
        column("failurePlace", ValueKind.TEXT, "失败位置", "Place", default_visible=False),
        column("createdAt", ValueKind.DATETIME, "上传时间", "Uploaded", sortable="CREATED_AT", width=170),
        column("finishedAt", ValueKind.DATETIME, "完成时间", "Finished", default_visible=False),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    )


BATCHES: Final = ListPage(
    kind=PageKind.LIST,
    key="cardBatches",
    path="/card-batches",
    title=Text("实体卡批次", "Deliveries of cards"),
    source=Operation(field="cardBatches"),
    columns=_batch_columns(),
    filters=(
        one_of("state", "状态", "State", "CardBatchState"),
        picked("cardType", "卡类型", "Type", "CardType"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("createdAt", "上传时间", "Uploaded"),
    ),
    quick_search=Text("批次号、文件名", "Number, file"),
    actions=(
        Action(
            key="importStock",
            label=Text("导入实体卡", "Import cards"),
            icon="upload",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("importStock"),
            form=Form(
                fields=(
                    picked("cardType", "卡类型", "Type", "CardType", "cardTypeId", required=True),
                    UploadField(
                        key="file",
                        label=Text("卡号文件", "File of numbers"),
                        kind=ValueKind.FILE,
                        purpose="card_stock",
                        accept=("text/csv", XLSX),
                        max_bytes=20 * 1024 * 1024,
                        required=True,
                        help=Text(
                            "CSV（UTF-8 或 GB18030）或 Excel 文件（.xlsx），首行含“卡号”列；Excel 中请将卡号设为文本",
                            "CSV (UTF-8 or GB18030) or Excel (.xlsx) with a column “number”; format it as text there",
                        ),
                    ),
                    picked(
                        "store",
                        "直接调拨到店铺",
                        "Allocate to",
                        "Store",
                        "storeId",
                        help=Text("不选则进入总库", "Empty: into stock"),
                    ),
                )
            ),
        ),
        *BATCH_ACTIONS,
    ),
    row_link="cardBatch",
    empty=EmptyState(title=Text("还没有导入实体卡", "No deliveries yet"), action_key="importStock"),
)


def _physical_columns() -> tuple[Column, ...]:
    return (
        column("number", ValueKind.TEXT, "卡号", "Number", pinned=Pin.LEFT, copyable=True, width=180),
        column("state", ValueKind.ENUM, "状态", "State", dictionary="CardStockState", width=100),
        column("cardType", ValueKind.TEXT, "卡类型", "Type", "cardType.name"),
        column("store", ValueKind.TEXT, "店铺", "Store", "store.name"),
        column("batch", ValueKind.TEXT, "批次", "Delivery", "batch.number", width=100),
        column("card", ValueKind.REFERENCE, "已售为", "Sold as", label_path="number", link_page="card"),
        column("changedAt", ValueKind.DATETIME, "变更时间", "Since", width=170),
        column("blockedReason", ValueKind.TEXT, "作废原因", "Why blocked", default_visible=False),
    )


STOCK_FILTERS: Final = (one_of("state", "状态", "State", "CardStockState"), picked("store", "店铺", "Store", "Store"))
PHYSICAL: Final = ListPage(
    kind=PageKind.LIST,
    key="physicalCards",
    path="/physical-cards",
    title=Text("实体卡库存", "Physical cards"),
    source=Operation(field="physicalCards"),
    columns=_physical_columns(),
    filters=(
        *STOCK_FILTERS,
        picked("cardType", "卡类型", "Type", "CardType"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("卡号", "Number"),
    actions=CARD_ACTIONS,
    row_link="physicalCard",
    empty=EmptyState(title=Text("没有实体卡", "No physical cards")),
)
PHYSICAL_CARD: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="physicalCard",
    path="/physical-cards/:id",
    parent="physicalCards",
    title=Text("实体卡", "Physical card"),
    source=by_id("physicalCard"),
    header=DetailHeader(title_path="number", status_path="state", status_dictionary="CardStockState"),
    sections=(DetailSection(key="base", title=Text("基本信息", "Basics"), items=_physical_columns()),),
    actions=CARD_ACTIONS,
    timeline=TIMELINE,
)
OF_THE_BATCH: Final = ListPage(
    kind=PageKind.LIST,
    key="cardBatchCards",
    path="/card-batches/:id/cards",
    parent="cardBatch",
    title=Text("批次内卡号", "Cards of the delivery"),
    permission="card_stock.read",
    source=Operation(field="physicalCards", bindings=OF_BATCH),
    columns=_physical_columns(),
    filters=STOCK_FILTERS,
    quick_search=Text("卡号", "Number"),
    row_link="physicalCard",
)
ERRORS: Final = ListPage(
    kind=PageKind.LIST,
    key="cardBatchErrors",
    path="/card-batches/:id/errors",
    parent="cardBatch",
    title=Text("未导入的行", "Rows not loaded"),
    permission="card_stock.read",
    source=Operation(field="cardBatchErrors", bindings=OF_BATCH),
    columns=(
        column("rowNumber", ValueKind.INTEGER, "行号", "Row", sortable="ROW_NUMBER", width=90),
        column("value", ValueKind.TEXT, "文件中的卡号", "As written", width=220),
        column("code", ValueKind.ENUM, "原因", "Why", dictionary="CardRowCode"),
    ),
    filters=(one_of("code", "原因", "Why", "CardRowCode"),),
    default_order=(OrderBy("rowNumber"),),
)
BATCH: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="cardBatch",
    path="/card-batches/:id",
    parent="cardBatches",
    title=Text("实体卡批次", "Delivery of cards"),
    source=by_id("cardBatch"),
    header=DetailHeader(
        title_path="number", subtitle_path="fileName", status_path="state", status_dictionary="CardBatchState"
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=_batch_columns()),
        DetailSection(
            key="errors",
            title=Text("未导入的行", "Rows not loaded"),
            kind=SectionKind.RELATED_LIST,
            list="cardBatchErrors",
        ),
        DetailSection(
            key="cards",
            title=Text("卡号", "Cards"),
            kind=SectionKind.RELATED_LIST,
            list="cardBatchCards",
            lazy=True,
        ),
    ),
    actions=BATCH_ACTIONS,
    timeline=TIMELINE,
)
PAGES: Final = (BATCHES, BATCH, ERRORS, OF_THE_BATCH, PHYSICAL, PHYSICAL_CARD)
