"""Stored documents: released files, registered pages, and who may run what."""

import json
from pathlib import Path

import httpx
import pytest

from prepaid.core.actor import ANONYMOUS, Actor
from prepaid.core.database import Database
from prepaid.graph.documents import StoredDocuments, StoredDocumentUnknown, document_hash
from prepaid.graph.released import StoredDocumentEdited, manifest_watch, release_documents, released_documents
from tests.http.support.app import AS_CONSUMER, AS_INTEGRATOR, AS_STAFF, OWN_ORIGIN, STAFF, build

HELLO = "query Hello {\n  hello\n}\n"
BIG = "query Big {" + " ".join(f"a{n}: hello" for n in range(300)) + "}"


def release(folder: Path, client: str, name: str, text: str) -> str:
    digest = document_hash(text)
    (folder / client).mkdir(exist_ok=True)
    (folder / client / f"{name}.{digest[:12]}.graphql").write_text(text)
    return digest


@pytest.fixture
def documents(tmp_path: Path) -> StoredDocuments:
    release(tmp_path, "admin", "Hello", HELLO)
    return StoredDocuments(released_documents(tmp_path))


@pytest.fixture
async def stored(db: Database, documents: StoredDocuments) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(build(db, documents=documents)), base_url=OWN_ORIGIN)


@pytest.mark.parametrize(
    "caller", [{}, AS_STAFF, AS_CONSUMER, AS_INTEGRATOR], ids=["anonymous", "cookie", "consumer", "integrator"]
)
async def test_everybody_runs_released_documents(stored: httpx.AsyncClient, caller: dict[str, str]) -> None:
    digest = document_hash(HELLO)
    for body in (
        {"documentId": digest},
        {"documentId": f"sha256:{digest}"},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}, "query": "{ignored}"},
    ):
        answer = await stored.post("/graphql", json=body, headers=caller)
        assert answer.json()["data"] == {"hello": "world"}


async def test_an_unknown_hash_is_404_and_registers_nothing(stored: httpx.AsyncClient) -> None:
    body = {
        "query": "{hello}",
        "extensions": {"persistedQuery": {"version": 1, "sha256Hash": document_hash("{hello}")}},
    }
    for _ in range(2):
        answer = await stored.post("/graphql", json=body)
        assert answer.status_code == 404
        assert answer.json()["errors"][0]["extensions"]["code"] == "STORED_DOCUMENT_UNKNOWN"


async def test_who_may_run_anything_may_send_text_with_its_hash(stored: httpx.AsyncClient) -> None:
    body = {"query": "{hello}", "documentId": document_hash("{hello}")}
    answer = await stored.post("/graphql", json=body, headers=AS_INTEGRATOR)
    assert answer.json()["data"] == {"hello": "world"}
    answer = await stored.post("/graphql", json=body | {"query": "{ hello }"}, headers=AS_INTEGRATOR)
    assert answer.status_code == 404


async def test_a_page_that_the_server_compiled_runs_beyond_the_limits_for_strangers(
    stored: httpx.AsyncClient, documents: StoredDocuments
) -> None:
    answer = await stored.post("/graphql", json={"query": BIG}, headers=AS_INTEGRATOR)
    assert answer.json()["errors"][0]["extensions"]["code"] == "QUERY_TOO_COMPLEX"

    answer = await stored.post("/graphql", json={"documentId": documents.register(BIG)}, headers=AS_STAFF)
    assert len(answer.json()["data"]) == 300


def test_an_edited_release_is_noticed(tmp_path: Path) -> None:
    release(tmp_path, "admin", "Hello", HELLO)
    file = next((tmp_path / "admin").iterdir())
    file.write_text("{hello }")
    with pytest.raises(StoredDocumentEdited, match=r"admin/Hello"):
        list(released_documents(tmp_path))


def test_the_released_set_of_the_product_is_intact() -> None:
    assert all(document_hash(document.text) == document.hash for document in released_documents())


def manifest(file: Path, *texts: str) -> Path:
    file.write_text(json.dumps({f"sha256:{document_hash(text)}": text for text in texts}))
    return file


def test_a_release_adds_and_never_takes_away(tmp_path: Path) -> None:
    built, folder = tmp_path / "manifest.json", tmp_path / "stored"
    assert release_documents(manifest(built, HELLO, "{hello}"), "admin", folder) == 2
    assert release_documents(manifest(built, HELLO, "query Hello { hello hello }"), "admin", folder) == 1
    assert sorted(f"{document.client}/{document.name}" for document in released_documents(folder)) == [
        "admin/Hello",
        "admin/Hello",
        "admin/unnamed",
    ]


async def test_a_client_in_development_is_followed(tmp_path: Path) -> None:
    built = tmp_path / "manifest.json"
    documents = StoredDocuments()
    documents.refresh = manifest_watch(built, "admin")
    with pytest.raises(StoredDocumentUnknown):
        await documents.find(document_hash(HELLO), ANONYMOUS)
    manifest(built, HELLO)
    assert (await documents.find(f"sha256:{document_hash(HELLO)}", ANONYMOUS)).name == "Hello"


async def test_what_another_process_gave_out_is_recovered_for_its_reader(
    stored: httpx.AsyncClient, documents: StoredDocuments
) -> None:
    asked: list[Actor] = []

    async def recover(actor: Actor) -> None:
        asked.append(actor)
        documents.register(BIG)

    documents.recover = recover
    body = {"documentId": document_hash(BIG)}
    assert (await stored.post("/graphql", json=body)).status_code == 404
    assert asked == []
    assert len((await stored.post("/graphql", json=body, headers=AS_STAFF)).json()["data"]) == 300
    assert [actor.account_id for actor in asked] == [STAFF.account_id]
