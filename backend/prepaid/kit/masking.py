"""What may be shown of personal data to someone who may not see it.

Masks never fail and never show more of a malformed value than of a good one: what they do not
recognise they hide entirely.
"""

from typing import Final

_COMPOUND: Final = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 "
    "皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 "
    "百里 呼延 东郭 西门 南门 公西 拓跋 第五"
)
_COMPOUND_FAMILY_NAMES: Final = frozenset(_COMPOUND.split())


def mask_phone(phone: str) -> str:
    """13812345678 → 138****5678."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) == 11 else _hidden(phone)


def mask_id_card(id_card: str) -> str:
    """310101199001011234 → 3101**********1234."""
    return f"{id_card[:4]}**********{id_card[-4:]}" if len(id_card) == 18 else _hidden(id_card)


def mask_bank_card(number: str) -> str:
    """6222021234567890 → ************7890: the last four of 12 to 19 digits."""
    return "*" * (len(number) - 4) + number[-4:] if 12 <= len(number) <= 19 else _hidden(number)


def mask_email(email: str) -> str:
    """li.lei@example.com → l***@example.com."""
    local, at, domain = email.rpartition("@")
    if not at:
        return _hidden(email)
    return f"{local[0] if len(local) > 1 else ''}***@{domain}"


def mask_name(name: str) -> str:
    """张三 → 张**, 欧阳娜娜 → 欧阳**: the family name, and nothing about how long the rest is."""
    if len(name) < 2:
        return _hidden(name)
    compound = len(name) > 2 and name[:2] in _COMPOUND_FAMILY_NAMES
    return name[: 2 if compound else 1] + "**"


def _hidden(value: str) -> str:
    return "****" if value else ""
