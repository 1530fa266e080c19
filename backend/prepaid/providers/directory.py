"""The bank's own directory: sign-in by OpenID Connect (authorization code with PKCE, state and nonce)."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, Protocol, Self
from urllib.parse import urlencode, urlsplit

import httpx

from prepaid.core.settings import Settings
from prepaid.providers.id_token import IdTokenInvalid, SigningKeys, verified_claims

TIMEOUT_SECONDS: Final = 5.0
SCOPES: Final = "openid profile email"
SECOND_FACTORS: Final = frozenset({"mfa", "otp", "hwk", "swk", "fpt", "face", "sc"})
"""Authentication methods (RFC 8176) that a directory proves a second factor by."""


class DirectoryUnavailable(Exception):
    """The directory does not answer, or not as OpenID Connect has it."""


class DirectoryRefused(Exception):
    """The directory does not vouch for this visitor, or its answer does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What ties the answer of the directory to the browser that asked; kept by that browser."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Self:
        return cls(state=secrets.token_urlsafe(32), nonce=secrets.token_urlsafe(32), verifier=secrets.token_urlsafe(48))

    @property
    def challenge(self) -> str:
        """PKCE, method S256 (RFC 7636, 4.2)."""
        return base64.urlsafe_b64encode(sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryIdentity:
    """Whom the directory vouches for."""

    issuer: str
    subject: str
    email: str | None = None
    """Only when the directory has verified it."""
    name: str | None = None
    second_factor: bool = False

    @property
    def key(self) -> str:
        """`issuer|subject`: the only pair that is never given to another person."""
        return f"{self.issuer}|{self.subject}"


class Directory(Protocol):
    """A directory that people sign in at."""

    async def sign_in_address(self, visit: Visit, *, return_address: str) -> str:
        """Where to send the browser. Raises `DirectoryUnavailable`."""
        ...

    async def identity(self, visit: Visit, *, code: str, return_address: str) -> DirectoryIdentity:
        """Exchange the code that the browser came back with. Raises `DirectoryUnavailable`, `DirectoryRefused`."""
        ...


class OidcDirectory:
    """Client of one OpenID provider; its metadata are found by discovery and kept for the life of the process."""

    def __init__(self, issuer: str, client_id: str, client_secret: str | None) -> None:
        self.issuer = issuer
        self._client_id = client_id
        self._secret = client_secret
        self._client = httpx.AsyncClient(timeout=TIMEOUT_SECONDS, trust_env=False)
        self._metadata: Mapping[str, Any] | None = None
        self._keys: SigningKeys | None = None

    @staticmethod
    def configured(settings: Settings) -> bool:
        """Whether there is one."""
        return settings.oidc_issuer is not None and settings.oidc_client_id is not None

    @classmethod
    def of(cls, settings: Settings) -> Self | None:
        """The configured directory, or None."""
        if settings.oidc_issuer is None or settings.oidc_client_id is None:
            return None
        secret = settings.oidc_client_secret
        return cls(settings.oidc_issuer, settings.oidc_client_id, secret.get_secret_value() if secret else None)

    async def sign_in_address(self, visit: Visit, *, return_address: str) -> str:
        parameters = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": return_address,
            "scope": SCOPES,
            "state": visit.state,
            "nonce": visit.nonce,
            "code_challenge": visit.challenge,
            "code_challenge_method": "S256",
        }
        return f"{await self._endpoint('authorization_endpoint')}?{urlencode(parameters)}"

    async def identity(self, visit: Visit, *, code: str, return_address: str) -> DirectoryIdentity:
        token = await self._exchange(visit, code, return_address)
        keys = await self._signing_keys()
        try:
            claims = await verified_claims(
                token, keys, issuer=self.issuer, client_id=self._client_id, nonce=visit.nonce
            )
        except IdTokenInvalid as error:
            raise DirectoryRefused(str(error)) from error
        methods = claims.get("amr")
        return DirectoryIdentity(
            issuer=self.issuer,
            subject=claims["sub"],
            email=_text(claims.get("email")) if claims.get("email_verified") is True else None,
            name=_text(claims.get("name")),
            second_factor=isinstance(methods, list) and not SECOND_FACTORS.isdisjoint(map(str, methods)),
        )

    async def close(self) -> None:
        await self._client.aclose()

    async def _exchange(self, visit: Visit, code: str, return_address: str) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": return_address,
            "client_id": self._client_id,
            "code_verifier": visit.verifier,
        }
        login = httpx.BasicAuth(self._client_id, self._secret) if self._secret else httpx.USE_CLIENT_DEFAULT
        try:
            response = await self._client.post(await self._endpoint("token_endpoint"), data=form, auth=login)
        except httpx.HTTPError as error:
            raise DirectoryUnavailable(type(error).__name__) from error
        if response.is_server_error:
            raise DirectoryUnavailable(f"HTTP {response.status_code}")
        answer = _object(response)
        token = answer.get("id_token")
        if not response.is_success or not isinstance(token, str):
            raise DirectoryRefused(f"no ID token: {_text(answer.get('error')) or response.status_code}")
        return token

    async def _endpoint(self, name: str) -> str:
        if self._metadata is None:
            self._metadata = await self._discover()
        address = self._metadata.get(name)
        if not isinstance(address, str) or urlsplit(address).scheme != urlsplit(self.issuer).scheme:
            raise DirectoryUnavailable(f"no usable {name}")
        return address

    async def _discover(self) -> Mapping[str, Any]:
        metadata = await self._get(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if metadata.get("issuer") != self.issuer:
            raise DirectoryUnavailable("the metadata are another issuer's")
        return metadata

    async def _signing_keys(self) -> SigningKeys:
        if self._keys is None:
            address = await self._endpoint("jwks_uri")
            self._keys = SigningKeys(lambda: self._get(address))
        return self._keys

    async def _get(self, address: str) -> Mapping[str, Any]:
        try:
            response = await self._client.get(address)
        except httpx.HTTPError as error:
            raise DirectoryUnavailable(type(error).__name__) from error
        if not response.is_success:
            raise DirectoryUnavailable(f"HTTP {response.status_code}")
        return _object(response)


def _object(response: httpx.Response) -> Mapping[str, Any]:
    try:
        body = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise DirectoryUnavailable("no JSON object")
    return body


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
