"""Root fields about products."""

from sqlalchemy import ColumnElement, exists

from prepaid.domains.catalog import models as m
from prepaid.domains.catalog.graph.card_types import CardType, CardTypeVersion
from prepaid.domains.catalog.graph.package_types import Package, PackageVersion
from prepaid.domains.catalog.graph.review_types import PriceChange, ProductReview, SensitiveWord
from prepaid.domains.catalog.graph.service_types import Service, ServiceVersion
from prepaid.domains.catalog.models.publication import VersionRow
from prepaid.graph.types import Argument, GlobalID, Row, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
PRODUCT = Argument(GlobalID | None, "Of this product", lambda row, value: row.product_id == value)


def _on_sale(row: Row, value: ColumnElement[bool]) -> ColumnElement[bool]:
    return row.on_sale_version_id.is_not(None) == value


ON_SALE = Argument(bool | None, "On sale, or not", _on_sale)
PRODUCTS = {"merchant": MERCHANT, "on_sale": ON_SALE}


def _rejected(model: type[VersionRow]) -> Argument:
    """Whether the bank rejected the newest version."""

    def found(row: Row, value: ColumnElement[bool]) -> ColumnElement[bool]:
        own = (model.merchant_id == row.merchant_id) & (model.product_id == row.id)
        return exists().where(own, model.state == "REJECTED") == value

    return Argument(bool | None, "The newest version was rejected, or not", found)


def _bound_to(row: Row, value: ColumnElement[object]) -> ColumnElement[bool]:
    version = m.PackageVersion
    return exists().where(
        version.merchant_id == row.merchant_id, version.product_id == row.id, version.card_type_id == value
    )


root_connection(
    "services",
    Service,
    "Services, newest first",
    permission="product.read",
    search=[m.Service.search, m.Service.number],
    arguments=PRODUCTS | {"rejected": _rejected(m.ServiceVersion)},
)
root_one("service", Service, "One service", permission="product.read")
root_connection(
    "cardTypes",
    CardType,
    "Card types, newest first",
    permission="product.read",
    search=[m.CardType.search, m.CardType.number],
    arguments=PRODUCTS | {"rejected": _rejected(m.CardTypeVersion)},
)
root_one("cardType", CardType, "One card type", permission="product.read")
root_connection(
    "packages",
    Package,
    "Packages, newest first",
    permission="product.read",
    search=[m.Package.search, m.Package.number],
    arguments=PRODUCTS
    | {
        "rejected": _rejected(m.PackageVersion),
        "card_type": Argument(GlobalID | None, "Bound to this card type", _bound_to),
    },
)
root_one("package", Package, "One package", permission="product.read")
for name, version in (
    ("serviceVersion", ServiceVersion),
    ("cardTypeVersion", CardTypeVersion),
    ("packageVersion", PackageVersion),
):
    root_connection(
        f"{name}s",
        version,
        "Versions of products, newest first",
        permission="product.read",
        order_by=["-version"],
        arguments={"product": PRODUCT},
    )
    root_one(name, version, "One version of a product", permission="product.read")


root_connection(
    "productReviews",
    ProductReview,
    "Submissions to the bank, the oldest open ones first",
    permission="product.review",
    order_by=["submittedAt"],
    search=[m.ProductReview.product_name, m.ProductReview.product_number],
    arguments={"merchant": MERCHANT},
)
root_one("productReview", ProductReview, "One submission", permission="product.review")
root_connection(
    "priceChanges",
    PriceChange,
    "Prices that came on sale, newest first",
    permission="product.read",
    order_by=["-since"],
    arguments={"product": PRODUCT},
)
root_connection(
    "sensitiveWords",
    SensitiveWord,
    "Words that product texts should not hold",
    permission="product.words",
    order_by=["word"],
    search=[m.SensitiveWord.word],
)
