"""The provider over HTTP: signed instructions, queries and lists; open books for tests and people."""

import asyncio
import json
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from prepaid.providers.custody_signature import FRESH_SECONDS, RequestHeader, SignatureInvalid, SigningKey
from prepaid.providers.custody_wallet import WalletReceipt, WalletRefused
from prepaid.sandbox.custody.books import Books
from prepaid.sandbox.custody.journal import Journal
from prepaid.sandbox.custody.messages import instruction_of, move_json, receipt_json
from prepaid.sandbox.custody.oddities import OddAnswer, Oddities
from prepaid.sandbox.custody.page import page

LONGEST_LIST: Final = 5_000
REMEMBERED_NONCES: Final = 100_000


class CustodyProvider:
    """One provider with its own key and books. Instructions are carried out one after the other."""

    def __init__(self, key: SigningKey, journal: Path | None = None) -> None:
        self.books = Books()
        self.oddities = Oddities()
        self._key = key
        self._journal = Journal(journal)
        self._nonces: dict[str, None] = {}
        self._turn = asyncio.Lock()
        for body in self._journal.lines():
            self.books.carry_out(instruction_of(body))
        self.routes = [
            Route("/custody/v1/instructions", self.instruct, methods=["POST"]),
            Route("/custody/v1/instructions/{reference:uuid}", self.query, methods=["GET"]),
            Route("/custody/v1/moves", self.list_moves, methods=["GET"]),
            Route("/custody", self.show, methods=["GET"]),
            Route("/custody/books", self.open_books, methods=["GET"]),
            Route("/custody/oddity", self.oddities.switch, methods=["PUT", "DELETE"]),
        ]

    async def instruct(self, request: Request) -> Response:
        """200 with a receipt, 422 with the code of a refusal, 401 unsigned."""
        body = await request.body()
        try:
            nonce = self._authentic(request, body)
        except SignatureInvalid as error:
            return JSONResponse({"error": str(error)}, 401)
        try:
            wanted = json.loads(body)
            instruction = instruction_of(wanted)
        except (ValueError, TypeError, KeyError):
            return self._signed(nonce, {"code": "MALFORMED"}, 422)
        odd = self.oddities.take(instruction.act)
        if odd is OddAnswer.REFUSED:
            return self._signed(nonce, {"code": "REFUSED"}, 422)
        async with self._turn:
            try:
                receipt, just_now = self.books.carry_out(instruction)
            except WalletRefused as refusal:
                return self._signed(nonce, {"code": refusal.code}, 422)
            if just_now:
                self._journal.append(wanted)
        if odd is OddAnswer.TWICE:
            receipt, just_now = self.books.carry_out(instruction)
        return self._receipt(nonce, receipt, odd, repeated=not just_now)

    async def query(self, request: Request) -> Response:
        try:
            nonce = self._authentic(request, b"")
        except SignatureInvalid as error:
            return JSONResponse({"error": str(error)}, 401)
        known = self.books.carried_out.get(request.path_params["reference"])
        if known is None:
            return self._signed(nonce, {"state": "UNKNOWN"})
        return self._signed(nonce, receipt_json(known.receipt, repeated=True))

    async def list_moves(self, request: Request) -> Response:
        try:
            nonce = self._authentic(request, b"")
        except SignatureInvalid as error:
            return JSONResponse({"error": str(error)}, 401)
        try:
            after = int(request.query_params.get("after", "0"))
            limit = min(int(request.query_params.get("limit", "500")), LONGEST_LIST)
        except ValueError:
            return self._signed(nonce, {"code": "MALFORMED"}, 422)
        page = self.books.moves[max(after, 0) :][: max(limit, 0)]
        return self._signed(nonce, {"moves": [move_json(move) for move in page]})

    async def show(self, _: Request) -> Response:
        return HTMLResponse(page(self.books, self.oddities.on))

    async def open_books(self, _: Request) -> Response:
        """Wallets and all moves, without a signature: for tests and people."""
        wallets = {
            str(wallet_id): {
                "account": str(wallet.account),
                "held_fen": wallet.held_fen,
                "frozen": wallet.frozen,
                "closed": wallet.closed,
                "custody_bps": wallet.terms.custody_bps,
            }
            for wallet_id, wallet in self.books.wallets.items()
        }
        accounts = [str(account) for account in self.books.accounts]
        moves = [move_json(move) for move in self.books.moves]
        return JSONResponse({"accounts": accounts, "wallets": wallets, "moves": moves})

    def _authentic(self, request: Request, body: bytes) -> str:
        """The nonce of a request that is signed, fresh and new."""
        header = RequestHeader.parse(request.headers.get("authorization", ""))
        if header.key_id != self._key.key_id:
            raise SignatureInvalid("unknown key")
        query = request.url.query
        target = f"{request.url.path}?{query}" if query else request.url.path
        self._key.verify_request(header, request.method, target, body)
        if header.nonce in self._nonces:
            raise SignatureInvalid(f"the nonce was used within {FRESH_SECONDS} s")
        self._nonces[header.nonce] = None
        if len(self._nonces) > REMEMBERED_NONCES:
            del self._nonces[next(iter(self._nonces))]
        return header.nonce

    def _receipt(self, nonce: str, receipt: WalletReceipt, odd: OddAnswer | None, *, repeated: bool) -> Response:
        body = receipt_json(receipt, repeated=repeated)
        if odd is OddAnswer.WRONG_AMOUNT:
            body["moved_fen"] += 1
        if odd is OddAnswer.OTHER_REFERENCE:
            body["reference"] = str(uuid4())
        key = SigningKey(self._key.key_id, b"a stranger's") if odd is OddAnswer.FORGED else self._key
        return self._signed(nonce, body, key=key)

    def _signed(self, nonce: str, body: Any, status: int = 200, *, key: SigningKey | None = None) -> Response:
        content = json.dumps(body, separators=(",", ":")).encode()
        headers = (key or self._key).answer_headers(status, nonce, content)
        return Response(content, status, headers, "application/json")
