"""The trade bill (交易账单): a CSV file with a backtick before every value, amounts in yuan."""

import csv
import gzip
import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from prepaid.kit.clock import SHANGHAI
from prepaid.kit.money import parse_yuan
from prepaid.providers.payments import BillLine, BillLineKind, ProviderUntrusted

AT: Final = "交易时间"
PAYEE: Final = "特约商户号"
CHARGE: Final = "商户订单号"
CHARGE_ID: Final = "微信订单号"
REFUND: Final = "商户退款单号"
REFUND_ID: Final = "微信退款单号"
CHARGED: Final = "订单金额"
REFUNDED: Final = "申请退款金额"
FEE: Final = "手续费"
STATE: Final = "交易状态"
COLUMNS: Final = frozenset({AT, PAYEE, CHARGE, CHARGE_ID, REFUND, REFUND_ID, CHARGED, REFUNDED, FEE, STATE})
SUMMARY: Final = "总交易单数"
LARGEST_BYTES: Final = 512 * 1024 * 1024

_PADDED = re.compile(r"(\.\d\d)0+$")


def unpacked(packed: bytes, sha1_hex: str) -> str:
    """The bill's text.

    Raises:
        ProviderUntrusted: damaged, or not the file that the provider's signed answer named.
    """
    try:
        plain = gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed
        text = plain.decode("utf-8-sig")
    except (OSError, EOFError, ValueError) as error:
        raise ProviderUntrusted(f"the bill is damaged: {type(error).__name__}") from None
    if hashlib.sha1(plain, usedforsecurity=False).hexdigest() != sha1_hex.lower():
        raise ProviderUntrusted("the bill is not the announced file")
    return text


def bill_lines(text: str) -> list[BillLine]:
    """All lines of a bill of type ALL; their number must be the one that its summary tells.

    Raises:
        ProviderUntrusted: not a whole bill of the known form.
    """
    rows = csv.reader(text.splitlines())
    try:
        header = next(rows)
        if not set(header) >= COLUMNS:
            raise ValueError("columns")
        lines, summary = _read(rows, header)
        if int(_bare(summary[0])) != len(lines):
            raise ValueError("number of lines")
    except (StopIteration, ValueError, KeyError, IndexError) as error:
        raise ProviderUntrusted(f"a bill of an unknown form: {error}") from None
    return lines


def _read(rows: Iterator[list[str]], header: list[str]) -> tuple[list[BillLine], list[str]]:
    lines: list[BillLine] = []
    for row in rows:
        if row and row[0].lstrip("﻿") == SUMMARY:
            return lines, next(rows)
        lines.append(_line({name: _bare(value) for name, value in zip(header, row, strict=True)}))
    raise ValueError("no summary")


def _line(row: Mapping[str, str]) -> BillLine:
    refund = row[STATE] == "REFUND"
    if not refund and row[STATE] != "SUCCESS":
        raise ValueError(f"state {row[STATE]}")
    return BillLine(
        kind=BillLineKind.REFUND if refund else BillLineKind.CHARGE,
        reference=row[REFUND] if refund else row[CHARGE],
        charge_reference=row[CHARGE],
        payee=row[PAYEE],
        amount_fen=_fen(row[REFUNDED] if refund else row[CHARGED]),
        fee_fen=_fen(row[FEE]),
        provider_reference=row[REFUND_ID] if refund else row[CHARGE_ID],
        at=datetime.fromisoformat(row[AT]).replace(tzinfo=SHANGHAI),
    )


def _bare(value: str) -> str:
    return value.removeprefix("`").strip()


def _fen(yuan: str) -> int:
    """Fees have five decimals, of which the provider charges whole fen: the others are zeros."""
    shortened = _PADDED.sub(r"\1", yuan)
    return 0 if shortened in ("-0.00", "-0") else parse_yuan(shortened)
