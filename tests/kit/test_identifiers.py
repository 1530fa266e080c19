"""Identifiers: published examples, every slip of the pen, and fictitious values that are valid."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit import clock
from prepaid.kit.identifiers import (
    InvalidIdentifier,
    Sex,
    fictitious,
    id_card_birthday,
    id_card_sex,
    is_adult_on,
    normalise_bank_card,
    normalise_business_licence,
    normalise_email,
    normalise_id_card,
    normalise_organisation_code,
    normalise_phone,
    normalise_uscc,
    normalise_wechat_appid,
)

Normalise = Callable[[str], str]
demo_id_card = partial(normalise_id_card, accept_fictitious=True)

CHECKED: dict[str, tuple[Normalise, Callable[[int], str]]] = {
    "uscc": (normalise_uscc, fictitious.uscc),
    "organisation_code": (normalise_organisation_code, fictitious.organisation_code),
    "business_licence": (normalise_business_licence, fictitious.business_licence),
    "id_card": (demo_id_card, fictitious.id_card),
    "bank_card": (normalise_bank_card, fictitious.bank_card),
}
ALL = CHECKED | {
    "phone": (normalise_phone, fictitious.phone),
    "wechat_appid": (normalise_wechat_appid, fictitious.wechat_appid),
    "email": (normalise_email, fictitious.email),
}
seeds = st.integers(0, 10**6)


def reason(normalise: Normalise, text: str) -> str:
    with pytest.raises(InvalidIdentifier) as refused:
        normalise(text)
    assert text == "" or text not in str(refused.value), "the error must not repeat the value"
    return refused.value.reason.value


@pytest.mark.parametrize(
    ("normalise", "text", "canonical"),
    [
        # The worked examples of the standards themselves, and of ISO/IEC 7812 test numbers.
        (normalise_uscc, "91350100M000100Y43", "91350100M000100Y43"),
        (normalise_uscc, " 91350100m000100y43 ", "91350100M000100Y43"),
        (normalise_uscc, "９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"),
        (normalise_organisation_code, "D2143569-X", "D2143569X"),
        (normalise_business_licence, "110108000000016", "110108000000016"),
        (normalise_id_card, "11010519491231002X", "11010519491231002X"),
        (normalise_id_card, "11010519491231002x", "11010519491231002X"),
        (normalise_id_card, "440524188001010014", "440524188001010014"),
        (normalise_bank_card, "4111 1111 1111 1111", "4111111111111111"),
        (normalise_bank_card, "378282246310005", "378282246310005"),
        (normalise_wechat_appid, "WX0123456789ABCDEF", "wx0123456789abcdef"),
        (normalise_email, " Li.Lei+card@Example.COM ", "li.lei+card@example.com"),
        (normalise_email, "a@xn--fiqs8s.xn--fiqs8s", "a@xn--fiqs8s.xn--fiqs8s"),
    ],
)
def test_published_examples(normalise: Normalise, text: str, canonical: str) -> None:
    assert normalise(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "15412345678",
        "+8615412345678",
        "+86 154-1234-5678",
        "0086 154 1234 5678",
        "8615412345678",
        "(+86)15412345678",
        "１５４１２３４５６７８",
    ],
)
def test_a_phone_as_people_write_it(text: str) -> None:
    assert normalise_phone(text) == "15412345678"


@pytest.mark.parametrize(
    ("normalise", "text", "expected"),
    [
        (normalise_uscc, "", "EMPTY"),
        (normalise_uscc, " \u3000", "EMPTY"),
        (normalise_uscc, "91350100M000100Y4", "LENGTH"),
        (normalise_uscc, "9" * 5000, "LENGTH"),
        (normalise_uscc, "91350100M000100I43", "CHARACTERS"),
        (normalise_uscc, "913501O0M000100Y43", "CHARACTERS"),
        (normalise_uscc, "91350100M000100Y44", "CHECK_DIGIT"),
        (normalise_organisation_code, "D2143569-1", "CHECK_DIGIT"),
        (normalise_organisation_code, "D2143569-A", "CHARACTERS"),
        (normalise_organisation_code, "ſ2143569X", "CHARACTERS"),
        (normalise_business_licence, "110108000000017", "CHECK_DIGIT"),
        (normalise_business_licence, "11010800000001X", "CHARACTERS"),
        (normalise_business_licence, "1101080000001", "LENGTH"),
        (normalise_id_card, "110105491231002", "LENGTH"),
        (normalise_id_card, "1101051949123100X2", "CHARACTERS"),
        (normalise_id_card, "11010519491231002²", "CHARACTERS"),
        (normalise_id_card, "11010519491231002\x00", "CHARACTERS"),
        (normalise_id_card, "11010519491231002٣", "CHARACTERS"),
        (normalise_id_card, "990105194912310021", "DIVISION"),
        (normalise_id_card, "000105194912310021", "DIVISION"),
        (normalise_id_card, "110105194902310021", "DATE"),
        (normalise_id_card, "110105190002290021", "DATE"),
        (normalise_id_card, "110105179912310021", "DATE"),
        (normalise_id_card, "110105999912310021", "DATE"),
        (normalise_id_card, "110105194912310021", "CHECK_DIGIT"),
        (normalise_bank_card, "41111111111", "LENGTH"),
        (normalise_bank_card, "4111111111111112", "CHECK_DIGIT"),
        (normalise_bank_card, "411111111111111a", "CHARACTERS"),
        (normalise_phone, "12812345678", "PREFIX"),
        (normalise_phone, "1381234567", "LENGTH"),
        (normalise_phone, "1381234567a", "CHARACTERS"),
        (normalise_phone, "138+8612345678", "LENGTH"),
        (normalise_wechat_appid, "wx0123456789abcdeg", "FORM"),
        (normalise_wechat_appid, "wz0123456789abcdef", "FORM"),
        (normalise_wechat_appid, "wx0123456789abcde", "LENGTH"),
        (normalise_email, "a b@example.com", "CHARACTERS"),
        (normalise_email, "李@example.com", "CHARACTERS"),
        (normalise_email, "\u212a@example.com", "CHARACTERS"),
        (normalise_email, "example.com", "FORM"),
        (normalise_email, "a@localhost", "FORM"),
        (normalise_email, "a@@example.com", "FORM"),
        (normalise_email, ".a@example.com", "FORM"),
        (normalise_email, "a..b@example.com", "FORM"),
        (normalise_email, "a@-example.com", "FORM"),
        (normalise_email, "a@127.0.0.1", "FORM"),
        (normalise_email, "a" * 65 + "@example.com", "LENGTH"),
        (normalise_email, "a@" + "b." * 126 + "com", "LENGTH"),
    ],
)
def test_the_reason_names_what_is_wrong(normalise: Normalise, text: str, expected: str) -> None:
    assert reason(normalise, text) == expected


@pytest.mark.parametrize("kind", ALL)
@given(seed=seeds)
def test_fictitious_values_are_valid_and_repeatable(kind: str, seed: int) -> None:
    normalise, make = ALL[kind]
    value = make(seed)
    assert normalise(value) == value == make(seed)


@pytest.mark.parametrize("kind", ALL)
def test_fictitious_values_differ(kind: str) -> None:
    make = ALL[kind][1]
    assert len({make(seed) for seed in range(40_000)}) == 40_000


@pytest.mark.parametrize("kind", CHECKED)
@given(seed=seeds, data=st.data())
def test_one_wrong_digit_is_found(kind: str, seed: int, data: st.DataObject) -> None:
    normalise, make = CHECKED[kind]
    value = make(seed)
    at = data.draw(st.sampled_from([i for i, c in enumerate(value) if c.isdigit()]))
    digit = data.draw(st.sampled_from("0123456789"))
    if digit != value[at]:
        reason(normalise, value[:at] + digit + value[at + 1 :])


# ISO 7064 MOD 11,10 (licence) and Luhn (bank card) cannot tell every pair apart.
@pytest.mark.parametrize("kind", ["uscc", "organisation_code", "id_card"])
@given(seed=seeds, data=st.data())
def test_two_neighbours_swapped_are_found(kind: str, seed: int, data: st.DataObject) -> None:
    normalise, make = CHECKED[kind]
    value = make(seed)
    pairs = [i for i in range(len(value) - 1) if value[i : i + 2].isdigit()]
    at = data.draw(st.sampled_from(pairs))
    a, b = value[at], value[at + 1]
    if a != b:
        reason(normalise, value[:at] + b + a + value[at + 2 :])


@pytest.mark.parametrize("kind", ALL)
@given(text=st.text(max_size=40))
def test_any_text_is_refused_or_normalised_for_good(kind: str, text: str) -> None:
    normalise = ALL[kind][0]
    try:
        value = normalise(text)
    except InvalidIdentifier:
        return
    assert normalise(value) == value
    assert value.isascii()


def test_fictitious_people_are_refused_unless_asked_for() -> None:
    assert reason(normalise_id_card, fictitious.id_card(1)) == "DIVISION"


def test_a_permanent_resident_has_a_number_like_a_citizens() -> None:
    body = "931156198501010017"[:17]
    valid = [body + check for check in "0123456789X" if _is_valid(body + check)]
    assert len(valid) == 1


def _is_valid(text: str) -> bool:
    try:
        normalise_id_card(text)
    except InvalidIdentifier:
        return False
    return True


def test_nobody_is_born_after_today() -> None:
    born = fictitious.id_card(1, birthday=date(2026, 5, 1))
    with clock.freeze(datetime(2026, 4, 30, 15, 59, tzinfo=UTC)):
        assert reason(demo_id_card, born) == "DATE"
    with clock.freeze(datetime(2026, 4, 30, 16, 0, tzinfo=UTC)):
        assert demo_id_card(born) == born


@given(seeds, st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.sampled_from(Sex))
def test_birthday_and_sex_are_read_back(seed: int, birthday: date, sex: Sex) -> None:
    id_card = fictitious.id_card(seed, birthday=birthday, sex=sex)
    assert id_card_birthday(demo_id_card(id_card)) == birthday
    assert id_card_sex(id_card) is sex


def test_birthday_and_sex_of_the_standards_example() -> None:
    assert id_card_birthday("11010519491231002X") == date(1949, 12, 31)
    assert id_card_sex("11010519491231002X") is Sex.FEMALE
    assert id_card_sex("440524188001010014") is Sex.MALE


@pytest.mark.parametrize(
    ("birthday", "day", "adult"),
    [
        (date(2008, 5, 1), date(2026, 4, 30), False),
        (date(2008, 5, 1), date(2026, 5, 1), True),
        (date(2008, 2, 29), date(2026, 2, 28), False),
        (date(2008, 2, 29), date(2026, 3, 1), True),
        (date(1950, 1, 1), date(2026, 1, 1), True),
        (date(2020, 1, 1), date(2026, 12, 31), False),
    ],
)
def test_of_age_from_the_eighteenth_birthday(birthday: date, day: date, adult: bool) -> None:
    assert is_adult_on(fictitious.id_card(3, birthday=birthday), day) is adult
