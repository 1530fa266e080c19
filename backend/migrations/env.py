"""Alembic environment: runs as the owner of the tables, on the connection that core.migrate opened."""

from alembic import context
from sqlalchemy import text

import prepaid.tables
from prepaid.core.model import Base
from prepaid.core.revisions import OWNER

connection = context.config.attributes["connection"]
connection.execute(text(f"SET ROLE {OWNER}"))
connection.execute(text("SET lock_timeout = '5s'"))
connection.commit()


def ours(name: str | None, kind: str, _: object) -> bool:
    """Tables of the job queue belong to its library; its installation is a migration of its own."""
    return not (kind == "table" and name is not None and name.startswith("pgqueuer"))


context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_name=ours,
    compare_type=True,
    compare_server_default=False,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
assert prepaid.tables
