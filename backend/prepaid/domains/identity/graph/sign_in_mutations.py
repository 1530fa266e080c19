"""Mutations of signing in and out."""

from collections.abc import Mapping
from typing import Any, Final

import strawberry

from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.open_session import IssuedSession, Wish
from prepaid.domains.identity.commands.refresh_bearer import refresh_bearer
from prepaid.domains.identity.commands.request_password_reset import (
    request_password_reset as request_password_reset_command,
)
from prepaid.domains.identity.commands.reset_password import reset_password as reset_password_command
from prepaid.domains.identity.commands.sign_in import SignIn, SignInStep
from prepaid.domains.identity.commands.sign_in import sign_in as sign_in_command
from prepaid.domains.identity.commands.sign_out import sign_out as sign_out_command
from prepaid.domains.identity.commands.sign_up import request_sign_up as request_sign_up_command
from prepaid.domains.identity.commands.sign_up import sign_up as sign_up_command
from prepaid.domains.identity.commands.verify_second_factor import (
    verify_second_factor as verify_second_factor_command,
)
from prepaid.domains.identity.graph.session_cookie import no_session_cookie, session_cookie
from prepaid.domains.identity.graph.session_types import MEMBER, OwnMembership, SessionTokens
from prepaid.domains.identity.rules.session_life import SessionKind
from prepaid.graph.types import PUBLIC, SIGNED_IN, GlobalID, MutationContext, mutation

SOLITARY: Final = frozenset(
    {
        "signIn",
        "signInByMiniProgram",
        "bindPhone",
        "verifySecondFactor",
        "refreshSession",
        "requestPasswordReset",
        "resetPassword",
        "requestSignUp",
        "signUp",
        "stepUp",
        "switchMembership",
        "changePassword",
        "confirmTotp",
        "disableTotp",
        "regenerateRecoveryCodes",
        "setPin",
        "unlockScreen",
    }
)
"""Mutations that try a secret or replace the session's: each alone in its document (`Limits.solitary`)."""

ANSWER = {
    "step": SignInStep,
    "ticket": str,
    "tokens": SessionTokens,
    "membership": OwnMembership,
    "memberships": list[OwnMembership],
}


@strawberry.input(description="Who signs in, and how the session is kept.")
class SignInInput:
    """Login and password."""

    login: str = strawberry.field(description="Mobile number or e-mail address")
    password: str = strawberry.field(description="Password")
    kind: SessionKind = strawberry.field(default=SessionKind.COOKIE, description="How the session's secret travels")
    membership_id: GlobalID | None = strawberry.field(
        default=None, description="Where to act; without it where the last session did"
    )
    template: str | None = strawberry.field(default=None, description="Preferred platform, by its code")


@strawberry.input(description="The second step of signing in: `code` or `recoveryCode`.")
class VerifySecondFactorInput:
    """Ticket and code."""

    ticket: str = strawberry.field(description="Ticket of the first step, good for five minutes")
    code: str | None = strawberry.field(default=None, description="Six digits of the authenticator")
    recovery_code: str | None = strawberry.field(default=None, description="A recovery code in its place")


@strawberry.input(description="A bearer session that goes on.")
class RefreshSessionInput:
    """Refresh token."""

    refresh_token: str = strawberry.field(description="The last refresh token; it is good once")


@strawberry.input(description="Whose password is forgotten.")
class RequestPasswordResetInput:
    """Login."""

    login: str = strawberry.field(description="Mobile number or e-mail address")


@strawberry.input(description="A new password against the code that was sent.")
class ResetPasswordInput:
    """Login, code and new password."""

    login: str = strawberry.field(description="Mobile number or e-mail address that the code was sent to")
    code: str = strawberry.field(description="Eight digits, good for 15 minutes")
    new_password: str = strawberry.field(description="At least 12 characters")


@strawberry.input(description="Who wants an account.")
class RequestSignUpInput:
    """Login."""

    login: str = strawberry.field(description="Mobile number or e-mail address")


@strawberry.input(description="A new account against the code that was sent.")
class SignUpInput:
    """Login, code, name and password."""

    login: str = strawberry.field(description="Mobile number or e-mail address that the code was sent to")
    code: str = strawberry.field(description="Eight digits, good for 15 minutes")
    display_name: str = strawberry.field(description="Name of the person")
    password: str = strawberry.field(description="At least 12 characters")
    kind: SessionKind = strawberry.field(default=SessionKind.COOKIE, description="How the session's secret travels")


@mutation(permission=PUBLIC, while_locked=True, payload=ANSWER)
async def sign_in(ctx: MutationContext, input: SignInInput) -> Mapping[str, Any]:
    """Sign in. An unknown login and a wrong password are one answer, and too many tries lock for a while."""
    answer = await sign_in_command(
        ctx.tx,
        ctx.actor,
        keyring=ctx.services.keyring,
        box=ctx.services.box,
        login=input.login,
        password=input.password,
        wish=_wish(input),
    )
    return _answer(ctx, answer)


