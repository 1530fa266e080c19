"""The directory client: against an independent OpenID provider, and against every forged ID token we could think of."""

import base64
import hmac
import json
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from prepaid.kit import clock
from prepaid.providers.directory import (
    DirectoryRefused,
    DirectoryUnavailable,
    OidcDirectory,
    Visit,
)
from tests.support.openid_provider import (
    ForgingProvider,
    User,
    forging_provider,
    openid_provider,
    visit_as,
)

RETURN = "http://127.0.0.1:8000/auth/directory/callback"
WANG = User(
    sub="wang", claims={"email": "wang@bank.example", "email_verified": True, "name": "王芳", "amr": ["pwd", "otp"]}
)
LI = User(sub="li", claims={"email": "li@bank.example"})


async def test_a_person_signs_in_at_an_independent_provider() -> None:
    with openid_provider([WANG, LI]) as issuer:
        directory = OidcDirectory(issuer, "prepaid", "secret")
        visit = Visit.new()
        answer = await visit_as("wang", await directory.sign_in_address(visit, return_address=RETURN))
        assert answer["state"] == visit.state
        wang = await directory.identity(visit, code=answer["code"], return_address=RETURN)
        assert (wang.key, wang.email, wang.name) == (f"{issuer}|wang", "wang@bank.example", "王芳")

        other = Visit.new()
        answer = await visit_as("li", await directory.sign_in_address(other, return_address=RETURN))
        li = await directory.identity(other, code=answer["code"], return_address=RETURN)
        assert li.email is None, "an address that the directory has not verified proves nothing"
        with pytest.raises(DirectoryRefused):
            await directory.identity(other, code=answer["code"], return_address=RETURN)
        await directory.close()


async def test_a_code_of_another_visit_is_refused() -> None:
    with openid_provider([WANG]) as issuer:
        directory = OidcDirectory(issuer, "prepaid", None)
        answer = await visit_as("wang", await directory.sign_in_address(Visit.new(), return_address=RETURN))
        with pytest.raises(DirectoryRefused):
            await directory.identity(Visit.new(), code=answer["code"], return_address=RETURN)
        await directory.close()


@pytest.fixture
async def provider() -> AsyncIterator[ForgingProvider]:
    async with forging_provider() as provider:
        yield provider


@pytest.fixture
async def directory(provider: ForgingProvider) -> AsyncIterator[OidcDirectory]:
    directory = OidcDirectory(provider.issuer, "prepaid", "secret")
    yield directory
    await directory.close()


VISIT = Visit.new()
STRANGERS_KEY = RSAKey.generate_key(2048)


def claims(provider: ForgingProvider, **changes: Any) -> dict[str, Any]:
    now = int(clock.now().timestamp())
    good = {
        "iss": provider.issuer, "sub": "wang", "aud": "prepaid", "nonce": VISIT.nonce, "iat": now, "exp": now + 300,
        "amr": ["mfa"],
    }  # fmt: skip
    return {name: value for name, value in {**good, **changes}.items() if value is not None}


def signed(provider: ForgingProvider, *, header: dict[str, Any] | None = None, **changes: Any) -> str:
    return jwt.encode({"alg": "RS256", "kid": "k1", **(header or {})}, claims(provider, **changes), provider.key)


def encoded(part: object) -> str:
    raw = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unsigned(provider: ForgingProvider, **header: Any) -> str:
    return f"{encoded(header)}.{encoded(claims(provider))}."


def with_public_key_as_secret(provider: ForgingProvider) -> str:
    # By hand: the library refuses to make this attack.
    signed_part = f"{encoded({'alg': 'HS256', 'kid': 'k1'})}.{encoded(claims(provider))}"
    signature = hmac.digest(provider.key.as_pem(private=False), signed_part.encode(), "sha256")
    return f"{signed_part}.{encoded(signature)}"


def by_stranger(provider: ForgingProvider, **header: Any) -> str:
    return jwt.encode({"alg": "RS256", **header}, claims(provider), STRANGERS_KEY)


def tampered(provider: ForgingProvider) -> str:
    head, _, signature = signed(provider).split(".")
    return ".".join([head, encoded(claims(provider, sub="boss")), signature])


