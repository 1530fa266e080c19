"""Encryption: rows that swap ciphertexts, erased people, rotation while others read, forged tickets."""

import asyncio
import os
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.crypto import (
    BadTicket,
    DataKeys,
    KeyRing,
    PersonErased,
    SecretBox,
    Undecryptable,
    encrypted_column,
    place,
    rotate,
    rotation,
)
from prepaid.core.crypto.rotation import encrypted_columns
from prepaid.core.database import Database, WriteSession
from prepaid.core.settings import Settings
from prepaid.core.setup_error import SetupError
from prepaid.core.tables import StoredFile
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

OLD, NEW = os.urandom(32), os.urandom(32)
INDEX = os.urandom(32)
RING = KeyRing({"old": OLD}, INDEX)
BOTH = KeyRing({"new": NEW, "old": OLD}, INDEX)
PHONE = "13812345678"


def at(row: UUID, column: str = "customer.phone", tenant: UUID = PLATFORM_TENANT) -> bytes:
    return place(column, tenant, row)


@given(st.binary(max_size=200) | st.text(max_size=60))
def test_what_goes_in_comes_out_and_looks_different_each_time(plain: bytes | str) -> None:
    here = at(uuid7())
    one, two = RING.encrypt(plain, here), RING.encrypt(plain, here)
    assert one != two
    assert RING.decrypt(one, here) == (plain.encode() if isinstance(plain, str) else plain)


def test_a_ciphertext_moved_elsewhere_fails() -> None:
    row = uuid7()
    ciphertext = RING.encrypt(PHONE, at(row))
    for elsewhere in (at(uuid7()), at(row, "customer.id_card"), at(row, tenant=uuid7())):
        with pytest.raises(Undecryptable):
            RING.decrypt(ciphertext, elsewhere)


@given(st.integers(min_value=0), st.integers(1, 255))
def test_every_changed_byte_fails(position: int, change: int) -> None:
    here = at(uuid7())
    damaged = bytearray(RING.encrypt(PHONE, here))
    damaged[position % len(damaged)] ^= change
    with pytest.raises(Undecryptable):
        RING.decrypt(bytes(damaged), here)


@pytest.mark.parametrize("text", [b"", b"\x01", b"\x01\x03old", b"\x01\xffold", b"\x02" + bytes(40), b"\x01\x01\xff"])
def test_what_is_no_ciphertext_fails(text: bytes) -> None:
    with pytest.raises(Undecryptable):
        RING.decrypt(text, b"")


def test_the_first_key_encrypts_and_all_decrypt() -> None:
    here = at(uuid7())
    assert BOTH.decrypt(RING.encrypt(PHONE, here), here).decode() == PHONE
    with pytest.raises(Undecryptable):
        RING.decrypt(BOTH.encrypt(PHONE, here), here)


def test_blind_indexes_are_equal_for_equal_values_of_one_purpose_only() -> None:
    assert RING.blind_index("phone", PHONE) == BOTH.blind_index("phone", PHONE)
    assert len(RING.blind_index("phone", PHONE)) == 16
    others = (
        RING.blind_index("id_card", PHONE),
        RING.blind_index("phone", "13812345679"),
        KeyRing({"old": OLD}, os.urandom(32)).blind_index("phone", PHONE),
    )
    assert RING.blind_index("phone", PHONE) not in others


@pytest.mark.parametrize("keys", ["", "1", "1:", "1:short", "1:AAAA", ":" + "A" * 44, "1:%%%"])
def test_malformed_key_rings_are_refused_in_a_sentence(keys: str) -> None:
    with pytest.raises(SetupError, match="PREPAID_ENCRYPTION_KEYS must be"):
        KeyRing.from_settings(Settings.model_validate({"encryption_keys": keys}))


async def encrypted(db: Database, actor: Actor, subject: UUID, tenant: UUID = PLATFORM_TENANT) -> bytes:
    async with db.write(actor) as tx:
        return await DataKeys(RING).encrypt(tx, subject, PHONE, at(subject), tenant=tenant)


async def decrypted(db: Database, ciphertext: bytes, subject: UUID, tenant: UUID = PLATFORM_TENANT) -> str:
    async with db.write(SYSTEM) as tx:
        return (await DataKeys(RING).decrypt(tx, ciphertext, at(subject), tenant=tenant)).decode()


async def test_one_key_a_person_also_when_two_begin_at_once(db: Database, superuser: asyncpg.Connection) -> None:
    person = uuid7()
    ciphertexts = await asyncio.gather(*(encrypted(db, SYSTEM, person) for _ in range(8)))
    assert {await decrypted(db, ciphertext, person) for ciphertext in ciphertexts} == {PHONE}
    assert await superuser.fetchval("SELECT count(*) FROM data_key") == 1


async def test_erasing_a_person_destroys_his_data_and_nobody_elses(db: Database) -> None:
    person, other, merchant = uuid7(), uuid7(), uuid7()
    at_bank, at_merchant = await encrypted(db, SYSTEM, person), await encrypted(db, SYSTEM, person, merchant)
    of_other = await encrypted(db, SYSTEM, other)
    async with db.write(SYSTEM) as tx:
        assert await DataKeys(RING).destroy(tx, person) == 2
    for ciphertext, tenant in ((at_bank, PLATFORM_TENANT), (at_merchant, merchant)):
        with pytest.raises(PersonErased):
            await decrypted(db, ciphertext, person, tenant)
    with pytest.raises(PersonErased):
        await encrypted(db, SYSTEM, person)
    assert await decrypted(db, of_other, other) == PHONE


