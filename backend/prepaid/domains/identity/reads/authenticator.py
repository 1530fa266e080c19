"""Who sends a request: session cookies, bearer tokens of sessions, API tokens of integrators."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any, Final

from starlette.requests import HTTPConnection

from prepaid.core.actor import ANONYMOUS, GATEKEEPER, Actor, Via
from prepaid.core.database import Database
from prepaid.core.errors import Unauthenticated
from prepaid.core.signals import Signals
from prepaid.domains.identity.errors.access import SessionRotated
from prepaid.domains.identity.reads.caller_rows import (
    SESSION_BY_ID,
    SESSION_BY_SECRET,
    TOKEN_BY_ID,
    TOKEN_BY_SECRET,
)
from prepaid.domains.identity.reads.callers import Resolver, just_replaced
from prepaid.domains.identity.reads.known_callers import Caller, KnownCallers
from prepaid.domains.identity.reads.last_seen import LastSeen
from prepaid.domains.identity.reads.policy_store import TOPIC, PolicyStore
from prepaid.domains.identity.rules.bearer_secrets import api_token_prefix, is_session_secret, secret_hash
from prepaid.domains.identity.rules.session_life import SessionKind
from prepaid.kit import clock

ROTATION_GRACE: Final = timedelta(minutes=1)


def session_cookie_name(*, production: bool) -> str:
    """`__Host-`: no subdomain and no plain HTTP can set it (RFC 6265bis, 4.1.3.2)."""
    return "__Host-sid" if production else "sid"


class Authenticator:
    """Resolves credentials to actors; one a process."""

    def __init__(self, database: Database, signals: Signals, policies: PolicyStore, *, production: bool) -> None:
        self.session_cookie = session_cookie_name(production=production)
        self._database = database
        self._policies = policies
        self._resolver = Resolver(policies)
        self._production = production
        self._known = KnownCallers()
        self._last_seen = LastSeen(database)
        signals.on(TOPIC, self._hear)
        signals.on_gap(self._forget_all)

    async def authenticate(self, connection: HTTPConnection, address: str | None = None) -> Actor:
        """The actor of the Authorization header, else of the session cookie; `ANONYMOUS` without either.

        `address` is the client's behind trusted proxies; without it that of the connection counts.

        Raises:
            Unauthenticated: credentials that are forged, expired, revoked, of another kind or from a place
                where they do not hold. Never taken for anonymous: a caller must notice.
        """
        header = connection.headers.get("authorization")
        if header is not None:
            scheme, _, secret = header.strip().partition(" ")
            if scheme.lower() != "bearer":
                raise Unauthenticated
            return await self._of_bearer(secret.strip(), address or _peer(connection))
        cookie = connection.cookies.get(self.session_cookie)
        return ANONYMOUS if cookie is None else await self._of_session(cookie, SessionKind.COOKIE)

    async def still_valid(self, actor: Actor) -> Actor | None:
        """The actor with today's grants, or None when his session or token has ended. Reads the tables."""
        if not actor.signed_in:
            return actor
        sql, row_id = (SESSION_BY_ID, actor.session_id) if actor.token_id is None else (TOKEN_BY_ID, actor.token_id)
        caller = await self._read(sql, row_id)
        if caller is None or self._over(caller):
            return None
        return replace(
            caller.actor,
            locale=actor.locale,
            address=actor.address,
            device=actor.device,
            request_id=actor.request_id,
        )

    async def close(self) -> None:
        """Write what is still to be written."""
        await self._last_seen.settle()

    async def _of_bearer(self, secret: str, address: str | None) -> Actor:
        if not secret.startswith("mk_"):
            return await self._of_session(secret, SessionKind.BEARER)
        if api_token_prefix(secret, live=self._production) is None:
            raise Unauthenticated
        caller = await self._resolve(TOKEN_BY_SECRET, secret_hash(secret))
        if not _allowed(address, caller.allowed_networks):
            raise Unauthenticated
        assert caller.actor.token_id is not None
        self._last_seen.note("token", caller.actor.token_id, clock.now(), None)
        return caller.actor

    async def _of_session(self, secret: str, kind: SessionKind) -> Actor:
        if not is_session_secret(secret):
            raise Unauthenticated
        caller = await self._resolve(SESSION_BY_SECRET, secret_hash(secret))
        if caller.actor.via is not (Via.COOKIE if kind is SessionKind.COOKIE else Via.BEARER):
            raise Unauthenticated
        assert caller.actor.session_id is not None
        self._last_seen.note("session", caller.actor.session_id, clock.now(), caller.life.last_seen_at)
        return caller.actor

    async def _resolve(self, sql: str, hashed: bytes) -> Caller:
        caller = self._known.get(hashed, self._policies.version)
        if caller is None:
            mark, version = self._known.mark(), self._policies.version
            caller = await self._read(sql, hashed)
            if caller is None:
                raise Unauthenticated
            if not (caller.actor.locked or caller.actor.second_factor_due):
                # What opens a locked screen must be seen at once by every process, so that state is not kept.
                self._known.put(hashed, version, caller, mark)
        if self._over(caller):
            raise Unauthenticated
        return caller

    async def _read(self, sql: str, key: Any) -> Caller | None:
        async with self._database.read(GATEKEEPER) as source:
            rows = await source.fetch(sql, key)
            if not rows:
                return None
            if "token_id" in rows[0].keys():  # noqa: SIM118 - a record's `in` looks at its values
                return await self._resolver.of_token(source, rows[0])
            if isinstance(key, bytes) and rows[0]["secret_hash"] != key:
                if just_replaced(rows[0], key, clock.now(), ROTATION_GRACE):
                    raise SessionRotated
                return None
            return await self._resolver.of_session(source, rows[0])

    def _over(self, caller: Caller) -> bool:
        session_id = caller.actor.session_id
        seen = self._last_seen.seen(session_id) if session_id is not None else None
        return caller.life.over(clock.now(), seen)

    async def _hear(self, payload: dict[str, Any]) -> None:
        self._known.forget(payload)

    async def _forget_all(self) -> None:
        self._known.forget({})


def _peer(connection: HTTPConnection) -> str | None:
    return connection.client.host if connection.client else None


def _allowed(address: str | None, networks: Iterable[str]) -> bool:
    networks = tuple(networks)
    if not networks:
        return True
    try:
        caller = ip_address(address or "")
    except ValueError:
        return False
    return any(caller in ip_network(network) for network in networks)
