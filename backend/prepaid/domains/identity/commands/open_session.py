"""Opening a session once a person has proven who he is."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import SecretBox
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.revoke_session import revoke
from prepaid.domains.identity.models import UserSession
from prepaid.domains.identity.reads.membership_choices import MembershipChoice, choose, last_used, membership_choices
from prepaid.domains.identity.rules.bearer_secrets import new_session_secret, secret_hash
from prepaid.domains.identity.rules.session_life import ABSOLUTE, BEARER_ACCESS, SessionKind
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

REFRESH_PURPOSE = "session.refresh"


@dataclass(frozen=True, slots=True)
class IssuedSession:
    """The secrets of a session, known this once."""

    id: UUID
    kind: SessionKind
    secret: str
    expires_at: datetime
    access_expires_at: datetime | None = None
    """Of a bearer session: when `secret` needs a refresh."""
    refresh_token: str | None = None


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A session with the membership it acts in, and what else could have been chosen."""

    issued: IssuedSession
    membership: MembershipChoice | None
    choices: tuple[MembershipChoice, ...]
    second_factor_due: bool
    """The membership's platform asks for a second factor that this account does not have yet."""


@dataclass(frozen=True, slots=True)
class Wish:
    """In which form a session is asked for, and where it should act."""

    kind: SessionKind = SessionKind.COOKIE
    membership_id: UUID | None = None
    template: str | None = None


async def open_session(
    tx: WriteSession, actor: Actor, *, box: SecretBox, account_id: UUID, wish: Wish, second_factor: bool
) -> OpenedSession:
    """Open a session of 8 hours; one that the same browser held before ends.

    `actor` is the caller before, usually anonymous. An unknown wish for a membership is no refusal: the last
    used one is taken, as for somebody who has left a merchant.
    """
    async with tx.under(DbRole.IDENTITY):
        source = await tx.raw()
        choices = await membership_choices(source, account_id)
        used = await last_used(source, account_id)
        membership = choose(choices, wanted=wish.membership_id, template=wish.template, used=used) or choose(
            choices, wanted=None, template=wish.template, used=used
        )
        if actor.session_id is not None:
            await revoke(tx, UserSession.id == actor.session_id, reason="REPLACED")
        issued = _issue(box, wish.kind)
        now = clock.now()
        tx.add(
            UserSession(
                id=issued.id,
                account_id=account_id,
                kind=wish.kind.value,
                secret_hash=secret_hash(issued.secret),
                refresh_hash=secret_hash(issued.refresh_token) if issued.refresh_token else None,
                access_expires_at=issued.access_expires_at,
                membership_merchant_id=membership.merchant_id if membership else None,
                membership_id=membership.id if membership else None,
                address=actor.address,
                device=actor.device,
                created_at=now,
                last_seen_at=now,
                expires_at=issued.expires_at,
                second_factor_at=now if second_factor else None,
            )
        )
        _act_as(tx, account_id, membership)
        await audit.record(
            tx,
            "session.opened",
            object_type="Account",
            object_id=account_id,
            tenant=membership.merchant_id if membership else PLATFORM_TENANT,
            after={"session": issued.id, "kind": wish.kind, "second_factor": second_factor},
        )
    due = membership is not None and membership.second_factor_required and not second_factor
    return OpenedSession(issued, membership, tuple(choices), due)


def _issue(box: SecretBox, kind: SessionKind) -> IssuedSession:
    now, session_id = clock.now(), uuid7()
    if kind is SessionKind.COOKIE:
        return IssuedSession(session_id, kind, new_session_secret(), now + ABSOLUTE)
    return IssuedSession(
        session_id,
        kind,
        new_session_secret(),
        now + ABSOLUTE,
        now + BEARER_ACCESS,
        new_refresh_token(box, session_id, now + ABSOLUTE),
    )


def new_refresh_token(box: SecretBox, session_id: UUID, expires_at: datetime) -> str:
    """A token good for one refresh. It is signed, so that every older one can be told from a forged one."""
    payload = {"s": session_id.hex, "n": new_session_secret()}
    return box.sign(REFRESH_PURPOSE, payload, expires_at - clock.now())


def _act_as(tx: WriteSession, account_id: UUID, membership: MembershipChoice | None) -> None:
    """From here on the audit names the person who has just proven himself."""
    tx.info["actor"] = replace(
        tx.actor,
        account_id=account_id,
        membership_id=membership.id if membership else None,
        template=membership.template if membership else None,
    )
