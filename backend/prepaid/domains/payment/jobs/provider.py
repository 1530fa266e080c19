"""Talking to the provider from a job."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeVar
from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.jobs import JobContext, Retry
from prepaid.domains.payment.commands.raise_alert import raise_alert
from prepaid.domains.payment.commands.receive_charge import Misfit, Ourselves
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.providers.payments import ProviderUntrusted
from prepaid.providers.wechat_pay import WeChatPayClient, open_client

T = TypeVar("T")
PATIENT: Final = Retry(attempts=16)
"""For a little more than an hour; after that the sweep begins anew."""


def provider(ctx: JobContext) -> WeChatPayClient:
    """The provider's client. Raises `NotConfigured`."""
    return open_client(ctx.services.settings)


def ourselves(client: WeChatPayClient) -> Ourselves:
    """Our numbers at the provider."""
    return Ourselves(client.partner, client.application)


async def asked(ctx: JobContext, merchant_id: UUID, reference: str, answer: Awaitable[T]) -> T:
    """The provider's answer; one that is not provably its own is told to the bank, and asked for again.

    Raises:
        ProviderUnreachable, ProviderRefused: as the call.
    """
    try:
        return await answer
    except ProviderUntrusted as error:
        detail = {"why": str(error)}

        async def command(tx: WriteSession) -> None:
            await raise_alert(tx, AlertKind.UNTRUSTED_ANSWER, merchant_id=merchant_id, subject=reference, detail=detail)

        await ctx.services.database.run(SYSTEM, command)
        raise


async def believed(ctx: JobContext, receive: Callable[[WriteSession], Awaitable[T]]) -> T | None:
    """Run a command that takes the provider's word; what does not fit changes nothing and is told to the bank."""
    try:
        return await ctx.services.database.run(SYSTEM, receive)
    except Misfit as misfit:
        await tell_misfit(ctx, misfit)
        return None


async def tell_misfit(ctx: JobContext, misfit: Misfit) -> None:
    """The alert, in a short transaction of its own."""

    async def command(tx: WriteSession) -> None:
        await raise_alert(
            tx, misfit.kind, merchant_id=misfit.merchant_id, subject=misfit.reference, detail=misfit.detail
        )

    await ctx.services.database.run(SYSTEM, command)
