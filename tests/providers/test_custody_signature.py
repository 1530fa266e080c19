"""Signatures of the custody protocol: one golden value, and every part of a message matters."""

import time

import pytest

from prepaid.providers.custody_signature import FRESH_SECONDS, RequestHeader, SignatureInvalid, SigningKey

KEY = SigningKey("k1", b"a secret of thirty-two characters")
TARGET = "/custody/v1/moves?after=0&limit=5"


def signed(method: str = "GET", target: str = TARGET, body: bytes = b"") -> RequestHeader:
    header, _ = KEY.request_header(method, target, body)
    return RequestHeader.parse(header)


def test_a_request_proves_itself() -> None:
    KEY.verify_request(signed(), "GET", TARGET, b"")


@pytest.mark.parametrize(
    ("method", "target", "body"),
    [("POST", TARGET, b""), ("GET", TARGET + "0", b""), ("GET", TARGET, b"x")],
    ids=["method", "target", "body"],
)
def test_every_part_of_a_request_is_signed(method: str, target: str, body: bytes) -> None:
    with pytest.raises(SignatureInvalid, match="another signature"):
        KEY.verify_request(signed(), method, target, body)


def test_another_key_is_no_proof() -> None:
    with pytest.raises(SignatureInvalid):
        SigningKey("k1", b"another").verify_request(signed(), "GET", TARGET, b"")


@pytest.mark.parametrize("text", ["", "Bearer x", 'PREPAID-HMAC-SHA256 key_id="k"', "PREPAID-HMAC-SHA256"])
def test_a_header_of_another_kind_is_unsigned(text: str) -> None:
    with pytest.raises(SignatureInvalid, match="unsigned"):
        RequestHeader.parse(text)


@pytest.mark.parametrize("seconds", [-FRESH_SECONDS - 2, FRESH_SECONDS + 2])
def test_a_request_of_another_time_is_refused(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    header, now = signed(), time.time()
    monkeypatch.setattr(time, "time", lambda: now + seconds)
    with pytest.raises(SignatureInvalid, match="too old"):
        KEY.verify_request(header, "GET", TARGET, b"")


def test_an_answer_belongs_to_one_request() -> None:
    headers = KEY.answer_headers(200, "nonce-a", b"{}")
    timestamp, signature = headers["x-custody-timestamp"], headers["x-custody-signature"]
    KEY.verify_answer(200, "nonce-a", b"{}", timestamp, signature)
    for status, nonce, body in ((422, "nonce-a", b"{}"), (200, "nonce-b", b"{}"), (200, "nonce-a", b"{ }")):
        with pytest.raises(SignatureInvalid):
            KEY.verify_answer(status, nonce, body, timestamp, signature)
    with pytest.raises(SignatureInvalid, match="unsigned"):
        KEY.verify_answer(200, "nonce-a", b"{}", None, None)


def test_the_signed_text_is_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    r"""Computed with openssl: a change of the text would lock out the other side.

    printf '200\n1700000000\nabc\n%s\n' "$(printf '{}' | sha256sum | cut -d' ' -f1)" | openssl dgst -sha256 -hmac secret
    """
    monkeypatch.setattr(time, "time", lambda: 1_700_000_000)
    headers = SigningKey("k", b"secret").answer_headers(200, "abc", b"{}")
    assert headers["x-custody-signature"] == "c7fa9d900455181d7dc0e0206cbf25b70d4874142b48f48050a6e8df3ab179aa"
