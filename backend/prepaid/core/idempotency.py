"""Idempotency keys: a command that was accepted once answers the same again instead of acting again.

Only accepted results are kept: a refusal rolls the claim back together with everything else, so its
key may be tried again (domain/01, decision 4).
"""

import re
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, Table, delete, func, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, Refusal, Unauthenticated
from prepaid.core.tables import IdempotencyKey

PATH = ("idempotencyKey",)
SHAPE = re.compile(r"[A-Za-z0-9_-]{16,64}")
KEPT_DAYS = 90
TABLE = cast(Table, IdempotencyKey.__table__)


class IdempotencyKeyReused(Refusal):
    """The key was accepted before with other contents: the client mixed two requests up."""

    code = "IDEMPOTENCY_KEY_REUSED"
    zh = "该幂等键已用于另一请求，请换用新的幂等键"
    en = "This idempotency key was used for another request; use a new one"


async def claim(tx: WriteSession, key: str, fingerprint: bytes) -> dict[str, Any] | None:
    """Take the key for the actor of `tx`; returns the stored answer when it was accepted before, else None.

    A concurrent twin waits here until the first has committed (and then gets its answer) or refused
    (and then runs itself). `fingerprint` is the SHA-256 of the request, `kit.codec.fingerprint`.

    Raises:
        InvalidValue: the key is not 16 to 64 characters of A–Z, a–z, 0–9, `_`, `-`.
        IdempotencyKeyReused: the key was accepted with another fingerprint.
        Unauthenticated: keys belong to somebody, and nobody is signed in.
    """
    if SHAPE.fullmatch(key) is None:
        raise InvalidValue(path=PATH, reason="16–64 × A–Z a–z 0–9 _ -")
    if not tx.actor.key:
        raise Unauthenticated
    row = {"merchant_id": tx.actor.tenant, "actor_key": tx.actor.key, "key": key}
    # The plain table and not the class: no RETURNING, which this role may not always use.
    statement = insert(TABLE).values(**row, fingerprint=fingerprint).on_conflict_do_nothing()
    if cast(CursorResult[Any], await tx.execute(statement)).rowcount == 1:
        return None
    stored = (await tx.execute(select(IdempotencyKey.fingerprint, IdempotencyKey.answer).filter_by(**row))).one()
    if stored.fingerprint != fingerprint:
        raise IdempotencyKeyReused(path=PATH)
    if stored.answer is None:
        raise RuntimeError("a command claimed this idempotency key and stored no answer")
    return cast(dict[str, Any], stored.answer)


async def store(tx: WriteSession, key: str, answer: dict[str, Any]) -> None:
    """Keep the answer of the key that this transaction claimed. `answer` holds references, no personal data."""
    row = {"merchant_id": tx.actor.tenant, "actor_key": tx.actor.key, "key": key}
    statement = update(IdempotencyKey).filter_by(**row).values(answer=answer)
    if cast(CursorResult[Any], await tx.execute(statement)).rowcount != 1:
        raise RuntimeError("claim the idempotency key before storing its answer")


async def purge(tx: WriteSession, *, limit: int = 10_000) -> int:
    """Delete keys older than `KEPT_DAYS` (worker); returns how many. Later repeats meet the business keys."""
    old = (
        select(IdempotencyKey.merchant_id, IdempotencyKey.actor_key, IdempotencyKey.key)
        .where(IdempotencyKey.recorded_at < func.now() - timedelta(days=KEPT_DAYS))
        .limit(limit)
    )
    columns = tuple_(IdempotencyKey.merchant_id, IdempotencyKey.actor_key, IdempotencyKey.key)
    return cast(CursorResult[Any], await tx.execute(delete(IdempotencyKey).where(columns.in_(old)))).rowcount
