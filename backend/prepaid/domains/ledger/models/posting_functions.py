"""The functions in the database that alone write the ledger (`posting.sql`). The merchant is always the first argument.

`ledger_post` takes a whole batch in one round trip, under locks in one order. It runs as `app_worker` whoever calls
it, so no other role can write the tables; a caller that acts for some merchants only is held to those. Its errors
have SQLSTATEs of their own (`LG…`, see `commands/post.py`), with what is wrong in DETAIL as JSON.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import DDL, Table, event

from prepaid.core.actor import DbRole
from prepaid.core.frozen_sql import SEPARATOR
from prepaid.domains.ledger.models.transfers import LedgerPosting

DEFINITIONS: Final = Path(__file__).with_name("posting.sql").read_text().split(SEPARATOR)
INNER: Final = (
    "ledger_refuse_foreign(uuid)",
    "ledger_lock(uuid, jsonb)",
    "ledger_take(uuid, jsonb)",
    "ledger_refuse_short(uuid, uuid, jsonb)",
    "ledger_write(uuid, timestamptz, uuid, jsonb, text, int)",
    "ledger_legs(uuid, uuid)",
    "ledger_begin(uuid, timestamptz, jsonb)",
    "ledger_resolve(uuid, timestamptz, jsonb)",
)
OUTER: Final = "ledger_post(uuid, timestamptz, jsonb)"
CALLERS: Final = ", ".join(role.value for role in DbRole if role is not DbRole.IDENTITY)


def _listen() -> None:
    postings = LedgerPosting.__table__
    assert isinstance(postings, Table)
    statements = [*DEFINITIONS, *(f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC" for each in (*INNER, OUTER))]
    statements += [f"GRANT EXECUTE ON FUNCTION {each} TO {DbRole.WORKER}" for each in INNER]
    statements.append(f"GRANT EXECUTE ON FUNCTION {OUTER} TO {CALLERS}")
    for statement in statements:
        event.listen(postings, "after_create", DDL(statement.replace("%", "%%")))  # type: ignore[no-untyped-call]
    for signature in (OUTER, *reversed(INNER)):
        event.listen(postings, "before_drop", DDL(f"DROP FUNCTION {signature}"))  # type: ignore[no-untyped-call]


_listen()
