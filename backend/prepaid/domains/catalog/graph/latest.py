"""The newest version of a product."""

from sqlalchemy import ColumnElement, Table, func, select

from prepaid.domains.catalog.models.publication import VersionRow
from prepaid.graph.types import Row


def latest_of(model: type[VersionRow], product: Row, version: Row) -> ColumnElement[bool]:
    """Joins a product with its version of the highest number."""
    table = model.__table__
    assert isinstance(table, Table)
    newest = table.alias("newest")
    highest = (
        select(func.max(newest.c.version))
        .where(newest.c.merchant_id == product.merchant_id, newest.c.product_id == product.id)
        .scalar_subquery()
    )
    same = (version.merchant_id == product.merchant_id) & (version.product_id == product.id)
    return same & (version.version == highest)
