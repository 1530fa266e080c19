"""Root fields about the caller himself."""

import strawberry

from prepaid.core.actor import Actor
from prepaid.domains.identity.graph.session_types import Me, OwnAccount, OwnMembership, OwnSecondFactor, Session
from prepaid.domains.identity.reads.own_standing import OwnStanding, own_sessions, own_standing
from prepaid.domains.identity.rules.own_session import account_of
from prepaid.domains.identity.rules.session_life import STEP_UP
from prepaid.graph.types import PUBLIC, SIGNED_IN, Info, query_field
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId
from prepaid.providers.directory import OidcDirectory


@query_field(permission=SIGNED_IN, while_locked=True)
async def me(info: Info) -> Me:
    """The caller: account, memberships, grants; also while the screen is locked or a second factor is due."""
    actor = info.context.actor
    standing = await own_standing(info.context.database, actor)
    account = _account(actor, standing) if standing else None
    here = standing.membership_id if standing else None
    places = account.memberships if account else []
    stepped_up = actor.stepped_up_at
    return Me(
        account=account,
        membership=next((place for place in places if here and GlobalId.decode(place.id).id == here), None),
        template=actor.template,
        scope=actor.scope,
        grants=[] if actor.locked else sorted(actor.grants.codes),
        locked=actor.locked,
        stepped_up_until=stepped_up + STEP_UP if stepped_up else None,
    )


@strawberry.type(description="How people sign in to this installation.")
class SignInOptions:
    """What a sign-in page offers."""

    directory: bool = strawberry.field(
        description="Whether the bank's own directory (OpenID Connect) is configured: GET /auth/directory/start"
    )


@query_field(permission=PUBLIC)
async def sign_in_options(info: Info) -> SignInOptions:
    """How people sign in here; asked before anybody is signed in."""
    return SignInOptions(directory=OidcDirectory.configured(info.context.services.settings))


@query_field(permission=SIGNED_IN)
async def my_sessions(info: Info) -> list[Session]:
    """The caller's open sessions, the last used one first."""
    actor = info.context.actor
    rows = await own_sessions(info.context.database, account_of(actor))
    return [Session.of(row, actor.session_id) for row in rows]


def _account(actor: Actor, standing: OwnStanding) -> OwnAccount:
    return OwnAccount(
        id=strawberry.ID(GlobalId("Account", PLATFORM_TENANT, standing.account_id).encode()),
        display_name=standing.display_name,
        phone=standing.phone_masked,
        email=standing.email_masked,
        locale=standing.locale,
        has_password=standing.has_password,
        has_pin=standing.has_pin,
        second_factor=OwnSecondFactor(
            enrolled=standing.has_totp, due=actor.second_factor_due, recovery_codes_left=standing.recovery_codes
        ),
        memberships=[OwnMembership.of(choice, actor.locale) for choice in standing.memberships],
        session_expires_at=standing.session_expires_at,
    )