HOUR = 3600
FORGERIES: dict[str, Callable[[ForgingProvider], str]] = {
    "no signature, alg none": lambda p: unsigned(p, alg="none"),
    "no signature, alg None": lambda p: unsigned(p, alg="None", kid="k1"),
    "no signature, alg RS256": lambda p: unsigned(p, alg="RS256", kid="k1"),
    "public key as shared secret": with_public_key_as_secret,
    "stranger's key under a known kid": lambda p: by_stranger(p, kid="k1"),
    "stranger's key, no kid": by_stranger,
    "kid is a path": lambda p: by_stranger(p, kid="../../../../dev/null"),
    "kid is SQL": lambda p: by_stranger(p, kid="k1' UNION SELECT 'x"),
    "kid is not text": lambda p: unsigned(p, alg="RS256", kid={"a": 1}),
    "own key in the header": lambda p: by_stranger(p, kid="k2", jwk=STRANGERS_KEY.as_dict(private=False)),
    "own key set in the header": lambda p: by_stranger(p, kid="k2", jku="http://127.0.0.1:9/keys"),
    "claims changed": tampered,
    "expired": lambda p: signed(p, exp=int(clock.now().timestamp()) - 61),
    "no expiry": lambda p: signed(p, exp=None),
    "expiry is text": lambda p: signed(p, exp="never"),
    "issued in the future": lambda p: signed(p, iat=int(clock.now().timestamp()) + HOUR),
    "not valid yet": lambda p: signed(p, nbf=int(clock.now().timestamp()) + HOUR),
    "another audience": lambda p: signed(p, aud="somebody"),
    "no audience": lambda p: signed(p, aud=None),
    "several audiences, written for another": lambda p: signed(p, aud=["prepaid", "other"], azp="other"),
    "several audiences, for nobody": lambda p: signed(p, aud=["prepaid", "other"]),
    "another issuer": lambda p: signed(p, iss="https://evil.example"),
    "no issuer": lambda p: signed(p, iss=None),
    "another visit's nonce": lambda p: signed(p, nonce="other"),
    "no nonce": lambda p: signed(p, nonce=None),
    "no subject": lambda p: signed(p, sub=None),
    "empty subject": lambda p: signed(p, sub=""),
    "an access token": lambda p: signed(p, header={"typ": "at+jwt"}),
    "a refresh token": lambda p: signed(p, header={"typ": "refresh"}),
    "not a token": lambda _: "not.a.token",
    "three empty parts": lambda _: "..",
    "header is a list": lambda _: "W10.e30.e30",
    "header is not text": lambda _: "_w.e30.e30",
    "too long": lambda p: signed(p, extra="x" * 20_000),
    "lone surrogate": lambda _: "\udc00.e30.e30",
}


async def test_a_genuine_token_holds(provider: ForgingProvider, directory: OidcDirectory) -> None:
    provider.token = signed(provider)
    identity = await directory.identity(VISIT, code="c", return_address=RETURN)
    assert (identity.subject, identity.second_factor) == ("wang", True)


@pytest.mark.parametrize("forgery", FORGERIES)
async def test_a_forged_token_is_refused(provider: ForgingProvider, directory: OidcDirectory, forgery: str) -> None:
    provider.token = FORGERIES[forgery](provider)
    with pytest.raises(DirectoryRefused):
        await directory.identity(VISIT, code="c", return_address=RETURN)


async def test_a_new_key_is_found_and_unknown_ones_do_not_make_us_ask_again_and_again(
    provider: ForgingProvider, directory: OidcDirectory
) -> None:
    provider.token = signed(provider)
    await directory.identity(VISIT, code="c", return_address=RETURN)
    for _ in range(5):
        provider.token = by_stranger(provider, kid="unknown")
        with pytest.raises(DirectoryRefused):
            await directory.identity(VISIT, code="c", return_address=RETURN)
    assert provider.keys_asked == 1
    provider.key = RSAKey.generate_key(2048, {"kid": "k2", "use": "sig"})
    with clock.travel(timedelta(minutes=2)):
        provider.token = jwt.encode({"alg": "RS256", "kid": "k2"}, claims(provider), provider.key)
        await directory.identity(VISIT, code="c", return_address=RETURN)
    assert provider.keys_asked == 2


@pytest.mark.parametrize(
    "metadata", [{"issuer": "https://evil.example"}, {"token_endpoint": None}, {"token_endpoint": "file:///etc/passwd"}]
)
async def test_metadata_that_do_not_fit_are_not_used(
    provider: ForgingProvider, directory: OidcDirectory, metadata: dict[str, Any]
) -> None:
    provider.token, provider.metadata = signed(provider), metadata
    with pytest.raises(DirectoryUnavailable):
        await directory.identity(VISIT, code="c", return_address=RETURN)


async def test_a_directory_that_does_not_answer_is_unavailable() -> None:
    directory = OidcDirectory("http://127.0.0.1:9", "prepaid", None)
    with pytest.raises(DirectoryUnavailable):
        await directory.sign_in_address(Visit.new(), return_address=RETURN)
    await directory.close()
