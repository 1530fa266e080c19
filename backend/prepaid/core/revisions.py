"""Which revision of the tables this code needs, and the database roles of migrations: known without Alembic.

Alembic takes half a second to import; servers and workers do without it.
"""

from pathlib import Path
from typing import Final

OWNER: Final = "prepaid_owner"
MAINTENANCE: Final = "app_maintenance"
MIGRATIONS: Final = Path(__file__).parents[2] / "migrations"


def head_revision() -> str:
    """The revision that this version of the code needs: they are one line, numbered in the names of their files."""
    return max(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))
