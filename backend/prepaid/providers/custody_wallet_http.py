"""Client of a custody provider that speaks signed JSON over HTTP."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Self
from urllib.parse import urlencode
from uuid import UUID

import httpx

from prepaid.core.settings import Settings
from prepaid.providers.custody_signature import ANSWER_HEADERS, SignatureInvalid, SigningKey
from prepaid.providers.custody_wallet import (
    CustodyWallets,
    ListedMove,
    Place,
    WalletAct,
    WalletInstruction,
    WalletReceipt,
    WalletRefused,
    WalletUnclear,
)

TIMEOUT_SECONDS: Final = 5.0
PREFIX: Final = "/custody/v1"
SHORTEST_SECRET: Final = 32
"""Characters; shorter than the output of the hash a key is the weakest part of a signature (RFC 2104, 3)."""
LARGEST_ANSWER_BYTES: Final = 4 * 1024 * 1024


class HttpCustodyWallets(CustodyWallets):
    """`POST /custody/v1/instructions`, `GET …/instructions/{reference}`, `GET …/moves?after=&limit=`.

    Whatever is not provably the provider's answer to this very request is unclear, whatever its status.
    """

    def __init__(self, base_url: str, key: SigningKey, *, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._key = key
        self._client = httpx.AsyncClient(base_url=base_url, timeout=timeout_seconds, trust_env=False)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The configured provider; outside production the sandbox when none is.

        Raises:
            ValueError: production names none, or has the sandbox's key.
        """
        secret = settings.custody_key.get_secret_value()
        if settings.production and (not settings.custody_url or len(secret) < SHORTEST_SECRET):
            raise ValueError("production needs PREPAID_CUSTODY_URL and PREPAID_CUSTODY_KEY")
        base_url = settings.custody_url or f"http://127.0.0.1:{settings.sandbox_port}"
        return cls(base_url, SigningKey(settings.custody_key_id, secret.encode()))

    async def carry_out(self, instruction: WalletInstruction) -> WalletReceipt:
        body = json.dumps(_instruction_json(instruction), separators=(",", ":")).encode()
        receipt = _receipt(await self._ask("POST", f"{PREFIX}/instructions", body))
        moved_fen = sum(move.amount_fen for move in instruction.moves)
        if receipt.reference != instruction.reference or receipt.moved_fen != moved_fen:
            raise WalletUnclear("the receipt is for something else")
        return receipt

    async def query(self, reference: UUID) -> WalletReceipt | None:
        answer = await self._ask("GET", f"{PREFIX}/instructions/{reference}")
        if answer.get("state") == "UNKNOWN":
            return None
        receipt = _receipt(answer)
        if receipt.reference != reference:
            raise WalletUnclear("the receipt is for something else")
        return receipt

    async def moves(self, *, after: int = 0, limit: int = 500) -> Sequence[ListedMove]:
        answer = await self._ask("GET", f"{PREFIX}/moves?{urlencode({'after': after, 'limit': limit})}")
        try:
            return [_listed(row) for row in answer["moves"]]
        except (KeyError, TypeError, ValueError) as error:
            raise WalletUnclear("malformed list") from error

    async def close(self) -> None:
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _ask(self, method: str, target: str, body: bytes = b"") -> Mapping[str, Any]:
        header, nonce = self._key.request_header(method, target, body)
        headers = {"authorization": header, "content-type": "application/json"}
        try:
            response = await self._client.request(method, target, content=body, headers=headers)
        except httpx.HTTPError as error:
            raise WalletUnclear(type(error).__name__) from None
        status, content = response.status_code, response.content
        if len(content) > LARGEST_ANSWER_BYTES:
            raise WalletUnclear("too long")
        try:
            self._key.verify_answer(status, nonce, content, *(response.headers.get(name) for name in ANSWER_HEADERS))
            answer = json.loads(content)
        except SignatureInvalid as error:
            raise WalletUnclear(f"HTTP {status}, {error}") from None
        except ValueError:
            raise WalletUnclear(f"HTTP {status}, no JSON") from None
        return _accepted(status, answer)


def _accepted(status: int, answer: Any) -> Mapping[str, Any]:
    if not isinstance(answer, dict):
        raise WalletUnclear(f"HTTP {status}, no JSON object")
    if status == 200:
        return answer
    code = answer.get("code")
    if status == 422 and isinstance(code, str):
        raise WalletRefused(code)
    raise WalletUnclear(f"HTTP {status}")


def _instruction_json(instruction: WalletInstruction) -> dict[str, Any]:
    terms = instruction.terms
    return {
        "reference": str(instruction.reference),
        "act": instruction.act.value,
        "account": str(instruction.account),
        "wallet": str(instruction.wallet) if instruction.wallet else None,
        "other_wallet": str(instruction.other_wallet) if instruction.other_wallet else None,
        "moves": [
            {"source": move.source.value, "target": move.target.value, "amount_fen": move.amount_fen}
            for move in instruction.moves
        ],
        "terms": {"custody_bps": terms.custody_bps, "holdback_bps": terms.holdback_bps} if terms else None,
        "evidence": instruction.evidence,
    }


def _receipt(answer: Mapping[str, Any]) -> WalletReceipt:
    try:
        return WalletReceipt(
            reference=UUID(answer["reference"]),
            number=_text(answer["number"]),
            moved_fen=_fen(answer["moved_fen"]),
            held_fen=_fen(answer["held_fen"]),
            at=datetime.fromisoformat(answer["at"]),
            repeated=answer["repeated"] is True,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WalletUnclear("malformed receipt") from error


def _listed(row: Mapping[str, Any]) -> ListedMove:
    return ListedMove(
        sequence=_fen(row["sequence"]),
        reference=UUID(row["reference"]),
        act=WalletAct(row["act"]),
        account=UUID(row["account"]),
        wallet=UUID(row["wallet"]),
        other_wallet=UUID(row["other_wallet"]) if row["other_wallet"] else None,
        source=Place(row["source"]),
        target=Place(row["target"]),
        amount_fen=_fen(row["amount_fen"]),
    )


def _fen(value: object) -> int:
    if type(value) is not int:
        raise TypeError("not an integer")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("not a text")
    return value
