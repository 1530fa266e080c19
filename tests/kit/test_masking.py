"""Masks: what they show, and that they never show more of what they do not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit import masking


def test_masks_as_people_know_them() -> None:
    assert masking.mask_phone("13812345678") == "138****5678"
    assert masking.mask_id_card("310101199001011234") == "3101**********1234"
    assert masking.mask_bank_card("6222021234567890") == "************7890"
    assert masking.mask_email("li.lei@example.com") == "l***@example.com"
    assert masking.mask_email("l@example.com") == "***@example.com"


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张**"),
        ("张三丰", "张**"),
        ("欧阳娜娜", "欧阳**"),
        ("欧阳", "欧**"),
        ("阳 明", "阳**"),
        ("张", "****"),
        ("", ""),
    ],
)
def test_a_masked_name_keeps_the_family_name(name: str, masked: str) -> None:
    assert masking.mask_name(name) == masked


@pytest.mark.parametrize(
    "mask",
    [
        masking.mask_phone,
        masking.mask_id_card,
        masking.mask_bank_card,
        masking.mask_email,
        masking.mask_name,
    ],
)
@given(value=st.text(max_size=30))
def test_no_mask_fails_or_shows_the_whole(mask: object, value: str) -> None:
    assert callable(mask)
    shown = mask(value)
    assert "*" in shown or value == ""
    assert set(shown) - {"*"} <= set(value)


@pytest.mark.parametrize("value", ["138", "1381234567", "+8613812345678"])
def test_a_malformed_value_is_hidden_entirely(value: str) -> None:
    assert masking.mask_phone(value) == "****"
    assert masking.mask_id_card(value) == "****"
    assert masking.mask_bank_card(value[:11]) == "****"
    assert masking.mask_email(value) == "****"
