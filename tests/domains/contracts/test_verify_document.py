"""What the platform says of documents that somebody holds: genuine, cut short, tampered with, or strange."""

import re
from io import BytesIO

import asyncpg
import pytest
from pyhanko.pdf_utils.generic import ArrayObject, NumberObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter, PageObject, PdfFileWriter

from prepaid.core.actor import Actor
from prepaid.domains.contracts.rules.verification import Alteration, Verdict
from tests.domains.contracts.world import World
from tests.domains.identity.cast import member, shop

SIGNERS = ["云岭滑冰馆有限公司合同专用章", "示例银行股份有限公司合同专用章"]


def _changed(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def _with_page_added(content: bytes) -> bytes:
    """Another page, by an incremental update as an editor makes it."""
    return _page_in(IncrementalPdfFileWriter(BytesIO(content)))


def _page_in(writer: BasePdfFileWriter) -> bytes:
    line = writer.add_object(StreamObject(stream_data=b"0 0 m 100 100 l S"))
    box = ArrayObject([NumberObject(side) for side in (0, 0, 595, 842)])
    writer.insert_page(PageObject(contents=line, media_box=box))
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


async def test_the_signed_contract_is_authentic(world: World) -> None:
    contract, content = await world.in_force()
    said = await world.verify(world.maker, content)
    assert said.verdict is Verdict.AUTHENTIC
    assert not said.alterations
    assert said.contract is not None
    assert (said.contract.id, said.contract.template_version) == (contract.id, 1)
    assert [each.signer for each in said.signatures] == SIGNERS
    assert all(each.intact and each.trusted and each.known and not each.changed_since for each in said.signatures)


async def test_one_changed_byte_is_reported(world: World) -> None:
    contract, content = await world.in_force()
    for at in (200, len(content) // 4):
        said = await world.verify(world.maker, _changed(content, at))
        assert said.verdict is Verdict.ALTERED, at
        assert said.contract is not None
        assert said.contract.id == contract.id
        assert {Alteration.SIGNED_BYTES_CHANGED, Alteration.UNREADABLE} & set(said.alterations), at


async def test_a_byte_that_no_signature_covers_is_reported(world: World) -> None:
    _, content = await world.in_force()
    last = list(re.finditer(rb"/Contents\s*<([0-9A-Fa-f]+)>", content))[-1]
    padding = content[: last.end(1) - 1] + b"1" + content[last.end(1) :]
    said = await world.verify(world.maker, padding)
    assert said.verdict is Verdict.ALTERED
    assert said.alterations == (Alteration.BYTES_ADDED,)
    said = await world.verify(world.maker, content + b"\n%late")
    assert said.verdict is Verdict.ALTERED


async def test_a_page_added_after_signing_is_reported(world: World) -> None:
    contract, content = await world.in_force()
    said = await world.verify(world.owner, _with_page_added(content))
    assert said.verdict is Verdict.ALTERED
    assert said.contract is not None
    assert said.contract.id == contract.id
    assert Alteration.CONTENT_ADDED in said.alterations
    assert Alteration.SIGNED_BYTES_CHANGED not in said.alterations


async def test_what_was_not_signed_by_all_is_incomplete(world: World, superuser: asyncpg.Connection) -> None:
    contract, content = await world.in_force()
    revisions = [match.end() for match in re.finditer(rb"%%EOF\s*", content)]
    hashes = await superuser.fetchval("SELECT array_agg(result_sha256) FROM contract_signature")
    assert len(hashes) == 2
    for end in revisions[:-1]:
        said = await world.verify(world.maker, content[:end])
        assert said.verdict in (Verdict.INCOMPLETE, Verdict.ALTERED)
        assert said.contract is not None
        assert said.contract.id == contract.id
    assert said.verdict is Verdict.INCOMPLETE


async def test_other_documents_are_unknown(world: World) -> None:
    await world.in_force()
    said = await world.verify(world.maker, _page_in(PdfFileWriter()))
    assert (said.verdict, said.contract, said.alterations) == (Verdict.UNKNOWN, None, ())


@pytest.fixture
async def stranger(world: World) -> Actor:
    """The owner of another merchant."""
    other = await shop(world.db, name="星河舞蹈")
    return await member(world.db, world.store, "owner", tenant=other.id)


async def test_another_merchant_learns_that_it_is_authentic_and_not_whose(world: World, stranger: Actor) -> None:
    _, content = await world.in_force()
    said = await world.verify(stranger, content)
    assert said.verdict is Verdict.AUTHENTIC
    assert said.contract is None
