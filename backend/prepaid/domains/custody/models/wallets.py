"""Sub-wallets with their running figures."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.custody.models.access import CHANGED_BY_WORKER, one_of
from prepaid.domains.custody.rules.wallets import WalletState


class Wallet(TenantRow, Recorded, Base):
    """The smart-contract wallet of one card contract (存管子钱包); its id is the provider's name of it as well.

    The figures count what the provider has confirmed, in the transaction that posts the ledger's transfer.
    """

    __tablename__ = "custody_wallet"
    __access__ = CHANGED_BY_WORKER
    __table_args__ = (
        UniqueConstraint("merchant_id", "contract_id"),
        Index(None, "merchant_id", "state"),
        one_of("state", WalletState),
        CheckConstraint("custody_bps BETWEEN 0 AND 10000", name="custody_bps"),
        CheckConstraint("holdback_bps BETWEEN 0 AND 10000", name="holdback_bps"),
        CheckConstraint("held_fen = loaded_fen + received_fen - given_fen - released_fen - refunded_fen", name="held"),
        CheckConstraint(
            "held_fen >= 0 AND loaded_fen >= 0 AND received_fen >= 0 AND given_fen >= 0"
            " AND released_fen >= 0 AND refunded_fen >= 0",
            name="floors",
        ),
        CheckConstraint("state NOT IN ('CLOSED', 'REFUNDED', 'FAILED') OR held_fen = 0", name="ended_empty"),
    )

    contract_id: Mapped[UUID]
    """The card contract: an opaque reference of the domains above."""
    custody_bps: Mapped[int]
    """r, frozen at the sale (domain/01, 1)."""
    holdback_bps: Mapped[int]
    """h, frozen at the sale."""
    state: Mapped[str]
    held_fen: Mapped[int] = mapped_column(default=0)
    loaded_fen: Mapped[int] = mapped_column(default=0)
    received_fen: Mapped[int] = mapped_column(default=0)
    """From another card contract's wallet, as a gift."""
    given_fen: Mapped[int] = mapped_column(default=0)
    released_fen: Mapped[int] = mapped_column(default=0)
    """To the merchant, less what was reversed."""
    refunded_fen: Mapped[int] = mapped_column(default=0)
    frozen_at: Mapped[datetime | None]
    """Nothing is released since then."""
    ending: Mapped[bool] = mapped_column(default=False)
    """Its card contract ends with a refund: nothing more is loaded."""
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
