"""Mutations of a signed-in person on his own session and account."""

from collections.abc import Mapping
from typing import Any

import strawberry

from prepaid.domains.identity.commands.change_password import change_password as change_password_command
from prepaid.domains.identity.commands.lock_screen import lock_screen as lock_screen_command
from prepaid.domains.identity.commands.revoke_session import revoke_other_sessions as revoke_other_sessions_command
from prepaid.domains.identity.commands.revoke_session import revoke_session as revoke_session_command
from prepaid.domains.identity.commands.set_pin import set_pin as set_pin_command
from prepaid.domains.identity.commands.step_up import step_up as step_up_command
from prepaid.domains.identity.commands.switch_membership import switch_membership as switch_membership_command
from prepaid.domains.identity.commands.unlock_screen import unlock_screen as unlock_screen_command
from prepaid.domains.identity.graph.session_types import MEMBER, SESSION, OwnMembership, SessionTokens
from prepaid.domains.identity.graph.sign_in_mutations import hand_over
from prepaid.graph.types import SIGNED_IN, GlobalID, MutationContext, mutation


@strawberry.input(description="Where to go on.")
class SwitchMembershipInput:
    """A membership of the caller."""

    membership_id: GlobalID = strawberry.field(description="One of `me.account.memberships`")


@strawberry.input(description="A session to end.")
class RevokeSessionInput:
    """A session of the caller."""

    session_id: GlobalID = strawberry.field(description="One of `mySessions`")


@strawberry.input(description="Proof that it is still the same person: `code`, or else `password`.")
class StepUpInput:
    """Code or password."""

    password: str | None = strawberry.field(default=None, description="Password")
    code: str | None = strawberry.field(default=None, description="Six digits of the authenticator")


@strawberry.input(description="Old and new password.")
class ChangePasswordInput:
    """Passwords."""

    current_password: str = strawberry.field(description="The password as it is")
    new_password: str = strawberry.field(description="At least 12 characters")


@strawberry.input(description="A PIN for a locked screen.")
class SetPinInput:
    """PIN and password."""

    pin: str = strawberry.field(description="Four to six digits, neither repeated nor in a row")
    password: str = strawberry.field(description="Password of the account")


@strawberry.input(description="The PIN of a locked screen.")
class UnlockScreenInput:
    """PIN."""

    pin: str = strawberry.field(description="PIN of the account")


@mutation(permission=SIGNED_IN, payload={"membership": OwnMembership, "tokens": SessionTokens})
async def switch_membership(ctx: MutationContext, input: SwitchMembershipInput) -> Mapping[str, Any]:
    """Go on in another of one's own memberships, under a new secret; a step-up ends."""
    wanted = input.membership_id.of(MEMBER, path=("membershipId",)).id
    opened = await switch_membership_command(ctx.tx, ctx.actor, membership_id=wanted)
    assert opened.membership is not None
    return {
        "membership": OwnMembership.of(opened.membership, ctx.locale),
        "tokens": hand_over(ctx, opened.issued),
    }


@mutation(permission=SIGNED_IN)
async def revoke_session(ctx: MutationContext, input: RevokeSessionInput) -> Mapping[str, Any]:
    """End one of one's own sessions."""
    session_id = input.session_id.of(SESSION, path=("sessionId",)).id
    await revoke_session_command(ctx.tx, ctx.actor, session_id=session_id)
    return {}


@mutation(permission=SIGNED_IN, payload={"ended": int})
async def revoke_other_sessions(ctx: MutationContext) -> Mapping[str, Any]:
    """End all of one's own sessions but this one; `ended` tells how many there were."""
    return {"ended": await revoke_other_sessions_command(ctx.tx, ctx.actor)}


@mutation(permission=SIGNED_IN, payload={"tokens": SessionTokens})
async def step_up(ctx: MutationContext, input: StepUpInput) -> Mapping[str, Any]:
    """Prove oneself again, good for five minutes under a new secret: before money goes out or an ID is shown."""
    issued = await step_up_command(
        ctx.tx, ctx.actor, keyring=ctx.services.keyring, password=input.password, code=input.code
    )
    return {"tokens": hand_over(ctx, issued)}


@mutation(permission=SIGNED_IN)
async def change_password(ctx: MutationContext, input: ChangePasswordInput) -> Mapping[str, Any]:
    """Replace the password; all other sessions end."""
    await change_password_command(
        ctx.tx,
        ctx.actor,
        data_keys=ctx.services.data_keys,
        current_password=input.current_password,
        new_password=input.new_password,
    )
    return {}


@mutation(permission=SIGNED_IN)
async def set_pin(ctx: MutationContext, input: SetPinInput) -> Mapping[str, Any]:
    """Set or replace the PIN that opens a locked screen."""
    await set_pin_command(ctx.tx, ctx.actor, pin=input.pin, password=input.password)
    return {}


@mutation(permission=SIGNED_IN, while_locked=True)
async def lock_screen(ctx: MutationContext) -> Mapping[str, Any]:
    """Lock this session's screen until the PIN is given; again is harmless."""
    await lock_screen_command(ctx.tx, ctx.actor)
    return {}


@mutation(permission=SIGNED_IN, while_locked=True)
async def unlock_screen(ctx: MutationContext, input: UnlockScreenInput) -> Mapping[str, Any]:
    """Open a locked screen. The fifth wrong PIN signs out."""
    await unlock_screen_command(ctx.tx, ctx.actor, pin=input.pin)
    return {}
