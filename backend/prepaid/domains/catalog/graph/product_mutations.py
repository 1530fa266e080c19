"""Mutations by which a merchant makes and sells products."""

from collections.abc import Mapping
from typing import Any, Final

from prepaid.core.errors import NotFound
from prepaid.domains.catalog.commands import put_on_sale as selling
from prepaid.domains.catalog.commands import save_card_type as saving_card_type
from prepaid.domains.catalog.commands import save_package as saving_package
from prepaid.domains.catalog.commands import save_service as saving_service
from prepaid.domains.catalog.commands import submit_version as submitting
from prepaid.domains.catalog.graph.card_types import CardType, CardTypeVersion
from prepaid.domains.catalog.graph.inputs import (
    ProductVersionInput,
    SaveCardTypeInput,
    SavePackageInput,
    SaveServiceInput,
    TakeProductOffSaleInput,
)
from prepaid.domains.catalog.graph.package_types import Package, PackageVersion
from prepaid.domains.catalog.graph.review_types import ProductReview
from prepaid.domains.catalog.graph.service_types import Service, ServiceVersion
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

KINDS: Final = {
    ProductKind.SERVICE: (Service, ServiceVersion),
    ProductKind.CARD_TYPE: (CardType, CardTypeVersion),
    ProductKind.PACKAGE: (Package, PackageVersion),
}
PRODUCTS: Final = {"service": Service, "card_type": CardType, "package": Package}


@mutation(permission="product.edit", payload={"service": Service, "version": ServiceVersion})
async def save_service(ctx: MutationContext, input: SaveServiceInput) -> Mapping[str, Any]:
    """Write the version of a service that is being worked on, or begin the next one."""
    version = await saving_service.save_service(
        ctx.tx,
        ctx.actor,
        merchant_id=_merchant(ctx, input.merchant_id, input.service_id),
        service_id=optional_id(input.service_id, "Service", "serviceId"),
        details=input.read(),
        expected_revision=input.expected_revision,
    )
    return {
        "service": ref(Service, version.merchant_id, version.product_id),
        "version": ref(ServiceVersion, version.merchant_id, version.id),
    }


@mutation(permission="product.edit", payload={"card_type": CardType, "version": CardTypeVersion})
async def save_card_type(ctx: MutationContext, input: SaveCardTypeInput) -> Mapping[str, Any]:
    """Write the version of a card type that is being worked on, or begin the next one."""
    version = await saving_card_type.save_card_type(
        ctx.tx,
        ctx.actor,
        merchant_id=_merchant(ctx, input.merchant_id, input.card_type_id),
        card_type_id=optional_id(input.card_type_id, "CardType", "cardTypeId"),
        details=input.read(),
        expected_revision=input.expected_revision,
    )
    return {
        "card_type": ref(CardType, version.merchant_id, version.product_id),
        "version": ref(CardTypeVersion, version.merchant_id, version.id),
    }


@mutation(permission="product.edit", payload={"package": Package, "version": PackageVersion})
async def save_package(ctx: MutationContext, input: SavePackageInput) -> Mapping[str, Any]:
    """Write the version of a package that is being worked on, or begin the next one."""
    version = await saving_package.save_package(
        ctx.tx,
        ctx.actor,
        merchant_id=_merchant(ctx, input.merchant_id, input.package_id),
        package_id=optional_id(input.package_id, "Package", "packageId"),
        details=input.read(),
        expected_revision=input.expected_revision,
    )
    return {
        "package": ref(Package, version.merchant_id, version.product_id),
        "version": ref(PackageVersion, version.merchant_id, version.id),
    }


@mutation(permission="product.submit", payload={"review": ProductReview})
async def submit_product(ctx: MutationContext, input: ProductVersionInput) -> Mapping[str, Any]:
    """Hand a draft to the bank's review."""
    review = await submitting.submit_version(ctx.tx, ctx.actor, **_version(input.version_id))
    return {"review": ref(ProductReview, review.merchant_id, review.id)}


@mutation(permission="product.submit", payload=PRODUCTS)
async def withdraw_product(ctx: MutationContext, input: ProductVersionInput) -> Mapping[str, Any]:
    """Take a submission back as long as nobody has decided it."""
    which = _version(input.version_id)
    version = await submitting.withdraw_submission(ctx.tx, ctx.actor, **which)
    return _product(which["kind"], version.merchant_id, version.product_id)


@mutation(permission="product.sell", payload=PRODUCTS)
async def put_product_on_sale(ctx: MutationContext, input: ProductVersionInput) -> Mapping[str, Any]:
    """A reviewed version can be bought from now on."""
    which = _version(input.version_id)
    product = await selling.put_on_sale(ctx.tx, ctx.actor, **which)
    return _product(which["kind"], product.merchant_id, product.id)


@mutation(permission="product.sell", payload=PRODUCTS)
async def take_product_off_sale(ctx: MutationContext, input: TakeProductOffSaleInput) -> Mapping[str, Any]:
    """A product cannot be bought any more; what was sold goes on."""
    kind = _kind(input.product_id, 0)
    found = input.product_id.of(KINDS[kind][0].__name__, path=("productId",))
    product = await selling.take_off_sale(ctx.tx, ctx.actor, kind=kind, merchant_id=found.tenant, product_id=found.id)
    return _product(kind, product.merchant_id, product.id)


def _merchant(ctx: MutationContext, merchant_id: GlobalID | None, product: GlobalID | None) -> Any:
    """An edit stays in the product's own merchant, which row-level security hides from strangers."""
    return product.tenant if product is not None else own_merchant(ctx.actor, merchant_id)


def _version(version_id: GlobalID) -> dict[str, Any]:
    kind = _kind(version_id, 1)
    found = version_id.of(KINDS[kind][1].__name__, path=("versionId",))
    return {"kind": kind, "merchant_id": found.tenant, "version_id": found.id}


def _kind(given: GlobalID, which: int) -> ProductKind:
    for kind, types in KINDS.items():
        if types[which].__name__ == given.type_code:
            return kind
    raise NotFound(path=("versionId" if which else "productId",))


def _product(kind: ProductKind, merchant_id: Any, product_id: Any) -> Mapping[str, Any]:
    return {
        name: ref(product, merchant_id, product_id) if product is KINDS[kind][0] else None
        for name, product in PRODUCTS.items()
    }
