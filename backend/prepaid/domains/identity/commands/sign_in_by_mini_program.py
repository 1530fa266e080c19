"""Signing in from the mini-program by a code of `wx.login`."""

from sqlalchemy import func, select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import SecretBox
from prepaid.core.database import WriteSession
from prepaid.core.errors import Unavailable
from prepaid.domains.identity.commands.charge_attempt import charge_attempt
from prepaid.domains.identity.commands.make_consumer import TEMPLATE, make_consumer
from prepaid.domains.identity.commands.open_session import OpenedSession, Wish, open_session
from prepaid.domains.identity.errors.consumers import MiniProgramClosed, MiniProgramUnknown, WechatCodeInvalid
from prepaid.domains.identity.models import Account, ConsumerOpenid
from prepaid.domains.identity.rules.attempt_limits import MINI_PROGRAM_FROM_ADDRESS
from prepaid.domains.identity.rules.consumers import ConsumerOrigin
from prepaid.domains.identity.rules.session_life import SessionKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.mini_program import MiniProgram, MiniProgramRefused, MiniProgramUnavailable, MiniProgramUser

BEARER = Wish(SessionKind.BEARER, template=TEMPLATE)


async def sign_in_by_mini_program(
    tx: WriteSession, actor: Actor, *, provider: MiniProgram, box: SecretBox, appid: str, code: str
) -> OpenedSession:
    """Open a bearer session for whoever WeChat says holds `code`; who was never here becomes a consumer.

    The code is good once, by WeChat's word; its session key is never kept.

    Raises:
        TooManyAttempts: from this address.
        MiniProgramUnknown: `appid` is not our application.
        WechatCodeInvalid, MiniProgramClosed.
        Unavailable: WeChat does not answer.
    """
    if appid != provider.appid:
        raise MiniProgramUnknown(path=("appid",))
    await charge_attempt(tx.database, MINI_PROGRAM_FROM_ADDRESS, actor.address)
    # Nothing of `tx` is used before WeChat has answered: no transaction waits for it.
    user = await _exchanged(provider, code)
    async with tx.under(DbRole.IDENTITY):
        link = await _link(tx, user)
        active = await tx.scalar(select(Account.status).filter_by(id=link.account_id)) == "ACTIVE"
    if not active:
        raise WechatCodeInvalid(path=("code",))
    opened = await open_session(tx, actor, box=box, account_id=link.account_id, wish=BEARER, second_factor=False)
    if opened.membership is None or opened.membership.template != TEMPLATE:
        raise MiniProgramClosed
    return opened


async def _exchanged(provider: MiniProgram, code: str) -> MiniProgramUser:
    try:
        return await provider.identify(code)
    except MiniProgramRefused as refused:
        if not refused.bad_code:
            raise Unavailable from refused
        raise WechatCodeInvalid(path=("code",)) from refused
    except MiniProgramUnavailable as error:
        raise Unavailable from error


async def _link(tx: WriteSession, user: MiniProgramUser) -> ConsumerOpenid:
    """One consumer for one openid, also between two sign-ins at the same time."""
    key = f"openid:{user.appid}:{user.openid}"
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
    known: ConsumerOpenid | None = await tx.scalar(
        select(ConsumerOpenid).filter_by(appid=user.appid, openid=user.openid)
    )
    if known is not None:
        return known
    consumer = await make_consumer(tx, ConsumerOrigin.MINI_PROGRAM)
    link = ConsumerOpenid(
        id=uuid7(),
        account_id=consumer.id,
        appid=user.appid,
        openid=user.openid,
        unionid=user.unionid,
        linked_at=clock.now(),
    )
    tx.add(link)
    await tx.flush()
    return link
