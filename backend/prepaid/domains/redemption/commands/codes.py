"""Codes: shown by a consumer, recognised at a counter."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, cast
from uuid import UUID

from sqlalchemy import CursorResult, Table, delete, select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.cards.models import Card
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.rules.attempt_limits import AttemptLimit
from prepaid.domains.redemption.errors import CodeUnknown, TokenExpired, TokenUsed
from prepaid.domains.redemption.models import Redemption, RedemptionCode
from prepaid.domains.redemption.reads.code_key import code_key
from prepaid.domains.redemption.reads.counters import Counter
from prepaid.domains.redemption.rules import codes
from prepaid.domains.redemption.rules.redemptions import Means
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

GUESSES: Final = AttemptLimit("redemption_code", 20)
"""Eight digits that live a minute: a cashier who mistypes twenty times in a row waits."""
TABLE: Final = cast(Table, RedemptionCode.__table__)
TRIES: Final = 8
KEPT: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class IssuedCode:
    """What the consumer's screen shows."""

    id: UUID
    code: str
    """For the QR code."""
    manual_code: str
    expires_at: datetime


async def issue_code(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID | None,
    card_id: UUID | None = None,
    card_tenant: UUID | None = None,
) -> IssuedCode:
    """A new code of the consumer for one merchant, or for one card of his; those before it stay good for their time.

    Raises:
        InvalidValue: neither merchant nor card is named.
        NotFound: not a card of the consumer, or no such merchant.
    """
    assert actor.account_id is not None
    now = clock.now()
    async with tx.under(DbRole.WORKER):
        tenant = await _tenant(tx, actor.account_id, merchant_id, card_id, card_tenant)
        row = {
            "merchant_id": tenant,
            "means": Means.CODE.value,
            "account_id": actor.account_id,
            "card_id": card_id,
            "issued_at": now,
            "expires_at": now + codes.LIFE,
        }
        for _ in range(TRIES):
            digits, code_id = codes.new_manual_code(), uuid7()
            values = row | {"id": code_id, "manual_index": codes.manual_index(code_key(), tenant, digits)}
            made = await tx.execute(insert(TABLE).values(values).on_conflict_do_nothing())
            if cast(CursorResult[object], made).rowcount == 1:
                text = codes.code_text(code_key(), tenant, code_id)
                return IssuedCode(code_id, text, digits, now + codes.LIFE)
    raise RuntimeError("no free digits: too many live codes")


async def _tenant(
    tx: WriteSession, account_id: UUID, merchant_id: UUID | None, card_id: UUID | None, card_tenant: UUID | None
) -> UUID:
    if card_id is not None and card_tenant is not None:
        card = await tx.get(Card, (card_tenant, card_id))
        if card is None or card.holder_account_id != account_id or merchant_id not in (None, card_tenant):
            raise NotFound(path=("cardId",))
        return card_tenant
    if merchant_id is None:
        raise InvalidValue(path=("merchantId",), reason="EMPTY")
    if await tx.scalar(select(Merchant.id).filter_by(id=merchant_id)) is None:
        raise NotFound(path=("merchantId",))
    return merchant_id


async def find_code(tx: WriteSession, counter: Counter, given: str, *, lock: bool = False) -> RedemptionCode:
    """The live code that was scanned or typed; with `lock` to be used now. Runs as the worker.

    Tries of digits are counted for the cashier.

    Raises:
        CodeUnknown, TokenUsed, TokenExpired. TooManyAttempts.
    """
    text, key = codes.spoken(given), code_key()
    if codes.MANUAL.fullmatch(text):
        subject = str(counter.cashier_id)
        await charge_attempt(tx.database, GUESSES, subject)
        index = codes.manual_index(key, counter.merchant_id, text)
        query = select(RedemptionCode).filter_by(merchant_id=counter.merchant_id, manual_index=index)
        code = await tx.scalar(query.with_for_update() if lock else query)
        if code is not None:
            await forget_attempts(tx, GUESSES, subject)
    else:
        code_id = codes.read_code(key, counter.merchant_id, text)
        key_of = (counter.merchant_id, code_id)
        code = await tx.get(RedemptionCode, key_of, with_for_update=lock) if code_id else None
    if code is None:
        raise CodeUnknown(path=("code",))
    await ensure_live(tx, code, code.expires_at)
    return code


async def session_code(tx: WriteSession, counter: Counter, session: str) -> RedemptionCode:
    """What a live session was made for, locked. Runs as the worker.

    Raises:
        CodeUnknown, TokenUsed, TokenExpired.
    """
    found = codes.read_session(code_key(), counter.merchant_id, counter.store_id, counter.cashier_id, session)
    code = await tx.get(RedemptionCode, (counter.merchant_id, found[0]), with_for_update=True) if found else None
    if found is None or code is None:
        raise CodeUnknown(path=("session",))
    await ensure_live(tx, code, found[1])
    return code


async def ensure_live(tx: WriteSession, code: RedemptionCode, until: datetime) -> None:
    """Whether a code may still be used. Raises `TokenUsed`, `TokenExpired`."""
    if code.used_at is not None:
        number = await tx.scalar(
            select(Redemption.number).filter_by(merchant_id=code.merchant_id, id=code.redemption_id)
        )
        raise TokenUsed(path=("code",), used_at=code.used_at, number=number)
    if clock.now() >= until:
        raise TokenExpired(path=("code",), expired_at=until)


async def purge_codes(tx: WriteSession) -> None:
    """Delete codes that are long over. Runs as the worker."""
    await tx.execute(delete(TABLE).where(TABLE.c.expires_at < clock.now() - KEPT))
