"""Revisions whose statements are frozen in SQL files beside them: later changes of the models leave them alone."""

from pathlib import Path

SEPARATOR = "\n-- next\n"


def run_beside(revision_file: str, direction: str) -> None:
    """Run `<revision>.<direction>.sql` that lies beside `revision_file`, statement by statement.

    `direction` is `up` or `down`; statements are separated by a line `-- next`.
    """
    from alembic import op  # not for those who only want the separator

    script = Path(revision_file).with_suffix(f".{direction}.sql").read_text()
    for statement in script.split(SEPARATOR):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
