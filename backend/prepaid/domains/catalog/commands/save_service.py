"""Drafting a service."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.core.files import JPEG, PNG, WEBP, file_purpose, take_upload
from prepaid.domains.catalog.commands.check_product import amount, checked
from prepaid.domains.catalog.commands.working_version import new_product, product_of, write_version
from prepaid.domains.catalog.models import Service, ServiceVersion
from prepaid.domains.catalog.rules.details import ServiceDetails
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.merchants.reads.types import type_of_merchant
from prepaid.domains.stores.reads.stores import ensure_scope

LONGEST_MINUTES = 1_440
MOST_PICTURES = 6
PICTURE = file_purpose("product_image", max_bytes=5 * 1024 * 1024, kinds=[JPEG, PNG, WEBP], permission="product.edit")


async def save_service(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    details: ServiceDetails,
    service_id: UUID | None = None,
    expected_revision: int | None = None,
) -> ServiceVersion:
    """Write the version that is being worked on; without `service_id` a new service.

    Raises:
        NotFound, ProductNameTaken, InvalidValue, StaleObject, VersionStepImpossible, UploadGone.
        Refusal: of the attributes, at their paths.
    """
    kind = await type_of_merchant(tx, merchant_id)
    service = await product_of(tx, Service, merchant_id, service_id, "serviceId") if service_id else None
    columns = await checked(tx, Service, merchant_id, kind, "service", details, product_id=service_id)
    minutes = details.duration_minutes
    if minutes is not None and not 0 < minutes <= LONGEST_MINUTES:
        raise InvalidValue(path=("durationMinutes",), reason="OUT_OF_RANGE")
    await ensure_scope(tx, merchant_id, details.store_scope, "storeScope")
    columns |= {
        "category": name_text(details.category, ("category",)),
        "unit": details.unit.value,
        "unit_price_fen": amount(details.unit_price_fen, "unitPriceFen"),
        "duration_minutes": minutes,
        "refundable": details.refundable,
        "store_scope": details.store_scope.as_json(),
    }
    columns["images"] = await _pictures(tx, merchant_id, details, service_id)
    service = service or await new_product(tx, Service, merchant_id, "S", columns["name"])
    return await write_version(tx, actor, ServiceVersion, service, kind, columns, expected_revision=expected_revision)


async def _pictures(
    tx: WriteSession, merchant_id: UUID, details: ServiceDetails, service_id: UUID | None
) -> list[UUID]:
    """Ids of the pictures: those uploaded now, else those of the newest version."""
    if details.images is None:
        before = select(ServiceVersion.images).filter_by(merchant_id=merchant_id, product_id=service_id)
        return list(await tx.scalar(before.order_by(ServiceVersion.version.desc()).limit(1)) or ())
    if len(details.images) > MOST_PICTURES:
        raise InvalidValue(path=("images",), reason="TOO_MANY")
    return [
        await take_upload(tx, token, PICTURE.code, tenant=merchant_id, path=("images", str(place)))
        for place, token in enumerate(details.images)
    ]
