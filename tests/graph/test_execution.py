"""Documents, variables, failures and time limits."""

import asyncio
from typing import Any

import asyncpg
import pytest

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.graph.context import GraphContext
from prepaid.graph.execute import Engine
from tests.graph.conftest import Asking


async def test_documents_are_prepared_once(engine: Engine) -> None:
    text = "{ kinds { code } }"
    assert engine.parse_and_validate(text) is engine.parse_and_validate(text)


@pytest.mark.parametrize(
    "text", ["{", "", "{ nothing }", "{ kinds }", "{ kinds { code { x } } }", "query ($x: Nope) { kinds { code } }"]
)
async def test_what_does_not_fit_the_schema_has_errors(engine: Engine, text: str) -> None:
    prepared = engine.parse_and_validate(text)
    assert prepared.errors


async def test_errors_suggest_no_names(engine: Engine) -> None:
    prepared = engine.parse_and_validate("{ kindz { code } }")
    assert "kinds" not in str([error.message for error in prepared.errors])


async def test_plans_and_resolvers_share_one_snapshot(ask: Asking) -> None:
    data = await ask(
        """{ ping a: orders(first: 2) { nodes { no } } latest { no customer { name } }
             three: ping(times: 3) b: kinds { code } }"""
    )
    assert list(data) == ["ping", "a", "latest", "three", "b"]
    assert data["latest"]["no"] == "B00059" or data["latest"]["no"] == "A00059"
    assert data["three"] == "pongpongpong"
    assert [node["no"] for node in data["a"]["nodes"]] == ["A00059", "A00058"]
    assert ask.result.statements == 4


async def test_operations_by_name(engine: Engine, database_of_shop: Database, manager: Actor) -> None:
    prepared = engine.parse_and_validate("query A { kinds { code } } query B { ping }")

    async def run(name: str | None) -> Any:
        return await engine.run(prepared, name, {}, GraphContext(actor=manager, database=database_of_shop))

    assert (await run("B")).data == {"ping": "pong"}
    assert list((await run("A")).data) == ["kinds"]
    for name in (None, "C"):
        result = await run(name)
        assert result.data is None
        assert result.errors[0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    ("declared", "value"),
    [
        ("Int", "x"),
        ("Int", 2**31),
        ("String", "\x00"),
        ("String", "\ud800"),
        ("[ID!]!", None),
        ("Fen", 1.5),
        ("Boolean", 1),
    ],
)
async def test_variables_that_do_not_fit(ask: Asking, declared: str, value: Any) -> None:
    uses = {
        "Int": "orders(first: $v) { totalCount }",
        "String": "orders(search: $v) { totalCount }",
        "[ID!]!": "nodes(ids: $v) { id }",
        "Fen": "orders(minimumFen: $v) { totalCount }",
        "Boolean": "orders(filter: {rush: {eq: $v}}) { totalCount }",
    }
    answer = await ask.full(f"query ($v: {declared}) {{ {uses[declared]} }}", v=value)
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert ask.result.statements == 0


async def test_text_in_the_document_is_checked_like_variables(engine: Engine) -> None:
    prepared = engine.parse_and_validate('{ orders(search: "a\\u0000b") { totalCount } }')
    assert "U+0000" in str(prepared.errors)


async def test_what_nobody_foresaw_is_masked(ask: Asking) -> None:
    answer = await ask.full("{ broken kinds { code } }")
    assert len(answer["data"]["kinds"]) == 2
    assert answer["errors"] == [
        {
            "message": "系统错误，请稍后再试",
            "path": ["broken"],
            "extensions": {"code": "INTERNAL", "retryable": True, "traceId": "trace-1"},
        }
    ]


async def test_a_statement_over_its_time_is_a_timeout(engine: Engine, shop_database: str, manager: Actor) -> None:
    from prepaid.core.database import app_url
    from prepaid.core.settings import settings

    database = Database(app_url(shop_database, settings().app_database_password.get_secret_value()), timeout_ms=30)
    await database.open()
    try:
        prepared = engine.parse_and_validate("{ slow }")
        result = await engine.run(prepared, None, {}, GraphContext(actor=manager, database=database))
        assert result.errors[0]["extensions"]["code"] == "TIMEOUT"
        assert result.errors[0]["extensions"]["retryable"] is True
    finally:
        await database.close()


async def test_cancelling_cancels_the_statement(engine: Engine, database_of_shop: Database, manager: Actor) -> None:
    prepared = engine.parse_and_validate("{ slow }")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await engine.run(prepared, None, {}, GraphContext(actor=manager, database=database_of_shop))
    async with database_of_shop.read(manager) as session:
        running = """SELECT count(*) FROM pg_stat_activity
                     WHERE query LIKE '%pg_sleep(5)%' AND state = 'active' AND pid <> pg_backend_pid()"""
        assert await session.fetchval(running) == 0


async def test_many_operations_at_once(ask: Asking, engine: Engine, database_of_shop: Database, manager: Actor) -> None:
    prepared = engine.parse_and_validate(
        "query ($n: Int) { orders(first: $n) { nodes { no customer { name } } } kinds { code } }"
    )

    async def run(size: int) -> int:
        result = await engine.run(prepared, None, {"n": size}, GraphContext(actor=manager, database=database_of_shop))
        assert result.errors == []
        return result.statements

    assert set(await asyncio.gather(*(run(size) for size in range(1, 60)))) == {2}


async def test_a_database_that_goes_away_is_unavailable_and_comes_back(
    engine: Engine, change: Asking, fresh_shop: str
) -> None:
    await change("{ kinds { code } }")
    connection = await asyncpg.connect(fresh_shop)
    ended = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()"""
    running = asyncio.create_task(change.full("{ slow kinds { code } }"))
    while not await connection.fetchval("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'"):
        await asyncio.sleep(0)
    await connection.execute(ended)
    await connection.close()
    codes = {error["extensions"]["code"] for error in (await running)["errors"]}
    assert codes == {"UNAVAILABLE"}
    assert len((await change("{ kinds { code } }"))["kinds"]) == 2