@mutation(permission=PUBLIC, while_locked=True, payload=ANSWER)
async def verify_second_factor(ctx: MutationContext, input: VerifySecondFactorInput) -> Mapping[str, Any]:
    """Finish signing in by a code of the authenticator or a recovery code: each is good once, five wrong ones lock."""
    answer = await verify_second_factor_command(
        ctx.tx,
        ctx.actor,
        keyring=ctx.services.keyring,
        box=ctx.services.box,
        ticket=input.ticket,
        code=input.code,
        recovery_code=input.recovery_code,
    )
    return _answer(ctx, answer)


@mutation(permission=PUBLIC, while_locked=True, payload={"tokens": SessionTokens})
async def refresh_session(ctx: MutationContext, input: RefreshSessionInput) -> Mapping[str, Any]:
    """Replace both tokens of a bearer session. A token that is used twice was stolen, and its session ends."""
    issued = await refresh_bearer(ctx.tx, ctx.actor, box=ctx.services.box, refresh_token=input.refresh_token)
    return {"tokens": SessionTokens.of(issued)}


@mutation(permission=SIGNED_IN, while_locked=True)
async def sign_out(ctx: MutationContext) -> Mapping[str, Any]:
    """End the session that asks."""
    await sign_out_command(ctx.tx, ctx.actor)
    gone = no_session_cookie(production=ctx.services.settings.production)
    ctx.tx.after_commit(lambda: ctx.graph.cookies.append(gone))
    return {}


@mutation(permission=PUBLIC, while_locked=True)
async def request_password_reset(ctx: MutationContext, input: RequestPasswordResetInput) -> Mapping[str, Any]:
    """Have a code sent to a login, if it is somebody's: the answer does not tell."""
    await request_password_reset_command(ctx.tx, ctx.actor, keyring=ctx.services.keyring, login=input.login)
    return {}


@mutation(permission=PUBLIC, while_locked=True)
async def reset_password(ctx: MutationContext, input: ResetPasswordInput) -> Mapping[str, Any]:
    """Set a new password with the code that was sent. Every session of the account ends."""
    await reset_password_command(
        ctx.tx,
        ctx.actor,
        keyring=ctx.services.keyring,
        data_keys=ctx.services.data_keys,
        login=input.login,
        code=input.code,
        new_password=input.new_password,
    )
    return {}


@mutation(permission=PUBLIC, while_locked=True)
async def request_sign_up(ctx: MutationContext, input: RequestSignUpInput) -> Mapping[str, Any]:
    """Have a code sent to a login that one wants to make an account with."""
    await request_sign_up_command(ctx.tx, ctx.actor, keyring=ctx.services.keyring, login=input.login)
    return {}


@mutation(permission=PUBLIC, while_locked=True, payload=ANSWER)
async def sign_up(ctx: MutationContext, input: SignUpInput) -> Mapping[str, Any]:
    """Make an account for oneself and sign in; one has no place yet and may apply for a merchant."""
    opened = await sign_up_command(
        ctx.tx,
        ctx.actor,
        keyring=ctx.services.keyring,
        data_keys=ctx.services.data_keys,
        box=ctx.services.box,
        login=input.login,
        code=input.code,
        display_name=input.display_name,
        password=input.password,
        wish=Wish(input.kind),
    )
    return _answer(ctx, SignIn.done(opened))


def hand_over(ctx: MutationContext, issued: IssuedSession) -> SessionTokens | None:
    """Give a session's secret to its owner: in a cookie once it is committed, or as tokens."""
    if issued.kind is SessionKind.COOKIE:
        cookie = session_cookie(issued, production=ctx.services.settings.production)
        ctx.tx.after_commit(lambda: ctx.graph.cookies.append(cookie))
    return SessionTokens.of(issued)


def _wish(given: SignInInput) -> Wish:
    membership = given.membership_id
    try:
        wanted = membership.of(MEMBER).id if membership is not None else None
    except NotFound:
        wanted = None
    return Wish(given.kind, wanted, given.template)


def _answer(ctx: MutationContext, answer: SignIn) -> Mapping[str, Any]:
    opened = answer.opened
    if opened is None:
        return {"step": answer.step, "ticket": answer.ticket}
    here = opened.membership
    return {
        "step": answer.step,
        "tokens": hand_over(ctx, opened.issued),
        "membership": OwnMembership.of(here, ctx.locale) if here else None,
        "memberships": [OwnMembership.of(choice, ctx.locale) for choice in opened.choices],
    }
