"""Verifying an ID token (OpenID Connect Core 1.0, 3.1.3.7): fixed algorithms, the issuer's keys, every claim."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import extract_compact

from prepaid.kit import clock

ALGORITHMS: Final = ("RS256", "PS256", "ES256")
"""Signatures with a private key only: a public key can never be taken for a shared secret."""
KEY_TYPES: Final = frozenset({"RSA", "EC"})
CLOCK_SKEW_SECONDS: Final = 60
LONGEST_TOKEN: Final = 20_000
REFRESH_AFTER: Final = timedelta(minutes=1)
"""Forged tokens with unknown key ids must not make us ask the directory again and again."""


class IdTokenInvalid(Exception):
    """The token proves nothing. The text names the check that failed, never the token."""


class SigningKeys:
    """The directory's public keys; asked again when a token names a key that is not among them."""

    def __init__(self, fetch: Callable[[], Awaitable[Mapping[str, Any]]]) -> None:
        """`fetch` returns the JWK set as JSON."""
        self._fetch = fetch
        self._keys: KeySet | None = None
        self._fetched_at: datetime | None = None
        self._lock = asyncio.Lock()

    async def for_key_id(self, key_id: str | None) -> KeySet:
        """The keys, with this one if the directory has it now."""
        async with self._lock:
            if self._keys is None or (not self._holds(key_id) and self._stale()):
                self._keys = _usable(await self._fetch())
                self._fetched_at = clock.now()
            return self._keys

    def _holds(self, key_id: str | None) -> bool:
        assert self._keys is not None
        return key_id is None or any(key.kid == key_id for key in self._keys.keys)

    def _stale(self) -> bool:
        return self._fetched_at is None or clock.now() >= self._fetched_at + REFRESH_AFTER


async def verified_claims(token: str, keys: SigningKeys, *, issuer: str, client_id: str, nonce: str) -> dict[str, Any]:
    """The claims of a token that the issuer wrote for this client and this visit, not yet expired.

    Raises:
        IdTokenInvalid: anything is wrong with it.
    """
    if len(token) > LONGEST_TOKEN:
        raise IdTokenInvalid("too long")
    try:
        known = await keys.for_key_id(_key_id(token))
        decoded = jwt.decode(token, known, algorithms=list(ALGORITHMS))
        if str(decoded.header.get("typ", "JWT")).upper() != "JWT":
            raise IdTokenInvalid("another type of token")
        _registry(issuer, client_id, nonce).validate(decoded.claims)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        # joserfc reports a header that is not UTF-8 or not an object as plain ValueError or TypeError.
        raise IdTokenInvalid(type(error).__name__) from error
    claims: dict[str, Any] = decoded.claims
    if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != client_id:
        raise IdTokenInvalid("written for another party")
    return claims


def _registry(issuer: str, client_id: str, nonce: str) -> jwt.JWTClaimsRegistry:
    # joserfc checks no claim by itself; what is not listed as essential may be missing.
    return jwt.JWTClaimsRegistry(
        now=lambda: int(clock.now().timestamp()),
        leeway=CLOCK_SKEW_SECONDS,
        iss={"essential": True, "value": issuer},
        sub={"essential": True},
        aud={"essential": True, "value": client_id},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )


def _key_id(token: str) -> str | None:
    """The `kid` that the header claims; only compared with the key ids that the directory published."""
    key_id = extract_compact(token.encode()).headers().get("kid")
    return None if key_id is None else str(key_id)


def _usable(document: Mapping[str, Any]) -> KeySet:
    listed = document.get("keys")
    public = [
        key
        for key in (listed if isinstance(listed, list) else [])
        if isinstance(key, dict) and key.get("kty") in KEY_TYPES and key.get("use", "sig") == "sig" and "d" not in key
    ]
    return KeySet.import_key_set({"keys": public})
