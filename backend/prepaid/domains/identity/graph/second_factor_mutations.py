"""Mutations of the second factor."""

from collections.abc import Mapping
from typing import Any

import strawberry

from prepaid.domains.identity.commands.confirm_totp import confirm_totp as confirm_totp_command
from prepaid.domains.identity.commands.disable_totp import disable_totp as disable_totp_command
from prepaid.domains.identity.commands.enroll_totp import enroll_totp as enroll_totp_command
from prepaid.domains.identity.commands.regenerate_recovery_codes import (
    regenerate_recovery_codes as regenerate_recovery_codes_command,
)
from prepaid.domains.identity.graph.session_types import SessionTokens
from prepaid.domains.identity.graph.sign_in_mutations import hand_over
from prepaid.graph.types import SIGNED_IN, MutationContext, mutation


@strawberry.input(description="A code of the authenticator.")
class TotpCodeInput:
    """Code."""

    code: str = strawberry.field(description="Six digits")


@strawberry.input(description="Both factors.")
class DisableTotpInput:
    """Password and code."""

    password: str = strawberry.field(description="Password")
    code: str = strawberry.field(description="Six digits of the authenticator")


@mutation(permission=SIGNED_IN, payload={"secret": str, "address": str})
async def enroll_totp(ctx: MutationContext) -> Mapping[str, Any]:
    """Begin to enrol an authenticator: its secret, also as an `otpauth://` address for a QR code. Shown once."""
    begun = await enroll_totp_command(ctx.tx, ctx.actor, keyring=ctx.services.keyring)
    return {"secret": begun.secret, "address": begun.address}


@mutation(permission=SIGNED_IN, payload={"recovery_codes": list[str], "tokens": SessionTokens})
async def confirm_totp(ctx: MutationContext, input: TotpCodeInput) -> Mapping[str, Any]:
    """Finish enrolling by the first code; answers ten recovery codes, shown once. The session gets a new secret."""
    confirmed = await confirm_totp_command(ctx.tx, ctx.actor, keyring=ctx.services.keyring, code=input.code)
    return {"recovery_codes": confirmed.recovery_codes, "tokens": hand_over(ctx, confirmed.issued)}


@mutation(permission=SIGNED_IN)
async def disable_totp(ctx: MutationContext, input: DisableTotpInput) -> Mapping[str, Any]:
    """Remove the authenticator, against both factors, unless a platform of the caller asks for it."""
    await disable_totp_command(
        ctx.tx, ctx.actor, keyring=ctx.services.keyring, password=input.password, code=input.code
    )
    return {}


@mutation(permission=SIGNED_IN, payload={"recovery_codes": list[str]})
async def regenerate_recovery_codes(ctx: MutationContext, input: TotpCodeInput) -> Mapping[str, Any]:
    """Ten new recovery codes, shown once; the old ones are worth nothing."""
    codes = await regenerate_recovery_codes_command(ctx.tx, ctx.actor, keyring=ctx.services.keyring, code=input.code)
    return {"recovery_codes": codes}
