"""Kinds of notices and their texts."""

import pytest

from prepaid.domains.notifications.rules.kinds import KINDS, NoticeKind, Words, notice_kind


def test_values_fill_both_languages() -> None:
    kind = NoticeKind(code="test.filled", title=Words("待办：{what}（{count}）", "To do: {what} ({count})"))
    title, body = kind.texts({"what": Words("退款", "Refund"), "count": 3})
    assert (title, body) == (Words("待办：退款（3）", "To do: Refund (3)"), None)
    with pytest.raises(KeyError):
        kind.texts({"count": 3})


def test_a_kind_is_declared_once_and_with_the_same_values_in_both_languages() -> None:
    code = next(iter(KINDS))
    with pytest.raises(ValueError, match=code):
        notice_kind(KINDS[code])
    with pytest.raises(ValueError, match="different values"):
        notice_kind(NoticeKind(code="test.torn", title=Words("{what}", "what")))
    assert "test.torn" not in KINDS


def test_every_kind_that_leads_somewhere_names_a_page() -> None:
    from prepaid.app import DOMAINS
    from prepaid.domains.pages.graph.registry import declared_pages

    assert DOMAINS
    pages = declared_pages().pages
    assert [kind.code for kind in KINDS.values() if kind.page_key is not None and kind.page_key not in pages] == []
