"""What people read about themselves: account, memberships, sessions; and what signing in answers."""

from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry

from prepaid.core.actor import ScopeKind
from prepaid.core.errors import Locale
from prepaid.domains.identity.commands.open_session import IssuedSession
from prepaid.domains.identity.graph import enums as _enums  # noqa: F401 - names the enums
from prepaid.domains.identity.reads.membership_choices import MembershipChoice
from prepaid.domains.identity.rules.session_life import SessionKind
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId

SESSION = "Session"
MEMBER = "Member"


@strawberry.type(description="One of the caller's own memberships (成员身份): where he may act.")
class OwnMembership:
    """A membership to choose from."""

    id: strawberry.ID = strawberry.field(description="Global id of the member, for `switchMembership`")
    template: str = strawberry.field(description="Code of the platform")
    template_name: str = strawberry.field(description="Name of the platform, in the caller's language")
    place_name: str | None = strawberry.field(description="Merchant or operator; null for bank staff and consumers")
    merchant_id: strawberry.ID | None = strawberry.field(description="Global id of the merchant, of a merchant's staff")
    scope: ScopeKind = strawberry.field(description="Data scope")
    second_factor_required: bool = strawberry.field(description="Whether the platform asks for a second factor")
    idle_minutes: int = strawberry.field(description="Minutes after which an idle session ends there")

    @classmethod
    def of(cls, choice: MembershipChoice, locale: Locale) -> "OwnMembership":
        """As the schema shows it."""
        in_merchant = choice.merchant_id != PLATFORM_TENANT
        return cls(
            id=strawberry.ID(GlobalId(MEMBER, choice.merchant_id, choice.id).encode()),
            template=choice.template,
            template_name=choice.template_name_en if locale == "en" else choice.template_name_zh,
            place_name=choice.place_name,
            merchant_id=strawberry.ID(GlobalId("Merchant", PLATFORM_TENANT, choice.merchant_id).encode())
            if in_merchant
            else None,
            scope=choice.scope,
            second_factor_required=choice.second_factor_required,
            idle_minutes=choice.idle_minutes,
        )


@strawberry.type(description="The caller's second factor.")
class OwnSecondFactor:
    """State of the authenticator."""

    enrolled: bool = strawberry.field(description="An authenticator is enrolled")
    due: bool = strawberry.field(description="The platform asks for one: until it is enrolled nothing else is possible")
    recovery_codes_left: int = strawberry.field(description="Recovery codes that were not used yet")


@strawberry.type(description="The caller as a person, with his account (账户).")
class OwnAccount:
    """The account behind a session."""

    id: strawberry.ID = strawberry.field(description="Global id")
    display_name: str = strawberry.field(description="Name")
    phone: str | None = strawberry.field(description="Mobile number, masked")
    email: str | None = strawberry.field(description="E-mail address, masked")
    locale: str = strawberry.field(description="Language of messages: zh-CN or en")
    has_password: bool = strawberry.field(description="Signs in by password")
    has_pin: bool = strawberry.field(description="Has set the PIN that opens a locked screen")
    second_factor: OwnSecondFactor = strawberry.field(description="Second factor")
    memberships: list[OwnMembership] = strawberry.field(description="All places to act in, the oldest first")
    session_expires_at: datetime = strawberry.field(description="When this session ends at the latest")


@strawberry.type(description="Who asks, and what he may do.")
class Me:
    """The caller."""

    account: OwnAccount | None = strawberry.field(description="The person; null for a program's token")
    membership: OwnMembership | None = strawberry.field(description="Where this session acts")
    template: str | None = strawberry.field(description="Code of the platform that the grants belong to")
    scope: ScopeKind = strawberry.field(description="Data scope")
    grants: list[str] = strawberry.field(description="Codes of everything that is permitted now")
    locked: bool = strawberry.field(description="The screen is locked: only `unlockScreen` and `signOut` are answered")
    stepped_up_until: datetime | None = strawberry.field(description="How long the last step-up is good for")


@strawberry.type(description="A session (会话) of the caller's account.")
class Session:
    """A place where the account is signed in."""

    id: strawberry.ID = strawberry.field(description="Global id, for `revokeSession`")
    kind: SessionKind = strawberry.field(description="How its secret travels")
    current: bool = strawberry.field(description="It is the session that asks")
    device: str | None = strawberry.field(description="Program that signed in, as it named itself")
    address: str | None = strawberry.field(description="Network address of the sign-in")
    place_name: str | None = strawberry.field(description="Merchant or operator it acts in")
    created_at: datetime = strawberry.field(description="Sign-in")
    last_seen_at: datetime = strawberry.field(description="Last request, to the minute")
    expires_at: datetime = strawberry.field(description="End at the latest")
    locked: bool = strawberry.field(description="Its screen is locked")

    @classmethod
    def of(cls, row: Any, current: UUID | None) -> "Session":
        """As the schema shows a row of `own_sessions`."""
        return cls(
            id=strawberry.ID(GlobalId(SESSION, PLATFORM_TENANT, row["id"]).encode()),
            kind=SessionKind(row["kind"]),
            current=row["id"] == current,
            device=row["device"],
            address=row["address"],
            place_name=row["place_name"],
            created_at=row["created_at"],
            last_seen_at=row["last_seen_at"],
            expires_at=row["expires_at"],
            locked=row["locked_at"] is not None,
        )


@strawberry.type(description="The secrets of a bearer session; each is shown once.")
class SessionTokens:
    """What a program keeps."""

    access_token: str = strawberry.field(description="For `Authorization: Bearer …`")
    access_expires_at: datetime = strawberry.field(description="From then on `refreshSession` is needed")
    refresh_token: str | None = strawberry.field(description="Good for one refresh; null when the old one stays good")
    expires_at: datetime = strawberry.field(description="End of the session at the latest")

    @classmethod
    def of(cls, issued: IssuedSession) -> "SessionTokens | None":
        """None for a session whose secret travels in a cookie."""
        if issued.access_expires_at is None:
            return None
        return cls(
            access_token=issued.secret,
            access_expires_at=issued.access_expires_at,
            refresh_token=issued.refresh_token,
            expires_at=issued.expires_at,
        )
