"""Binding a consumer's mobile number by a code of `getPhoneNumber`."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, func, select, update

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys, KeyRing, SecretBox
from prepaid.core.database import WriteSession
from prepaid.core.errors import Unavailable
from prepaid.domains.identity.commands.charge_attempt import charge_attempt
from prepaid.domains.identity.commands.open_session import OpenedSession, open_session
from prepaid.domains.identity.commands.sign_in_by_mini_program import BEARER
from prepaid.domains.identity.errors.consumers import (
    PhoneMalformed,
    PhoneNotMainland,
    PhoneOfOtherConsumer,
    WechatCodeInvalid,
)
from prepaid.domains.identity.models import Account, Consumer, ConsumerOpenid, MerchantCustomer
from prepaid.domains.identity.reads.consumers import PHONE_COLUMN, consumer_place, phone_index
from prepaid.domains.identity.rules.attempt_limits import PHONE_CODE
from prepaid.domains.identity.rules.own_session import account_of
from prepaid.kit import clock
from prepaid.kit.identifiers import InvalidIdentifier, normalise_phone
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.kit.masking import mask_phone
from prepaid.providers.mini_program import (
    MAINLAND,
    MiniProgram,
    MiniProgramRefused,
    MiniProgramUnavailable,
)


@dataclass(frozen=True, slots=True)
class PhoneBound:
    """Whose the number is now, and his new session where he turned out to be known already."""

    account_id: UUID
    opened: OpenedSession | None


async def bind_phone(
    tx: WriteSession,
    actor: Actor,
    *,
    provider: MiniProgram,
    keyring: KeyRing,
    data_keys: DataKeys,
    box: SecretBox,
    code: str,
) -> PhoneBound:
    """Note the number that WeChat has verified for the caller; a new number replaces an old one.

    A number that a cashier sold to before makes the caller that consumer, with what he bought: his session begins
    anew. That needs a caller who has bought nothing yet, and a number that no other WeChat user has.

    Raises:
        TooManyAttempts, WechatCodeInvalid, PhoneNotMainland, PhoneMalformed, PhoneOfOtherConsumer.
        Unavailable: WeChat does not answer.
    """
    account_id = account_of(actor)
    await charge_attempt(tx.database, PHONE_CODE, str(account_id))
    phone = await _verified(provider, code)
    index = phone_index(keyring, phone)
    async with tx.under(DbRole.IDENTITY):
        await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"phone:{index.hex()}", 0))))
        holder: UUID | None = await tx.scalar(select(Consumer.id).filter_by(phone_index=index))
        if holder is None or holder == account_id:
            await set_phone(tx, keyring, data_keys, account_id, phone)
            return PhoneBound(account_id, None)
    if not await _may_become(tx, account_id, holder):
        raise PhoneOfOtherConsumer(path=("code",))
    async with tx.under(DbRole.IDENTITY):
        await _become(tx, account_id, holder)
    opened = await open_session(tx, actor, box=box, account_id=holder, wish=BEARER, second_factor=False)
    return PhoneBound(holder, opened)


async def set_phone(tx: WriteSession, keyring: KeyRing, data_keys: DataKeys, account_id: UUID, phone: str) -> None:
    """Note a normalised number. Under `app_identity`; nobody else has it."""
    consumer = await tx.get_one(Consumer, account_id, with_for_update=True)
    at = consumer_place(PHONE_COLUMN, account_id)
    cipher = await data_keys.encrypt(tx, account_id, phone, at, tenant=PLATFORM_TENANT)
    consumer.phone_index, consumer.phone_cipher = phone_index(keyring, phone), cipher
    consumer.phone_masked = mask_phone(phone)
    consumer.phone_bound_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "consumer.phone_bound",
        object_type="Consumer",
        object_id=account_id,
        tenant=PLATFORM_TENANT,
        after={"phone": consumer.phone_masked},
    )
    of_consumer = update(MerchantCustomer).where(MerchantCustomer.account_id == account_id)
    async with tx.under(DbRole.WORKER):
        await tx.execute(of_consumer.values(phone_index=consumer.phone_index, phone_masked=consumer.phone_masked))


def read_phone(text: str) -> str:
    """One spelling of a mobile number. Raises `PhoneMalformed`."""
    try:
        return normalise_phone(text)
    except InvalidIdentifier:
        raise PhoneMalformed(path=("phone",)) from None


async def _verified(provider: MiniProgram, code: str) -> str:
    try:
        found = await provider.phone_number(code)
    except MiniProgramRefused as refused:
        if not refused.bad_code:
            raise Unavailable from refused
        raise WechatCodeInvalid(path=("code",)) from refused
    except MiniProgramUnavailable as error:
        raise Unavailable from error
    if found.appid != provider.appid:
        raise WechatCodeInvalid(path=("code",))
    if found.country != MAINLAND:
        raise PhoneNotMainland(path=("code",))
    return read_phone(found.number)


async def _may_become(tx: WriteSession, account_id: UUID, holder: UUID) -> bool:
    async with tx.under(DbRole.WORKER):
        linked = await tx.scalar(select(exists().where(ConsumerOpenid.account_id == holder)))
        bought = await tx.scalar(select(exists().where(MerchantCustomer.account_id == account_id)))
    return not linked and not bought


async def _become(tx: WriteSession, account_id: UUID, holder: UUID) -> None:
    links = update(ConsumerOpenid).where(ConsumerOpenid.account_id == account_id)
    await tx.execute(links.values(account_id=holder))
    await tx.execute(update(Account).where(Account.id == account_id).values(status="DISABLED"))
    await audit.record(
        tx,
        "consumer.joined",
        object_type="Consumer",
        object_id=holder,
        tenant=PLATFORM_TENANT,
        after={"from": account_id},
    )
