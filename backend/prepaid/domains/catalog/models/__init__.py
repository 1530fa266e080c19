"""Tables of products."""

from prepaid.domains.catalog.models.cards import CardType, CardTypeService, CardTypeVersion
from prepaid.domains.catalog.models.packages import Package, PackageEntitlement, PackageGift, PackageVersion
from prepaid.domains.catalog.models.reviews import PriceChange, ProductReview, ReviewFinding, SensitiveWord
from prepaid.domains.catalog.models.services import Service, ServiceVersion

__all__ = [
    "CardType",
    "CardTypeService",
    "CardTypeVersion",
    "Package",
    "PackageEntitlement",
    "PackageGift",
    "PackageVersion",
    "PriceChange",
    "ProductReview",
    "ReviewFinding",
    "SensitiveWord",
    "Service",
    "ServiceVersion",
]
