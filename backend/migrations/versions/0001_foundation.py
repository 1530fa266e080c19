"""Foundation: identity, pages, audit, idempotency, files, tasks and the job queue.

The statements are frozen in SQL beside this file: later changes of the models are later revisions.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEPARATOR = "\n-- next\n"


def upgrade() -> None:
    _run("up")


def downgrade() -> None:
    _run("down")


def _run(direction: str) -> None:
    script = Path(__file__).with_name(f"0001_foundation.{direction}.sql").read_text()
    for statement in script.split(SEPARATOR):
        op.get_bind().exec_driver_sql(statement)
