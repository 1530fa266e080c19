"""Consumers keep views and settings of their own; they see their exports and the history of prices."""

from prepaid.core.frozen_sql import run_beside

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__, "up")


def downgrade() -> None:
    run_beside(__file__, "down")
