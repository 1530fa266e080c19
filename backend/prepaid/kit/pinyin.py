"""Searching Chinese names: by their characters, by full pinyin and by initials."""

from itertools import product

from prepaid.kit.text import clean_text

MOST_READINGS = 8
"""Ways of reading one name that are kept; a name of many ambiguous characters would have thousands."""


def search_text(*names: str) -> str:
    """What a name is found by: itself, its full pinyin, its initials; lower case, parts separated by blanks.

    Characters with several readings (重 chóng, zhòng) are kept in each of them, up to 8 in all.

    >>> search_text("云岭滑冰馆")
    '云岭滑冰馆 yunlinghuabingguan ylhbg'
    """
    parts: dict[str, None] = {}
    for name in names:
        text = clean_text(name, max_length=10_000).lower()
        if not text:
            continue
        parts[text] = None
        for syllables in _readings(text):
            parts["".join(syllables)] = None
            parts["".join(syllable[0] for syllable in syllables)] = None
    return " ".join(parts)


def _readings(text: str) -> list[tuple[str, ...]]:
    from pypinyin import Style, pinyin  # a dictionary of 0.1 s, wanted only by those who write names

    usual = tuple(each[0] for each in pinyin(text, style=Style.NORMAL))
    if usual == (text,):
        return []
    choices = pinyin(text, style=Style.NORMAL, heteronym=True)
    count = 1
    for each in choices:
        count *= len(each)
    if count > MOST_READINGS:
        return [usual]
    others = [tuple(each) for each in product(*choices)]
    return [usual, *(each for each in others if each != usual)]
