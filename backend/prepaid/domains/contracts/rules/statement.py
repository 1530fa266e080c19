"""The words that a person agrees to with a signature, and those beside the seal."""

from datetime import datetime
from typing import Final

from prepaid.kit.clock import SHANGHAI

SHOWN_DIGITS: Final = 16


def statement(*, party_name: str, number: str, title: str, document_sha256: bytes) -> str:
    """The intent (电子签名法第十三条): who signs which bytes."""
    return (
        f"本人经授权代表{party_name}，已阅读合同《{title}》（编号 {number}），"
        f"同意以电子签章签署，文件指纹 SHA-256：{document_sha256.hex()}。"
    )


def caption(*, signer: str, at: datetime, serial: str) -> list[str]:
    """What stands below the seal."""
    local = at.astimezone(SHANGHAI)
    return [f"经办人：{signer}　{local:%Y-%m-%d %H:%M:%S}（北京时间）", f"证书序列号：{serial[:SHOWN_DIGITS]}…"]
