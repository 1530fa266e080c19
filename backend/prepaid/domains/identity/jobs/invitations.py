"""Inviting people who were made members and had no account."""

from typing import Final
from uuid import UUID

from prepaid.core.actor import GATEKEEPER
from prepaid.core.jobs import JobContext, job
from prepaid.domains.identity.commands.add_member import INVITE
from prepaid.domains.identity.models import Account, PlatformTemplate
from prepaid.domains.identity.reads.accounts import logins_of
from prepaid.providers.messages import Channel, HttpMessages, Message

SUBJECT: Final = {"zh-CN": "您已被添加为{platform}的成员", "en": "You are now a member of {platform}"}
TEXT: Final = {
    "zh-CN": "您已被添加为{platform}的成员。请打开 {address}，选择“忘记密码”，"
    "用接收本消息的手机号或邮箱设置密码后登录。",
    "en": "You are now a member of {platform}. Open {address}, choose “Forgotten password” and set one with the "
    "phone number or e-mail address that received this message.",
}


@job(INVITE)
async def invite_member(ctx: JobContext, *, account_id: UUID, template_id: UUID) -> None:
    """Tell the owner of a new account how to get in; a repeated run sends the same message once."""
    services = ctx.services
    async with services.database.write(GATEKEEPER) as tx:
        account = await tx.get_one(Account, account_id)
        template = await tx.get_one(PlatformTemplate, template_id)
        logins = await logins_of(tx, services.data_keys, account)
    locale = account.locale if account.locale in TEXT else "zh-CN"
    words = {
        "platform": template.name_en if locale == "en" else template.name_zh,
        "address": services.settings.public_url,
    }
    async with HttpMessages.of(services.settings) as messages:
        for login in logins:
            by_mail = "@" in login
            await messages.send(
                Message(
                    channel=Channel.EMAIL if by_mail else Channel.SMS,
                    to=login,
                    subject=SUBJECT[locale].format(**words) if by_mail else None,
                    text=TEXT[locale].format(**words),
                    reference=f"invitation:{ctx.job_id}:{'mail' if by_mail else 'text'}",
                )
            )
