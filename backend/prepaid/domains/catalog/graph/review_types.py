"""Reviews, their evidence, the history of prices and sensitive words as they are read."""

from datetime import datetime
from uuid import UUID

from prepaid.domains.catalog import models as m
from prepaid.domains.catalog.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.catalog.reads.review_obstacles import DECIDING
from prepaid.domains.catalog.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.catalog.rules.evidence import FindingKind, Severity
from prepaid.domains.catalog.rules.products import ProductKind, ReviewState
from prepaid.domains.catalog.rules.words import WordCategory
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.graph.types import ActionState, Fen, action, actions, aggregate, column, graph_type, many


@graph_type(m.ReviewFinding, permission="product.review")
class ReviewFinding:
    """One piece of evidence for a review (审核依据)."""

    position: int = column(m.ReviewFinding.position, "Place, from 0", sortable=True)
    kind: FindingKind = column(m.ReviewFinding.kind, "Where it comes from", filterable=True)
    severity: Severity = column(m.ReviewFinding.severity, "How much it matters", filterable=True)
    field: str | None = column(m.ReviewFinding.field, "Field that it is about")
    word: str | None = column(m.ReviewFinding.word, "The word that was found")
    starts_at: int | None = column(m.ReviewFinding.starts_at, "Where the word begins, in code points from 0")
    ends_at: int | None = column(m.ReviewFinding.ends_at, "Where it ends, without this one")
    value: int | None = column(m.ReviewFinding.value, "The value: fen, days or basis points")
    compared_with: int | None = column(m.ReviewFinding.compared_with, "What it is compared with, in the same unit")


@graph_type(m.ProductReview, permission="product.read")
class ProductReview:
    """One submission of a product to the bank (商品审核)."""

    kind: ProductKind = column(m.ProductReview.kind, "Kind of the product", filterable=True)
    product_number: str = column(m.ProductReview.product_number, "The product's number", filterable=True)
    product_name: str = column(m.ProductReview.product_name, "Its name in this version", filterable=True)
    version: int = column(m.ProductReview.version, "The version's number")
    version_id: UUID = column(m.ProductReview.version_id, "The version")
    price_fen: Fen | None = column(m.ProductReview.price_fen, "Unit or sale price")
    state: ReviewState = column(m.ProductReview.state, "State", filterable=True, sortable=True)
    submitted_at: datetime = column(
        m.ProductReview.submitted_at, "When it was submitted", filterable=True, sortable=True
    )
    decided_at: datetime | None = column(
        m.ProductReview.decided_at, "When it was decided", filterable=True, sortable=True
    )
    reason: str | None = column(m.ProductReview.reason, "What the reviewer said")
    available_actions: list[ActionState] = actions(
        action("approveProduct", *DECIDING, offered=lambda ask: m.ProductReview.state == "OPEN"),
        action("rejectProduct", *DECIDING, offered=lambda ask: m.ProductReview.state == "OPEN"),
    )
    merchant: Merchant | None = of_merchant("Whose product it is")
    findings: list[ReviewFinding] = many(
        "ReviewFinding",
        "The evidence, as it was when it was submitted",
        on=lambda review, finding: (finding.merchant_id == review.merchant_id) & (finding.review_id == review.id),
        order_by=lambda row: [row.position],
        permission="product.review",
    )
    alarm_count: int = aggregate(
        "count",
        "ReviewFinding",
        "Findings to look at closely",
        on=lambda review, finding: (finding.merchant_id == review.merchant_id) & (finding.review_id == review.id),
        where=lambda _, finding: finding.severity == "ALARM",
        permission="product.review",
    )


@graph_type(m.PriceChange, permission="product.read")
class PriceChange:
    """A price that came on sale (价格历史)."""

    kind: ProductKind = column(m.PriceChange.kind, "Kind of the product", filterable=True)
    price_fen: Fen = column(m.PriceChange.price_fen, "Unit or sale price")
    list_value_fen: Fen | None = column(m.PriceChange.list_value_fen, "Of a package: its list value then")
    since: datetime = column(m.PriceChange.since, "When it came on sale", filterable=True, sortable=True)


@graph_type(m.SensitiveWord, permission="product.words")
class SensitiveWord:
    """A word that product texts should not hold (敏感词)."""

    word: str = column(m.SensitiveWord.word, "The word", filterable=True, sortable=True)
    category: WordCategory = column(m.SensitiveWord.category, "Why", filterable=True, sortable=True)
    added_at: datetime = column(m.SensitiveWord.added_at, "When it was added", sortable=True)
    available_actions: list[ActionState] = actions(action("removeSensitiveWord"))
