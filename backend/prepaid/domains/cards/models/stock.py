"""Physical cards before and after they are sold."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import tenant_rows
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"


class CardBatch(TenantRow, Recorded, Base):
    """A delivery of physical cards (实体卡批次), read from a file."""

    __tablename__ = "card_batch"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "card_type_id"], ["card_type.merchant_id", "card_type.id"]),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        UniqueConstraint("merchant_id", "number"),
        Index(None, "merchant_id", "card_type_id"),
        Index(None, "merchant_id", "store_id"),
        CheckConstraint("state IN ('WAITING', 'READING', 'DONE', 'FAILED')", name="state"),
        CheckConstraint("rows_done >= 0 AND loaded >= 0 AND refused >= 0", name="counts"),
        CheckConstraint("state <> 'DONE' OR loaded + refused = rows_total", name="whole"),
    )

    number: Mapped[str]
    """Readable number, unique in the merchant, e.g. `B0001`."""
    card_type_id: Mapped[UUID]
    store_id: Mapped[UUID | None]
    """Allocated to this store at once; None: in stock."""
    file_id: Mapped[UUID]
    file_name: Mapped[str]
    state: Mapped[str] = mapped_column(default="WAITING")
    rows_total: Mapped[int | None]
    """Rows with data; known once the file has been read."""
    rows_done: Mapped[int] = mapped_column(default=0)
    loaded: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str | None]
    """Why the file as a whole was refused: a code of `rules.stock.FileFault`."""
    failure_place: Mapped[str | None]
    """Where, e.g. the encoding that was found."""
    task_id: Mapped[UUID]
    """The work that its uploader watches."""
    error_file_id: Mapped[UUID | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    finished_at: Mapped[datetime | None]


class CardBatchError(TenantRow, Recorded, Base):
    """A row of a file that was not loaded, and why."""

    __tablename__ = "card_batch_error"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "batch_id"], ["card_batch.merchant_id", "card_batch.id"]),
        UniqueConstraint("merchant_id", "batch_id", "row_number"),
    )

    batch_id: Mapped[UUID]
    row_number: Mapped[int]
    """As a spreadsheet counts, the heading is row 1."""
    value: Mapped[str]
    code: Mapped[str]


class PhysicalCard(TenantRow, Recorded, Base):
    """A card of plastic (实体卡)."""

    __tablename__ = "physical_card"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "card_type_id"], ["card_type.merchant_id", "card_type.id"]),
        ForeignKeyConstraint(["merchant_id", "batch_id"], ["card_batch.merchant_id", "card_batch.id"]),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "card_id"], ["card.merchant_id", "card.id"]),
        UniqueConstraint("merchant_id", "number"),
        Index(None, "id"),
        Index("uq_physical_card_card", "merchant_id", "card_id", unique=True),
        Index(None, "merchant_id", "batch_id", "row_number"),
        Index(None, "merchant_id", "card_type_id", "state"),
        Index(None, "merchant_id", "store_id", "state"),
        CheckConstraint("state IN ('IN_STOCK', 'ALLOCATED', 'SOLD', 'BLOCKED')", name="state"),
        CheckConstraint("state <> 'ALLOCATED' OR store_id IS NOT NULL", name="allocated"),
        CheckConstraint("state <> 'SOLD' OR card_id IS NOT NULL", name="sold"),
    )

    number: Mapped[str]
    card_type_id: Mapped[UUID]
    batch_id: Mapped[UUID]
    row_number: Mapped[int]
    state: Mapped[str] = mapped_column(default="IN_STOCK")
    store_id: Mapped[UUID | None]
    card_id: Mapped[UUID | None]
    """The issued card that it became."""
    changed_at: Mapped[datetime]
    blocked_reason: Mapped[str | None]
