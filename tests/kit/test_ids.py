"""UUIDv7 and global ids."""

import os
import string
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit import ids
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId, InvalidGlobalId, uuid7, uuid7_time

global_ids = st.builds(GlobalId, st.text(string.ascii_letters, min_size=1, max_size=64), st.uuids(), st.uuids())


def test_uuid7_has_the_version_and_variant_of_rfc_9562() -> None:
    made = [uuid7() for _ in range(1000)]
    assert {(value.version, value.variant) for value in made} == {(7, "specified in RFC 4122")}


def test_the_example_of_rfc_9562_holds_its_time() -> None:
    example = UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    assert uuid7_time(example) == datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)


def test_the_time_of_a_new_id_is_the_present() -> None:
    assert abs(datetime.now(UTC) - uuid7_time(uuid7())) < timedelta(seconds=5)


def test_ids_rise_within_one_thread_and_never_repeat_across_threads() -> None:
    def make(_: int) -> list[UUID]:
        return [uuid7() for _ in range(5_000)]

    with ThreadPoolExecutor(4) as threads:
        batches = list(threads.map(make, range(4)))

    assert all(batch == sorted(batch) for batch in batches)
    assert len(set().union(*batches)) == 20_000


def test_ids_rise_when_the_machine_clock_steps_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first = uuid7()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    later = [uuid7() for _ in range(100)]

    assert [first, *later] == sorted([first, *later])
    assert uuid7_time(later[-1]) >= uuid7_time(first)


def test_a_full_counter_borrows_from_the_next_millisecond(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_700_000_000_000 * 1_000_000)
    sequence = ids._Sequence()
    sequence.next()
    sequence._counter = (1 << 42) - 1

    unix_ms, counter = sequence.next()

    assert unix_ms == 1_700_000_000_001
    assert counter < 1 << 41


def test_a_forked_process_does_not_continue_its_parents_counter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 4_000_000_000_000 * 1_000_000)
    uuid7()
    before = ids._sequence
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, b"new" if ids._sequence is not before else b"old")
        os._exit(0)
    os.waitpid(child, 0)
    os.close(write)
    with os.fdopen(read, "rb") as answer:
        assert answer.read() == b"new"
    ids._start_over()


def test_only_a_uuid7_with_a_real_year_has_a_time() -> None:
    with pytest.raises(ValueError, match="version 7"):
        uuid7_time(uuid4())
    with pytest.raises(ValueError, match="9999"):
        uuid7_time(UUID("ffffffff-ffff-7000-8000-000000000000"))


def test_the_platform_tenant_is_a_uuid7_before_all_others() -> None:
    assert PLATFORM_TENANT.version == 7
    assert uuid7() > PLATFORM_TENANT


@given(global_ids)
def test_global_ids_round_trip(value: GlobalId) -> None:
    text = value.encode()
    assert GlobalId.decode(text) == value
    assert len(text) == len(value.type_code) + 44
    assert text.isascii()


@given(global_ids, st.data())
def test_a_changed_global_id_is_another_or_none(value: GlobalId, data: st.DataObject) -> None:
    text = value.encode()
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + data.draw(st.characters()) + text[at + 1 :]
    try:
        read = GlobalId.decode(changed)
    except InvalidGlobalId:
        return
    assert read.encode() == changed
    assert (read == value) == (changed == text)


@given(st.text())
def test_any_text_is_refused_or_read_exactly(text: str) -> None:
    with suppress(InvalidGlobalId):
        assert GlobalId.decode(text).encode() == text


GOOD = GlobalId("Card", PLATFORM_TENANT, UUID(int=1)).encode()


def test_a_global_id_as_it_is_written() -> None:
    assert GOOD == "Card_AAAAAAAAcACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Card",
        "Card_",
        "_" + "A" * 43,
        GOOD[:-1],
        GOOD + "A",
        GOOD + "=",
        GOOD + "\n",
        " " + GOOD,
        GOOD[:-1] + "F",
        GOOD[:-2] + "\x00E",
        GOOD.replace("Card", "Car\x00d"),
        GOOD.replace("Card", "Card2"),
        GOOD.replace("Card", "卡"),
        GOOD.replace("Card", "C" * 65),
        GOOD[:-1] + "Ｅ",
        GOOD[:-3] + "+/E",
        "\ud800" + GOOD,
    ],
)
def test_what_encode_would_not_write_is_refused(text: str) -> None:
    with pytest.raises(InvalidGlobalId):
        GlobalId.decode(text)


@pytest.mark.parametrize("type_code", ["", "Card_", "Card2", "卡", "A" * 65, "Card\n"])
def test_a_type_name_is_letters(type_code: str) -> None:
    with pytest.raises(InvalidGlobalId):
        GlobalId(type_code, PLATFORM_TENANT, PLATFORM_TENANT)
