"""Foundation: identity, pages, audit, idempotency, files, tasks and the job queue."""

from prepaid.core.frozen_sql import run_beside

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__, "up")


def downgrade() -> None:
    run_beside(__file__, "down")
