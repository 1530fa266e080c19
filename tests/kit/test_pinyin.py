"""A name is found by its characters, its pinyin and its initials."""

import pytest

from prepaid.kit.pinyin import search_text


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("云岭滑冰馆", "滑冰"),
        ("云岭滑冰馆", "huabing"),
        ("云岭滑冰馆", "ylhbg"),
        ("重庆店", "chongqing"),
        ("长乐店", "changle"),
        ("Rink One", "rink one"),
        ("A3旗舰店", "qijian"),
    ],
)
def test_a_name_is_found_by_what_people_type(name: str, typed: str) -> None:
    assert typed in search_text(name)


def test_a_character_is_found_in_each_of_its_readings() -> None:
    assert {"zhang", "chang"} <= set(search_text("长").split())


def test_many_ambiguous_characters_stay_short() -> None:
    assert len(search_text("行" * 40)) < 400


def test_nothing_is_found_by_nothing() -> None:
    assert search_text("", "  ") == ""
