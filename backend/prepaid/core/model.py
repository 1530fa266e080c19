"""Base of all tables: naming, column types, the tenant key and the row access each table declares."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Date, DateTime, LargeBinary, MetaData, Table, Text, Uuid, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from prepaid.core.access import RowAccess
from prepaid.kit.ids import uuid7

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """A table. Every concrete one declares `__access__`, from which grants and policies are made."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigInteger,
        str: Text,
        bytes: LargeBinary,
        UUID: Uuid(as_uuid=True),
        datetime: DateTime(timezone=True),
        date: Date,
        list[str]: ARRAY(Text),
        list[UUID]: ARRAY(Uuid(as_uuid=True)),
        dict[str, Any]: JSONB(none_as_null=True),
    }
    __access__: ClassVar[RowAccess]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if hasattr(cls, "__table__"):
            if not isinstance(getattr(cls, "__access__", None), RowAccess):
                raise TypeError(f"{cls.__name__} must declare __access__")
            table = cls.__table__
            assert isinstance(table, Table)
            table.info["access"] = cls.__access__


class TenantRow:
    """A row of one merchant, or of the bank itself under `PLATFORM_TENANT`: primary key (merchant_id, id)."""

    merchant_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-100)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7, sort_order=-99)


class CatalogueRow:
    """A row that all merchants share (a reference table on a cluster): primary key id."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7, sort_order=-99)


class Recorded:
    """`recorded_at` is the database's time; business times come from the one clock."""

    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp(), sort_order=100)
