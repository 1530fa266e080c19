"""The message client against the sandbox over HTTP: what is sent arrives, once; what fails says whether to repeat."""

from collections.abc import AsyncIterator

import httpx
import pytest

from prepaid.core.settings import Settings
from prepaid.providers.messages import (
    Channel,
    HttpMessages,
    Message,
    MessageRefused,
    MessageUndelivered,
)
from prepaid.sandbox.app import create_app
from tests.support.http_server import running

CODE = Message(channel=Channel.SMS, to="13812345678", text="验证码 12345678", reference="reset:1")


@pytest.fixture
async def sandbox() -> AsyncIterator[httpx.AsyncClient]:
    async with running(create_app()) as address, httpx.AsyncClient(base_url=address, trust_env=False) as client:
        yield client


@pytest.fixture
async def messages(sandbox: httpx.AsyncClient) -> AsyncIterator[HttpMessages]:
    async with HttpMessages(str(sandbox.base_url), "key") as client:
        yield client


async def inbox(sandbox: httpx.AsyncClient, **query: str) -> list[str]:
    return [message["text"] for message in (await sandbox.get("/messages", params=query)).json()]


async def test_a_message_arrives_once_however_often_it_is_sent(
    sandbox: httpx.AsyncClient, messages: HttpMessages
) -> None:
    await messages.send(CODE)
    await messages.send(CODE)
    assert await inbox(sandbox, to="13812345678") == [CODE.text]
    assert await inbox(sandbox, to="13900000000") == []


async def test_the_page_shows_messages_as_text(sandbox: httpx.AsyncClient, messages: HttpMessages) -> None:
    hostile = "<script>alert(1)</script>"
    await messages.send(Message(channel=Channel.EMAIL, to="li@example.com", subject="Hi", text=hostile, reference="x"))
    page = (await sandbox.get("/")).text
    assert "li@example.com" in page
    assert hostile not in page


async def test_a_fault_is_met_so_many_times_and_repeating_helps(
    sandbox: httpx.AsyncClient, messages: HttpMessages
) -> None:
    await sandbox.put("/faults/messages", json={"status": 503, "times": 1})
    with pytest.raises(MessageUndelivered):
        await messages.send(CODE)
    assert await inbox(sandbox) == []
    await messages.send(CODE)
    assert await inbox(sandbox) == [CODE.text]


async def test_a_lost_answer_does_not_send_twice(sandbox: httpx.AsyncClient, messages: HttpMessages) -> None:
    await sandbox.put("/faults/messages", json={"status": 504, "after_effect": True})
    with pytest.raises(MessageUndelivered):
        await messages.send(CODE)
    await messages.send(CODE)
    assert await inbox(sandbox) == [CODE.text]


@pytest.mark.parametrize("status", [400, 404, 422])
async def test_a_refused_message_is_not_to_be_repeated(
    sandbox: httpx.AsyncClient, messages: HttpMessages, status: int
) -> None:
    await sandbox.put("/faults/messages", json={"status": status})
    with pytest.raises(MessageRefused):
        await messages.send(CODE)


async def test_a_gateway_that_is_not_there_may_come_back() -> None:
    async with HttpMessages("http://127.0.0.1:9", "key") as client:
        with pytest.raises(MessageUndelivered):
            await client.send(CODE)


@pytest.mark.parametrize(
    "fault",
    [
        [],
        {"status": 200},
        {"times": 0},
        {"status": "503"},
        {"delay_seconds": -1},
        {"delay_seconds": 61},
        {"unknown": 1},
    ],
)
async def test_a_malformed_fault_is_refused(sandbox: httpx.AsyncClient, fault: object) -> None:
    assert (await sandbox.put("/faults/messages", json=fault)).status_code == 400
    assert (await sandbox.get("/faults")).json() == {}


@pytest.mark.parametrize("body", ["", "null", "[]", '{"channel":"FAX","to":"1","text":"x","reference":"1"}', "{"])
async def test_a_malformed_message_is_refused(sandbox: httpx.AsyncClient, body: str) -> None:
    answer = await sandbox.post("/messages", content=body, headers={"authorization": "Bearer key"})
    assert answer.status_code == 400
    assert await inbox(sandbox) == []


async def test_a_message_without_a_key_is_refused(sandbox: httpx.AsyncClient) -> None:
    assert (await sandbox.post("/messages", json={})).status_code == 401


def test_production_names_its_gateway() -> None:
    unset = Settings.model_construct(environment="production", messages_url=None)
    with pytest.raises(ValueError, match="PREPAID_MESSAGES_URL"):
        HttpMessages.of(unset)
