"""Pages of the bank's review of products, and of sensitive words (商品审核、敏感词)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, choice, column, confirm, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD
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
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

DECISIONS: Final = (
    Action(
        key="approveProduct",
        label=Text("通过", "Approve"),
        tone=Tone.SUCCESS,
        placement=(ActionPlacement.DETAIL,),
        submit=on_row("approveProduct", "reviewId"),
        form=Form(fields=(reason(required=False),)),
    ),
    Action(
        key="rejectProduct",
        label=Text("驳回", "Reject"),
        tone=Tone.DANGER,
        placement=(ActionPlacement.DETAIL,),
        submit=on_row("rejectProduct", "reviewId"),
        form=Form(fields=(reason(),)),
    ),
)
COLUMNS: Final = (
    column("productName", ValueKind.TEXT, "商品", "Product", pinned=Pin.LEFT, width=200),
    column("productNumber", ValueKind.TEXT, "编号", "Number", copyable=True, width=100),
    column("kind", ValueKind.ENUM, "种类", "Kind", dictionary="ProductKind", width=100),
    column("version", ValueKind.INTEGER, "版本", "Version", width=80),
    column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="ProductReviewState", width=100),
    column("priceFen", ValueKind.FEN, "价格", "Price"),
    column("alarmCount", ValueKind.INTEGER, "警示数", "Alarms", width=90),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    column("submittedAt", ValueKind.DATETIME, "提交时间", "Submitted", sortable="SUBMITTED_AT"),
    column("decidedAt", ValueKind.DATETIME, "处理时间", "Decided", sortable="DECIDED_AT", default_visible=False),
)
FINDINGS: Final = (
    column("findingKinds", ValueKind.TAGS, "依据", "Evidence", "findings.kind", dictionary="ReviewFindingKind"),
    column(
        "severities", ValueKind.TAGS, "严重程度", "Severity", "findings.severity", dictionary="ReviewFindingSeverity"
    ),
    column("words", ValueKind.TAGS, "敏感词", "Sensitive words", "findings.word"),
)
REVIEWS: Final = ListPage(
    kind=PageKind.LIST,
    key="productReviews",
    path="/product-reviews",
    title=Text("商品审核", "Product review"),
    source=Operation(field="productReviews"),
    columns=COLUMNS,
    filters=(
        one_of("state", "状态", "State", "ProductReviewState"),
        one_of("kind", "种类", "Kind", "ProductKind"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("submittedAt", "提交时间", "Submitted"),
    ),
    quick_search=Text("商品名称、编号", "Product name, number"),
    default_order=(OrderBy("submittedAt"),),
    presets=(ViewPreset(key="open", label=Text("待审核", "Open"), query="f.state=OPEN", counted=True),),
    row_link="productReview",
    empty=EmptyState(title=Text("没有待审核的商品", "Nothing to review")),
)
REVIEW: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="productReview",
    path="/product-reviews/:id",
    parent="productReviews",
    title=Text("商品审核详情", "Review"),
    source=by_id("productReview"),
    header=DetailHeader(
        title_path="productName",
        subtitle_path="productNumber",
        status_path="state",
        status_dictionary="ProductReviewState",
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("提交内容", "Submission"),
            items=(*COLUMNS, column("reason", ValueKind.LONG_TEXT, "审核意见", "Remark")),
        ),
        DetailSection(key="findings", title=Text("审核依据", "Evidence"), items=FINDINGS),
    ),
    actions=DECISIONS,
)
WORDS: Final = ListPage(
    kind=PageKind.LIST,
    key="sensitiveWords",
    path="/sensitive-words",
    title=Text("敏感词", "Sensitive words"),
    source=Operation(field="sensitiveWords"),
    columns=(
        column("word", ValueKind.TEXT, "敏感词", "Word", sortable="WORD", pinned=Pin.LEFT),
        column("category", ValueKind.ENUM, "类别", "Category", sortable="CATEGORY", dictionary="SensitiveWordCategory"),
        column("addedAt", ValueKind.DATETIME, "添加时间", "Added", sortable="ADDED_AT"),
    ),
    filters=(one_of("category", "类别", "Category", "SensitiveWordCategory"),),
    quick_search=Text("敏感词", "Word"),
    default_order=(OrderBy("word"),),
    actions=(
        Action(
            key="addSensitiveWord",
            label=Text("添加敏感词", "Add a word"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("addSensitiveWord"),
            form=Form(
                fields=(
                    text("word", "敏感词", "Word", required=True, max_length=80),
                    choice("category", "类别", "Category", "SensitiveWordCategory", required=True),
                )
            ),
        ),
        Action(
            key="removeSensitiveWord",
            label=Text("删除", "Remove"),
            tone=Tone.DANGER,
            danger=True,
            placement=ON_RECORD,
            submit=on_row("removeSensitiveWord", "wordId"),
            confirm=confirm("删除该敏感词？", "Remove this word?", "删除", "Remove"),
        ),
    ),
    empty=EmptyState(title=Text("还没有敏感词", "No words yet"), action_key="addSensitiveWord"),
)
REVIEW_PAGES: Final = (REVIEWS, REVIEW, WORDS)
