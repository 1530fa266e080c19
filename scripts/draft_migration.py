"""Draft the frozen SQL of a revision from the models of one domain: read it, then complete it by hand.

    .venv/bin/python scripts/draft_migration.py 0003 ledger "Ledger: accounts and transfers" prepaid.domains.ledger

Writes `NNNN_name.py`, `.up.sql` and `.down.sql` into backend/migrations/versions, over an earlier draft. Covers
tables, constraints, indexes, what models listen to after CREATE TABLE, row-level security, grants. Changes of tables
that an earlier revision made are written by hand.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Table, create_mock_engine

import prepaid.tables
from prepaid.core.access import RowAccess, access_ddl
from prepaid.core.append_only import FUNCTION_NAME
from prepaid.core.frozen_sql import SEPARATOR
from prepaid.core.model import Base
from prepaid.core.revisions import MAINTENANCE

VERSIONS = Path(__file__).parents[1] / "backend/migrations/versions"
PYTHON = '''"""{title}."""

from prepaid.core.frozen_sql import run_beside

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_beside(__file__, "up")


def downgrade() -> None:
    run_beside(__file__, "down")
'''


def models_of(packages: list[str]) -> list[tuple[Table, RowAccess]]:
    """Tables, in the order of their foreign keys, of the models that `packages` define, each with who sees its rows."""
    chosen = {
        mapper.local_table: mapper.class_.__access__
        for mapper in Base.registry.mappers
        if any(mapper.class_.__module__.startswith(package) for package in packages)
    }
    return [(table, chosen[table]) for table in Base.metadata.sorted_tables if table in chosen]


def statements_of(tables: list[Table], *, drop: bool = False) -> list[str]:
    """What SQLAlchemy would run to make `tables`, or to drop them with what their models listen to before."""
    statements: list[str] = []

    def keep(statement: object, *_: object, **__: object) -> None:
        lines = str(statement.compile(dialect=engine.dialect)).strip().splitlines()  # type: ignore[attr-defined]
        text = "\n".join(line.rstrip().replace("\t", "    ") for line in lines)
        if text not in made and text.replace("DROP SEQUENCE", "CREATE SEQUENCE") not in made:
            statements.append(text)

    made = {each for script in VERSIONS.glob("*.up.sql") for each in script.read_text().split(SEPARATOR)}
    engine = create_mock_engine("postgresql+asyncpg://", keep)
    act = Base.metadata.drop_all if drop else Base.metadata.create_all
    act(engine, tables=tables, checkfirst=False)
    return statements


def guards(models: list[tuple[Table, RowAccess]]) -> Iterator[str]:
    """Row-level security and grants, and what backup and repair need."""
    for table, access in models:
        yield from access_ddl(table.name, access)
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table.name} TO {MAINTENANCE}"


def main() -> None:
    """Write the three files that the command line names."""
    revision, name, title, *packages = sys.argv[1:]
    models = models_of(packages)
    tables = [table for table, _ in models]
    stem = f"{revision}_{name}"
    (VERSIONS / f"{stem}.up.sql").unlink(missing_ok=True)
    up = SEPARATOR.join([*statements_of(tables), *guards(models)])
    down = SEPARATOR.join(line for line in statements_of(tables, drop=True) if FUNCTION_NAME not in line)
    known = (
        re.search(r'down_revision = "(\w+)"', script.read_text())
        if (script := VERSIONS / f"{stem}.py").exists()
        else None
    )
    before = known[1] if known else f"{int(revision) - 1:04}"
    script.write_text(PYTHON.format(title=title.rstrip("."), revision=revision, before=before))
    (VERSIONS / f"{stem}.up.sql").write_text(up + "\n")
    (VERSIONS / f"{stem}.down.sql").write_text(down + "\n")
    print(f"{len(tables)} tables: {', '.join(table.name for table in tables)}")


assert prepaid.tables.metadata is Base.metadata
if __name__ == "__main__":
    main()