async def test_a_consumer_uses_his_own_key_and_no_other(db: Database, consumer: Actor) -> None:
    assert consumer.account_id
    await encrypted(db, consumer, consumer.account_id)
    of_other = await encrypted(db, SYSTEM, uuid7())

    async def read(tx: WriteSession) -> bytes:
        return await DataKeys(RING).decrypt(tx, of_other, b"", tenant=PLATFORM_TENANT)

    with pytest.raises(Undecryptable):
        await db.run(consumer, read)


async def test_a_merchant_cannot_use_a_neighbours_keys(db: Database, cashier: Actor, neighbour: Actor) -> None:
    person = uuid7()
    assert cashier.merchant_id
    assert neighbour.merchant_id
    ciphertext = await encrypted(db, neighbour, person, neighbour.merchant_id)

    async def read(tx: WriteSession) -> bytes:
        assert neighbour.merchant_id
        return await DataKeys(RING).decrypt(tx, ciphertext, at(person), tenant=neighbour.merchant_id)

    with pytest.raises(Undecryptable):
        await db.run(cashier, read)
    assert await db.run(neighbour, read) == PHONE.encode()


async def test_rotation_while_others_read_and_write(
    db: Database, fresh_database: str, superuser: asyncpg.Connection
) -> None:
    people = [uuid7() for _ in range(60)]
    ciphertexts = {person: await encrypted(db, SYSTEM, person) for person in people}
    rotating = asyncio.create_task(rotate(fresh_database, keyring=BOTH))
    reads = 0
    while not rotating.done():
        person = people[reads % len(people)]
        async with db.write() as tx:
            plain = await DataKeys(BOTH).decrypt(tx, ciphertexts[person], at(person), tenant=PLATFORM_TENANT)
        assert plain == PHONE.encode()
        reads += 1
    assert await rotating == len(people)
    assert reads > 0
    assert await superuser.fetchval("SELECT string_agg(DISTINCT kek_id, ',') FROM data_key") == "new"
    only_new = DataKeys(KeyRing({"new": NEW}, INDEX))
    async with db.write() as tx:
        for person, ciphertext in ciphertexts.items():
            assert await only_new.decrypt(tx, ciphertext, at(person), tenant=PLATFORM_TENANT) == PHONE.encode()
    assert await rotate(fresh_database, keyring=BOTH) == 0


async def test_rotation_reaches_what_a_ring_key_encrypted_directly(
    fresh_database: str, superuser: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "_columns", dict(rotation._columns))
    monkeypatch.setattr(rotation, "BATCH", 4)
    encrypted_column(StoredFile.sha256)
    (column,) = [column for column in encrypted_columns() if column.place == "stored_file.sha256"]
    assert (column.table, column.tenant) == ("stored_file", "merchant_id")
    rows = [(uuid7(), uuid7()) for _ in range(10)]
    for tenant, row in rows:
        await superuser.execute(
            "INSERT INTO stored_file (merchant_id, id, purpose, name, content_type, size, status, created_at, sha256)"
            " VALUES ($1, $2, 'x', 'x', 'x', 1, 'PENDING', now(), $3)",
            tenant,
            row,
            RING.encrypt(PHONE, place(column.place, tenant, row)),
        )
    assert await rotate(fresh_database, keyring=BOTH) == 10
    only_new = KeyRing({"new": NEW}, INDEX)
    for row in await superuser.fetch("SELECT merchant_id, id, sha256 FROM stored_file"):
        here = place(column.place, row["merchant_id"], row["id"])
        assert only_new.decrypt(row["sha256"], here).decode() == PHONE


async def test_rotation_skips_the_destroyed_and_names_the_undecryptable(
    db: Database, fresh_database: str, superuser: asyncpg.Connection
) -> None:
    erased, damaged, fine = uuid7(), uuid7(), uuid7()
    for person in (erased, damaged, fine):
        await encrypted(db, SYSTEM, person)
    async with db.write() as tx:
        await DataKeys(RING).destroy(tx, erased)
    await superuser.execute("UPDATE data_key SET wrapped = wrapped || '\\x00' WHERE subject_id = $1", damaged)
    steps: list[tuple[str, int, int]] = []
    with pytest.raises(SetupError, match="1 values cannot be decrypted"):
        await rotate(fresh_database, lambda *step: steps.append(step), keyring=BOTH)
    assert steps == [("data_key.wrapped", 2, 2)]
    rotated = await superuser.fetchval("SELECT array_agg(subject_id) FROM data_key WHERE kek_id = 'new'")
    assert rotated == [fine]


BOX = SecretBox(os.urandom(32))
MINUTE = timedelta(minutes=1)


def test_a_ticket_carries_its_values_until_it_expires() -> None:
    ticket = BOX.sign("file", {"id": "x", "中": 1}, MINUTE)
    assert BOX.open("file", ticket) == {"id": "x", "中": 1}
    with clock.travel(timedelta(seconds=61)), pytest.raises(BadTicket):
        BOX.open("file", ticket)


def test_tickets_of_other_purposes_keys_and_algorithms_are_refused() -> None:
    ticket = BOX.sign("file", {"id": "x"}, MINUTE)
    head, body, _ = ticket.split(".")
    unsigned = "eyJhbGciOiJub25lIn0." + body + "."
    forged = (ticket[:-2], f"{head}.{body}.", unsigned, "", "a.b.c", "中", "a" * 5000, f"{ticket}.{ticket}")
    for text in (SecretBox(os.urandom(32)).sign("file", {}, MINUTE), BOX.sign("other", {}, MINUTE), *forged):
        with pytest.raises(BadTicket):
            BOX.open("file", text)
