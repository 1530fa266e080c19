"""Facts of products that higher domains react to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ProductOnSale:
    """A version of a product can be bought from now on; the one before it no more."""

    merchant_id: UUID
    kind: str
    product_id: UUID
    version_id: UUID


@dataclass(frozen=True, slots=True)
class ProductOffSale:
    """A product cannot be bought any more; what was sold goes on."""

    merchant_id: UUID
    kind: str
    product_id: UUID
    version_id: UUID
