"""Services as they are read."""

from datetime import datetime

from sqlalchemy import any_

from prepaid.domains.catalog import models as m
from prepaid.domains.catalog.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.catalog.graph.latest import latest_of
from prepaid.domains.catalog.graph.product_actions import product_actions
from prepaid.domains.catalog.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.catalog.rules.products import ServiceUnit, VersionState
from prepaid.domains.identity.graph.file_types import File
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.graph.types import JSON, ActionState, Connection, Fen, column, connection, graph_type, many, one


@graph_type(m.Service, permission="product.read")
class Service:
    """One service with a unit price (单品)."""

    number: str = column(m.Service.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    name: str = column(m.Service.name, "Name", filterable=True, sortable=True)
    created_at: datetime = column(m.Service.created_at, "When it was made", filterable=True, sortable=True)
    available_actions: list[ActionState] = product_actions(m.Service, m.ServiceVersion)
    merchant: Merchant | None = of_merchant("Whose service it is")
    on_sale: "ServiceVersion | None" = one(
        "ServiceVersion",
        "The version that can be bought",
        on=lambda service, version: (
            (version.merchant_id == service.merchant_id) & (version.id == service.on_sale_version_id)
        ),
    )
    latest: "ServiceVersion | None" = one(
        "ServiceVersion",
        "The newest version",
        on=lambda service, version: latest_of(m.ServiceVersion, service, version),
    )
    versions: Connection["ServiceVersion"] = connection(
        "ServiceVersion",
        "Its versions, newest first",
        on=lambda service, version: (version.merchant_id == service.merchant_id) & (version.product_id == service.id),
        order_by=["-version"],
    )


@graph_type(m.ServiceVersion, permission="product.read")
class ServiceVersion:
    """One version of a service."""

    version: int = column(m.ServiceVersion.version, "Number, from 1", sortable=True)
    state: VersionState = column(m.ServiceVersion.state, "State", filterable=True)
    revision: int = column(m.ServiceVersion.revision, "Raised by every save")
    name: str = column(m.ServiceVersion.name, "Name")
    description: str = column(m.ServiceVersion.description, "What it is")
    category: str = column(m.ServiceVersion.category, "Category", filterable=True)
    unit: ServiceUnit = column(m.ServiceVersion.unit, "What it is counted by", filterable=True)
    unit_price_fen: Fen = column(m.ServiceVersion.unit_price_fen, "List price of one unit", sortable=True)
    duration_minutes: int | None = column(m.ServiceVersion.duration_minutes, "Minutes that one unit takes")
    refundable: bool = column(m.ServiceVersion.refundable, "Whether it can be returned")
    attributes: JSON = column(m.ServiceVersion.attributes, "Values of the merchant type's form")
    store_scope: JSON = column(m.ServiceVersion.store_scope, "Where it is given: kind and ids")
    made_at: datetime = column(m.ServiceVersion.made_at, "When it was last saved", sortable=True)
    submitted_at: datetime | None = column(m.ServiceVersion.submitted_at, "When it was submitted")
    on_sale_at: datetime | None = column(m.ServiceVersion.on_sale_at, "Since when it is on sale")
    off_sale_at: datetime | None = column(m.ServiceVersion.off_sale_at, "When it went off sale")
    images: list[File] = many(
        "File",
        "Its pictures",
        on=lambda version, file: (file.merchant_id == version.merchant_id) & (file.id == any_(version.images)),
    )
    service: Service | None = one(
        "Service",
        "Whose version it is",
        on=lambda version, service: (service.merchant_id == version.merchant_id) & (service.id == version.product_id),
    )
