"""Deliveries of physical cards: a file becomes cards or named errors, never both, never twice."""

from collections import Counter as Tally
from datetime import timedelta
from typing import Any

import pytest

from prepaid.core.database import WriteSession
from prepaid.domains.cards.commands import load_stock
from prepaid.domains.cards.commands.grant_lots import Payer  # noqa: F401 - the slice imports whole
from prepaid.domains.cards.jobs import stock_file
from prepaid.domains.cards.jobs.checks import verify_cards
from prepaid.domains.cards.rules.numbers import card_number
from prepaid.kit import clock
from tests.domains.cards.delivery import PREFIX, Delivery, csv_file, numbers, xlsx_file
from tests.domains.demo import Demo

ERRORS = "query($id: ID!) { cardBatchErrors(batch: $id, first: 200) { nodes { rowNumber value code } } }"
COUNT = "SELECT count(*) FROM physical_card p JOIN card_type t ON t.id = p.card_type_id WHERE t.name = '实体滑冰卡'"


@pytest.fixture
async def delivery(demo: Demo) -> Delivery:
    return await Delivery.of(demo)


def spoiled(good: list[str]) -> tuple[list[str], dict[str, int]]:
    """The numbers with one fault of each kind every hundred rows, and how many of each there are."""
    rows, planted = list(good), Tally[str]()
    faults = ("CHECK_DIGIT", "WRONG_PREFIX", "MALFORMED", "DUPLICATE_IN_FILE", "EMPTY")
    for index in range(50, len(rows), 100):
        fault = faults[index // 100 % len(faults)]
        planted[fault] += 1
        number = rows[index]
        rows[index] = {
            "CHECK_DIGIT": number[:-1] + str((int(number[-1]) + 1) % 10),
            "WRONG_PREFIX": card_number("9901", index),
            "MALFORMED": "88O6-12",
            "DUPLICATE_IN_FILE": rows[index - 1],
            "EMPTY": "",
        }[fault]
    return rows, dict(planted)


async def errors_of(delivery: Delivery, batch: str) -> list[dict[str, object]]:
    found = await delivery.demo.ask(delivery.shop.name, ERRORS, id=batch)
    nodes: list[dict[str, object]] = found["cardBatchErrors"]["nodes"]
    return nodes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
async def test_every_row_is_loaded_or_named(delivery: Delivery, encoding: str) -> None:
    rows, planted = spoiled(numbers(1_200))
    batch = await delivery.load(csv_file(rows, encoding))
    bad = sum(planted.values())
    assert (batch["state"], batch["rowsTotal"], batch["loaded"], batch["refused"]) == ("DONE", 1_200, 1_200 - bad, bad)
    errors = await errors_of(delivery, batch["id"])
    assert Tally(each["code"] for each in errors) == planted
    assert errors[0]["rowNumber"] == 52
    assert await delivery.demo.superuser.fetchval(COUNT) == 1_200 - bad
    assert await verify_cards(delivery.demo.superuser) == []


async def test_a_workbook_with_texts_numbers_and_lost_digits(delivery: Delivery) -> None:
    first, second, third = numbers(3)
    batch = await delivery.load(xlsx_file([first, int(second), f" {third} ", 1.2345678901234567e18]), workbook=True)
    assert (batch["loaded"], batch["refused"]) == (3, 1)
    assert [each["code"] for each in await errors_of(delivery, batch["id"])] == ["PRECISION_LOST"]


async def test_a_second_file_with_the_same_numbers_loads_none(delivery: Delivery) -> None:
    await delivery.load(csv_file(numbers(20)))
    again = await delivery.load(csv_file(numbers(25)))
    assert (again["loaded"], again["refused"]) == (5, 20)
    assert {each["code"] for each in await errors_of(delivery, again["id"])} == {"NUMBER_TAKEN"}


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        pytest.param("编号,备注\nA1,新\n".encode(), "NO_NUMBER_COLUMN", id="no-column"),
        pytest.param("卡号\n".encode(), "NO_ROWS", id="no-rows"),
        pytest.param("\ufeff卡号\n8866\n".encode("utf-16-le"), "ENCODING", id="utf-16"),
        pytest.param("カード番号\nサ\n".encode("shift_jis"), "ENCODING", id="shift-jis"),
    ],
)
async def test_a_file_that_makes_no_sense_is_refused_as_a_whole(
    delivery: Delivery, content: bytes, failure: str
) -> None:
    batch = await delivery.load(content)
    assert (batch["state"], batch["failure"], batch["loaded"]) == ("FAILED", failure, 0)
    if failure == "ENCODING":
        assert batch["failurePlace"]


async def test_a_run_that_dies_between_chunks_goes_on_where_it_was(
    delivery: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stock_file, "CHUNK", 100)
    calls = 0

    async def dying(tx: WriteSession, *args: Any) -> int:
        nonlocal calls
        calls += 1
        done: int = await load_stock.load_chunk(tx, *args)
        if calls == 4:
            raise RuntimeError("the fourth chunk is rolled back, as when its worker is killed")
        return done

    monkeypatch.setattr(stock_file, "load_chunk", dying)
    rows, planted = spoiled(numbers(700))
    batch = await delivery.begin(csv_file(rows))
    await delivery.work()
    assert (await delivery.read(batch))["rowsDone"] == 300
    assert await delivery.demo.superuser.fetchval(COUNT) == 300 - 3
    with clock.travel(timedelta(hours=1)):
        await delivery.work()
    done, bad = await delivery.read(batch), sum(planted.values())
    assert (done["state"], done["loaded"], done["refused"]) == ("DONE", 700 - bad, bad)
    assert await delivery.demo.superuser.fetchval(COUNT) == 700 - bad
    assert len(await errors_of(delivery, batch)) == bad
    assert calls == 8


async def test_a_store_gets_the_next_cards_and_no_more_than_there_are(delivery: Delivery) -> None:
    batch = await delivery.load(csv_file(numbers(10)))
    store, store_id = await delivery.store()
    key = {"idempotencyKey": "01JM0000000000000000000001"}
    await delivery.shop.act("allocateStock", "batch { id }", batchId=batch["id"], storeId=store, count=4, **key)
    sql = "SELECT number FROM physical_card WHERE store_id = $1 AND number LIKE '8866%' ORDER BY number"
    given = [row["number"] for row in await delivery.demo.superuser.fetch(sql, store_id)]
    assert given == numbers(4)
    wanted = {"batchId": batch["id"], "storeId": store, "count": 7, "idempotencyKey": "01JM0000000000000000000002"}
    assert await delivery.shop.refused("allocateStock", **wanted) == ["STOCK_TOO_SMALL"]


def test_numbers_of_the_tests_are_good() -> None:
    assert all(number.startswith(PREFIX) for number in numbers(3))
