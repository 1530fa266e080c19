"""Background work of signing in: codes for forgotten passwords, and clearing what has ended."""

from sqlalchemy import delete, or_

from prepaid.core import attempts
from prepaid.core.actor import GATEKEEPER, DbRole
from prepaid.core.jobs import JobContext, job, schedule
from prepaid.domains.identity.commands.make_reset_code import ResetCode, make_reset_code
from prepaid.domains.identity.commands.request_password_reset import SEND_CODE
from prepaid.domains.identity.models import PasswordReset, UserSession
from prepaid.domains.identity.rules.logins import LoginKind
from prepaid.domains.identity.rules.session_life import KEPT_AFTER_END
from prepaid.kit import clock
from prepaid.providers.messages import Channel, HttpMessages, Message

CLEAR_SIGN_INS = "identity.clear_sign_ins"
SUBJECT = {"zh-CN": "密码重置验证码", "en": "Your code to reset the password"}
TEXT = {
    "zh-CN": "您的密码重置验证码为 {code}，{minutes} 分钟内有效。如非本人操作，请忽略本消息。",
    "en": "Your code to reset the password is {code}, good for {minutes} minutes. "
    "If you did not ask for it, ignore this message.",
}


@job(SEND_CODE)
async def send_reset_code(ctx: JobContext, *, kind: LoginKind, index: str) -> None:
    """Make a code and send it; a run that is repeated sends the same message once."""
    services = ctx.services
    request = f"job:{ctx.job_id}"
    async with services.database.write(GATEKEEPER) as tx:
        code = await make_reset_code(
            tx,
            keyring=services.keyring,
            data_keys=services.data_keys,
            kind=kind,
            index=bytes.fromhex(index),
            request=request,
        )
    if code is not None:
        async with HttpMessages.of(services.settings) as messages:
            await messages.send(_message(code, reference=f"password-reset:{ctx.job_id}"))


@job(CLEAR_SIGN_INS)
async def clear_sign_ins(ctx: JobContext) -> None:
    """Delete sessions and codes that ended long ago, and attempt counters that no longer count."""
    before = clock.now() - KEPT_AFTER_END
    async with ctx.tx.under(DbRole.IDENTITY):
        await ctx.tx.execute(delete(UserSession).where(UserSession.expires_at < before))
        ended = or_(PasswordReset.expires_at < before, PasswordReset.used_at < before)
        await ctx.tx.execute(delete(PasswordReset).where(ended))
    await attempts.purge(ctx.services.database)


schedule(CLEAR_SIGN_INS, "20 3 * * *")


def _message(code: ResetCode, *, reference: str) -> Message:
    locale = code.locale if code.locale in TEXT else "zh-CN"
    by_mail = code.kind is LoginKind.EMAIL
    return Message(
        channel=Channel.EMAIL if by_mail else Channel.SMS,
        to=code.to,
        subject=SUBJECT[locale] if by_mail else None,
        text=TEXT[locale].format(code=code.code, minutes=code.minutes),
        reference=reference,
    )
