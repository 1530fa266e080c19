"""The bank's list of sensitive words."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.catalog.models import SensitiveWord
from prepaid.domains.catalog.rules.words import WordCategory
from prepaid.domains.identity.commands.wording import name_text
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def add_sensitive_word(tx: WriteSession, actor: Actor, *, word: str, category: WordCategory) -> SensitiveWord:
    """Look for a word in whatever is submitted from now on.

    Raises:
        InvalidValue: empty, or known already.
    """
    word = name_text(word, ("word",))
    if await tx.scalar(select(SensitiveWord.id).filter_by(word=word)):
        raise InvalidValue(path=("word",), reason="KNOWN")
    row = SensitiveWord(id=uuid7(), word=word, category=category.value, added_at=clock.now(), added_by=actor.account_id)
    tx.add(row)
    await tx.flush()
    await audit.record(
        tx,
        "sensitive_word.added",
        object_type="SensitiveWord",
        object_id=row.id,
        after={"word": word, "category": category},
    )
    return row


async def remove_sensitive_word(tx: WriteSession, actor: Actor, *, word_id: UUID) -> None:
    """Look for a word no more; what was found stays with its review.

    Raises:
        NotFound.
    """
    row = await tx.get(SensitiveWord, word_id, with_for_update=True)
    if row is None:
        raise NotFound(path=("wordId",))
    await tx.delete(row)
    await tx.flush()
    await audit.record(
        tx, "sensitive_word.removed", object_type="SensitiveWord", object_id=word_id, before={"word": row.word}
    )
