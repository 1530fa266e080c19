"""Sensitive words that a bank begins with; it edits the list itself."""

from typing import Final

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.catalog.commands.sensitive_words import add_sensitive_word
from prepaid.domains.catalog.models import SensitiveWord
from prepaid.domains.catalog.rules.words import WordCategory

WORDS: Final[dict[WordCategory, str]] = {
    WordCategory.ABSOLUTE: "最佳 最低价 全网最低 国家级 第一品牌 顶级 独一无二 史上最强 永久有效 绝对 百分百",
    WordCategory.FINANCE: "保本 稳赚 高收益 返利 分红 投资回报 年化 理财 升值 众筹",
    WordCategory.MEDICAL: "治疗 治愈 根治 疗效 药用 减肥特效 祛病 抗癌 无副作用",
    WordCategory.ILLEGAL: "传销 赌博 代开发票 洗钱 套现 贷款 刷单",
    WordCategory.OTHER: "概不退款 恕不退换 最终解释权 一经售出",
}


async def seed_sensitive_words(tx: WriteSession) -> None:
    """Fill an empty list; a list that was edited stays as it is."""
    if await tx.scalar(select(SensitiveWord.id).limit(1)) is None:
        for category, words in WORDS.items():
            for word in words.split():
                await add_sensitive_word(tx, tx.actor, word=word, category=category)
