"""Registering a guarantee that stands in for money in custody."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.core.files import JPEG, PDF, PNG, file_purpose, take_upload
from prepaid.domains.custody.commands.check_sufficiency import check_sufficiency
from prepaid.domains.custody.errors.sufficiency import GuaranteeRegistered, GuaranteeTermInvalid
from prepaid.domains.custody.models import Guarantee
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.guarantees import GuaranteeKind
from prepaid.domains.identity.commands.wording import name_text
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

DOCUMENT: Final = file_purpose(
    "custody.guarantee", max_bytes=10 * 1024 * 1024, kinds=(PDF, JPEG, PNG), permission="custody.guarantee_edit"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteeTerms:
    """What a guarantee says; both days count."""

    kind: GuaranteeKind
    number: str
    issuer: str
    amount_fen: int
    valid_from: date
    valid_until: date


async def register_guarantee(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, terms: GuaranteeTerms, file: str | None = None
) -> Guarantee:
    """Note a bank letter or an insurance with its document; the merchant's custody is tested at once.

    Raises:
        NotFound: the merchant has no custody account.
        GuaranteeTermInvalid, GuaranteeRegistered, InvalidValue, UploadGone.
    """
    number, issuer = name_text(terms.number, ("number",)), name_text(terms.issuer, ("issuer",))
    if terms.amount_fen <= 0:
        raise InvalidValue(path=("amountFen",), reason="NOT_POSITIVE")
    if not max(terms.valid_from, clock.today_shanghai()) <= terms.valid_until:
        raise GuaranteeTermInvalid(path=("validUntil",))
    file_id = await take_upload(tx, file, DOCUMENT.code, tenant=merchant_id, path=("file",)) if file else None
    await ensure_seen(tx, merchant_id, "merchantId")
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id, lock=True)
        if account is None:
            raise NotFound(path=("merchantId",))
        guarantee = Guarantee(
            merchant_id=merchant_id,
            id=uuid7(),
            kind=terms.kind.value,
            number=number,
            issuer=issuer,
            amount_fen=terms.amount_fen,
            valid_from=terms.valid_from,
            valid_until=terms.valid_until,
            file_id=file_id,
            created_at=clock.now(),
        )
        try:
            async with tx.begin_nested():
                tx.add(guarantee)
        except IntegrityError as error:
            raise GuaranteeRegistered(path=("number",)) from error
        await audit.record(
            tx,
            "custody.guarantee_registered",
            object_type="CustodyGuarantee",
            object_id=guarantee.id,
            tenant=merchant_id,
            after={"kind": terms.kind, "amountFen": terms.amount_fen, "validUntil": terms.valid_until.isoformat()},
        )
    if account.state == AccountState.OPEN:
        await check_sufficiency(tx, merchant_id=merchant_id)
    return guarantee
