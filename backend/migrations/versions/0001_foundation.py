"""Foundation: identity, audit, idempotency, files, tasks and the job queue."""

from alembic import op
from sqlalchemy import text

from prepaid.core.access import access_ddl
from prepaid.core.actor import DbRole
from prepaid.core.jobs.schema import TABLES as QUEUE_TABLES
from prepaid.core.jobs.schema import install_sql, uninstall_sql
from prepaid.core.migrate import MAINTENANCE
from prepaid.core.model import Base

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    Base.metadata.create_all(connection)
    connection.execute(text("INSERT INTO policy_version (id, version) VALUES (1, 1)"))
    for table in Base.metadata.sorted_tables:
        for statement in access_ddl(table.name, table.info["access"]):
            connection.execute(text(statement))
        connection.execute(text(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table.name} TO {MAINTENANCE}"))
    for statement in install_sql():
        connection.exec_driver_sql(statement)
    for table in QUEUE_TABLES:
        connection.execute(text(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {MAINTENANCE}"))
    connection.execute(text(f"GRANT SELECT ON alembic_version TO {MAINTENANCE}, {', '.join(DbRole)}"))
    connection.execute(text(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {', '.join(DbRole)}"))
    connection.execute(text(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {MAINTENANCE}"))


def downgrade() -> None:
    for statement in uninstall_sql():
        op.get_bind().exec_driver_sql(statement)
    Base.metadata.drop_all(op.get_bind())
