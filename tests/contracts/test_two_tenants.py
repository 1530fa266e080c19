"""Every id of merchant A, handed to every field by merchant B's owner, is "not found" in the same words."""

import json
import re
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

import psycopg
import pytest
from graphql import GraphQLSchema, build_schema

from prepaid.kit.ids import GlobalId, uuid7
from tests.contracts.crawl import GLOBAL_ID, Document, ids_in, reading_documents, trying_documents
from tests.contracts.rows import tenant_tables
from tests.support.postgres import PostgresServer
from tests.support.served import Caller, Served, serving

SCHEMA_FILE = Path(__file__).parents[2] / "schema.graphql"
OWNER_A, OWNER_B, BANK = "owner@example.com", "owner.xinghe@example.com", "bank.admin@example.com"
OWN = re.compile(r'"traceId": ?"[^"]*"|"remaining": ?\d+')
"""What every answer has of its own."""
SPENDING = re.compile(
    r"signIn|signOut|requestPasswordReset|resetPassword|verifySecondFactor|lockScreen|unlockScreen|stepUp"
)
"""Mutations that take no object of a merchant, or end the session that tries."""
OF_MANY_TYPES = re.compile(r"^node|about|object|subject|target|actor|product|person|statement", re.IGNORECASE)
"""Names of arguments that say no type, or take the ids of several."""
STRANGERS: Final = 8
"""Of the arguments that are named after another type, one in so many is handed a type's id all the same."""


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(SCHEMA_FILE.read_text())


@pytest.fixture(scope="module")
def own_served(postgres: PostgresServer, demo_database: str) -> Iterator[Served]:
    """A server over a copy of the demo: attempts that should change nothing must not touch what others use."""
    name = f"tenants_{uuid7().hex}"
    postgres.execute("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, demo_database.rsplit("/", 1)[1])
    with serving(postgres.admin_url(name), PREPAID_RATE_LIMIT_COST_PER_MINUTE="1000000000000") as server:
        yield server
    postgres.drop(name)


@pytest.fixture(scope="module")
def harvest(own_served: Served, schema: GraphQLSchema) -> dict[str, set[str]]:
    """Ids that A's owner and the bank see of A's tenant, by type."""
    found: set[str] = set()
    tenants = set()
    for login in (OWNER_A, BANK):
        caller = own_served.signed_in(login)
        for document in reading_documents(schema):
            found |= ids_in(caller.response(document.text).text)
        if login == OWNER_A:
            member = caller.data("{ members(first: 1) { nodes { id } } }")["members"]["nodes"][0]["id"]
            tenants.add(GlobalId.decode(member).tenant)
    by_type: dict[str, set[str]] = {}
    for text in found:
        decoded = GlobalId.decode(text)
        if decoded.tenant in tenants or (decoded.type_code == "Merchant" and decoded.id in tenants):
            by_type.setdefault(decoded.type_code, set()).add(text)
    assert {"Member", "AuditEvent"} <= set(by_type), by_type.keys()
    return by_type


@pytest.fixture(scope="module")
def intruder(own_served: Served) -> Caller:
    return own_served.signed_in(OWNER_B)


def unknown_like(text: str) -> str:
    """An id of the same type and tenant that no row has."""
    known = GlobalId.decode(text)
    return GlobalId(known.type_code, known.tenant, uuid7()).encode()


def told(caller: Caller, document: Document) -> str:
    """Status and body of the answer to a document, which is never a failure of the server."""
    answer = caller.response(document.text, document.variables)
    assert answer.status_code < 500, (document.where, answer.text)
    return f"{answer.status_code} {json.dumps(answer.json(), ensure_ascii=False)}"


def in_same_words(answer: str) -> str:
    """An answer with ids and trace ids taken out: what two refusals must share to the letter."""
    return OWN.sub("", GLOBAL_ID.sub("<id>", answer))


def documents_for(schema: GraphQLSchema, kind: str, text: str) -> Iterator[Document]:
    """Documents that may take an id of this type by their names, and one in eight of those that should not."""
    words = [word.lower() for word in re.findall("[A-Z][a-z]+", kind)]
    for document in trying_documents(schema, kind, text):
        where = document.where
        named = any(word in where.lower() for word in words) or OF_MANY_TYPES.search(where)
        if not SPENDING.match(where) and (named or crc32(f"{kind} {where}".encode()) % STRANGERS == 0):
            yield document


def test_foreign_ids_are_not_found_in_the_words_of_unknown_ones(
    own_served: Served, schema: GraphQLSchema, harvest: dict[str, set[str]], intruder: Caller
) -> None:
    before = fingerprints(own_served.admin_url)
    tried = 0
    for kind, texts in sorted(harvest.items()):
        # Who may see a row is asked of its type: one of each meets every argument.
        text = min(texts)
        for document in documents_for(schema, kind, text):
            twin = Document(
                document.text, json.loads(json.dumps(document.variables).replace(text, unknown_like(text))), ""
            )
            answer, of_unknown = (told(intruder, each) for each in (document, twin))
            assert not (ids_in(answer) & texts) - {text}, (document.where, answer)
            assert in_same_words(answer) == in_same_words(of_unknown), document.where
            tried += 1
    assert tried > 100
    assert fingerprints(own_served.admin_url) == before


def test_foreign_ids_take_the_time_of_unknown_ones(harvest: dict[str, set[str]], intruder: Caller) -> None:
    text = sorted(harvest["Member"])[0]
    query = "query($id: ID!) { node(id: $id) { id } }"

    def seconds(id_: str) -> float:
        started = time.perf_counter()
        intruder.response(query, {"id": id_})
        return time.perf_counter() - started

    pairs = [(seconds(text), seconds(unknown_like(text))) for _ in range(60)]
    foreign, unknown = (statistics.median(times) for times in zip(*pairs, strict=True))
    assert foreign / unknown < 1.5
    assert unknown / foreign < 1.5


def test_lists_counts_and_searches_show_the_own_tenant_alone(
    own_served: Served, schema: GraphQLSchema, harvest: dict[str, set[str]], intruder: Caller
) -> None:
    foreign = set().union(*harvest.values())
    for document in reading_documents(schema):
        assert not ids_in(intruder.response(document.text).text) & foreign, document.where


def fingerprints(admin_url: str) -> dict[str, str]:
    """A digest of A's and B's rows of every tenant table; attempts and the trail of reading may grow."""
    growing = {"audit_event", "audit_seal", "idempotency_key"}
    with psycopg.connect(admin_url) as connection:
        return {
            table.name: str(
                connection.execute(
                    f"SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {table.name} t"
                ).fetchone()
            )
            for table in tenant_tables()
            if table.name not in growing
        }
