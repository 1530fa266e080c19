"""Sending the code by which somebody begins an account."""

from typing import Final
from uuid import UUID

from prepaid.core.actor import GATEKEEPER, DbRole
from prepaid.core.crypto.keyring import place
from prepaid.core.jobs import JobContext, job
from prepaid.domains.identity.commands.sign_up import COLUMN, SEND_CODE, codes
from prepaid.domains.identity.reads.accounts import account_with_login, login_index
from prepaid.domains.identity.rules.logins import LoginKind, read_login
from prepaid.domains.identity.rules.sign_up import WINDOW
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.providers.messages import Channel, HttpMessages, Message

SUBJECT: Final = {"zh-CN": "注册验证码", "en": "Your code to sign up"}
NEW: Final = {
    "zh-CN": "您的注册验证码为 {code}，{minutes} 分钟内有效。如非本人操作，请忽略本消息。",
    "en": "Your code to sign up is {code}, good for {minutes} minutes. If you did not ask for it, ignore this message.",
}
KNOWN: Final = {
    "zh-CN": "该号码已注册，请直接登录；忘记密码可在登录页重置。如非本人操作，请忽略本消息。",
    "en": "You have an account already: sign in, or set a new password there. "
    "If you did not ask for it, ignore this message.",
}


@job(SEND_CODE)
async def send_sign_up_code(ctx: JobContext, *, number: str, login: str, locale: str) -> None:
    """Send the code; a run that is repeated sends the same message once."""
    services = ctx.services
    wanted = read_login(
        services.keyring.decrypt(bytes.fromhex(login), place(COLUMN, PLATFORM_TENANT, UUID(number))).decode()
    )
    async with services.database.write(GATEKEEPER) as tx, tx.under(DbRole.IDENTITY):
        known = await account_with_login(await tx.raw(), login_index(services.keyring, wanted), wanted.kind)
    spoken = locale if locale in NEW else "zh-CN"
    by_mail = wanted.kind is LoginKind.EMAIL
    text = NEW[spoken].format(code=codes(services.keyring, wanted)[0], minutes=WINDOW.seconds // 60)
    message = Message(
        channel=Channel.EMAIL if by_mail else Channel.SMS,
        to=wanted.value,
        subject=SUBJECT[spoken] if by_mail else None,
        text=text if known is None else KNOWN[spoken],
        reference=f"sign-up:{ctx.job_id}",
    )
    async with HttpMessages.of(services.settings) as messages:
        await messages.send(message)
