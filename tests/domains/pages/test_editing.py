"""Overlays and forms through their commands, on a real database."""

import asyncio
from typing import Any

import asyncpg
import pytest
from sqlalchemy import delete
from sqlalchemy.exc import ProgrammingError

from prepaid.core.database import Database
from prepaid.core.errors import InvalidValue, NotFound, Refusal, StaleObject
from prepaid.domains.pages.commands.publish_overlay import publish_overlay, withdraw_overlay
from prepaid.domains.pages.commands.save_form import publish_form, save_form
from prepaid.domains.pages.commands.save_overlay import save_overlay
from prepaid.domains.pages.commands.take_values import take_values
from prepaid.domains.pages.errors.definitions import DefinitionInvalid, DefinitionTooLarge, NotADraft, OverlayBreaksType
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.models import FormDefinition, PageOverlay
from prepaid.domains.pages.reads.forms import published_form
from prepaid.domains.pages.reads.overlays import published_overlays
from prepaid.domains.pages.rules.check import check_form
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.mistakes import refuse
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import do
from tests.domains.pages.forms import LETTERS, field, when
from tests.domains.pages.people import Bank, patch
from tests.domains.pages.shop_pages import column

NOTE = {"op": "add", "at": "columns", "value": column("note")}
ONBOARDING = {
    "fields": [field("kind", "ENUM", required=True), field("code", visibleWhen=when("kind", "EQ", "A"), required=True)],
    "dictionaries": [LETTERS],
}


class Editing:
    """Saves and publishes as one editor."""

    def __init__(self, db: Database, bank: Bank, compiler: Compiler) -> None:
        self.db, self.bank, self.compiler = db, bank, compiler

    async def save(self, *ops: dict[str, Any], type_: str | None = None, **more: Any) -> PageOverlay:
        inputs = {"template_code": "shop", "page_key": "orders", "patch": patch(*ops)} | more
        return await do(
            self.db, self.bank.editor, save_overlay, merchant_type=type_, prove=self.compiler.prove, **inputs
        )

    async def publish(self, overlay: PageOverlay, revision: int | None = None) -> PageOverlay:
        return await do(
            self.db,
            self.bank.editor,
            publish_overlay,
            overlay_id=overlay.id,
            expected_revision=revision,
            prove=self.compiler.prove,
        )

    async def withdraw(self, overlay: PageOverlay) -> PageOverlay | None:
        return await do(self.db, self.bank.editor, withdraw_overlay, overlay_id=overlay.id, prove=self.compiler.prove)

    async def in_force(self, type_: str | None, reader: Any = None) -> list[int]:
        """Numbers of ops that are in force for a type, the template's first."""
        async with self.db.read(reader or self.bank.rink) as session:
            _, patches = await published_overlays(session, "shop", type_)
        return [len(one["ops"]) for one in patches.get("orders", [])]

    async def save_form(self, definition: dict[str, Any] = ONBOARDING, **more: Any) -> FormDefinition:
        inputs = {"key": "onboarding", "merchant_type": None, "name_zh": "入驻", "name_en": "Onboarding"} | more
        return await do(self.db, self.bank.editor, save_form, definition=definition, prove=prove_form, **inputs)

    async def publish_form(self, form: FormDefinition) -> FormDefinition:
        return await do(
            self.db, self.bank.editor, publish_form, form_id=form.id, expected_revision=None, prove=prove_form
        )


def prove_form(form: Form) -> None:
    refuse(check_form(form))


@pytest.fixture
def edit(db: Database, bank: Bank, compiler: Compiler) -> Editing:
    return Editing(db, bank, compiler)


async def test_a_draft_is_saved_published_and_replaced(edit: Editing, superuser: asyncpg.Connection) -> None:
    draft = await edit.save(NOTE)
    assert (draft.state, draft.version, draft.revision) == ("DRAFT", 1, 1)
    assert await edit.in_force("ice_rink") == []
    await edit.publish(draft, revision=1)
    assert await edit.in_force("ice_rink") == [1]
    second = await edit.save(NOTE, {"op": "remove", "at": "columns.rush"})
    assert second.version == 2
    await edit.publish(second)
    assert await edit.in_force("ice_rink") == [2]
    states = await superuser.fetch("SELECT version, state FROM page_overlay ORDER BY version")
    assert [tuple(row) for row in states] == [(1, "RETIRED"), (2, "PUBLISHED")]
    events = await superuser.fetch("SELECT action FROM audit_event WHERE object_type = 'PageOverlay' ORDER BY id")
    assert [row["action"] for row in events] == ["overlay.saved", "overlay.published"] * 2


async def test_a_merchant_type_stands_on_its_template(edit: Editing) -> None:
    wider = {"op": "set", "at": "columns.note", "values": {"width": 200}}
    with pytest.raises(DefinitionInvalid):
        await edit.save(wider, type_="ice_rink")
    template = await edit.publish(await edit.save(NOTE))
    await edit.publish(await edit.save(wider, type_="ice_rink"))
    assert await edit.in_force("ice_rink") == [1, 1]
    assert await edit.in_force("dance_school", edit.bank.school) == [1]
    other = await edit.save({"op": "remove", "at": "columns.rush"})
    for breaking in (edit.publish(other), edit.withdraw(template)):
        with pytest.raises(OverlayBreaksType) as refusal:
            await breaking
        assert "ice_rink" in refusal.value.message("zh-CN")
    assert await edit.in_force("ice_rink") == [1, 1]


async def test_every_mistake_is_told_with_its_place(edit: Editing) -> None:
    with pytest.raises(DefinitionInvalid) as refusal:
        await edit.save({"op": "set", "at": "columns.no", "values": {"path": "number", "linkPage": "shops"}})
    told = [(one.path, one.message("en")) for one in (refusal.value, *refusal.value.also)]
    assert told == [
        (("patch", "columns", "no", "linkPage"), "columns.no.linkPage: there is no page shops"),
        (("patch", "columns", "no", "path"), "columns.no.path: Order has no field number"),
    ]
    with pytest.raises(DefinitionInvalid) as refusal:
        await edit.save({"op": "paint", "at": "columns.no"})
    assert refusal.value.path == ("patch", "ops", "0")
    with pytest.raises(DefinitionInvalid):
        await edit.save(page_key="shops")


async def test_editors_do_not_overwrite_each_other(edit: Editing) -> None:
    draft = await edit.save(NOTE)
    await edit.save(NOTE, expected_revision=1)
    for stale in (None, 1, 3):
        with pytest.raises(StaleObject):
            await edit.save(NOTE, expected_revision=stale)
    with pytest.raises(StaleObject):
        await edit.publish(draft, revision=1)
    await edit.publish(draft, revision=2)
    with pytest.raises(NotADraft):
        await edit.publish(draft)


async def test_two_editors_at_once_make_one_draft(edit: Editing, superuser: asyncpg.Connection) -> None:
    outcomes = await asyncio.gather(*(edit.save(NOTE) for _ in range(8)), return_exceptions=True)
    assert sum(isinstance(outcome, PageOverlay) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, StaleObject) for outcome in outcomes) == 7
    assert await superuser.fetchval("SELECT count(*) FROM page_overlay") == 1


async def test_a_withdrawn_overlay_is_as_if_it_had_never_been(edit: Editing, superuser: asyncpg.Connection) -> None:
    published = await edit.publish(await edit.save(NOTE))
    retired = await edit.withdraw(published)
    assert retired is not None
    assert retired.state == "RETIRED"
    assert await edit.in_force("ice_rink") == []
    assert await edit.withdraw(await edit.save(NOTE)) is None
    assert await superuser.fetchval("SELECT count(*) FROM page_overlay") == 1


async def test_unknown_audiences_and_huge_patches_are_refused(edit: Editing) -> None:
    with pytest.raises(NotFound) as refusal:
        await edit.save(NOTE, template_code="nobody")
    assert refusal.value.path == ("templateCode",)
    with pytest.raises(NotFound) as refusal:
        await edit.save(NOTE, type_="cinema")
    assert refusal.value.path == ("merchantType",)
    with pytest.raises(DefinitionTooLarge):
        await edit.save({**NOTE, "value": {"key": "x" * 600_000}})
    ghost = PageOverlay(id=uuid7())
    with pytest.raises(NotFound):
        await edit.publish(ghost)


async def test_merchants_see_no_drafts_and_change_nothing(edit: Editing, db: Database) -> None:
    await edit.save(NOTE)
    async with db.read(edit.bank.rink) as session:
        assert await session.fetchval("SELECT count(*) FROM page_overlay") == 0
    with pytest.raises(ProgrammingError, match="permission denied"):
        async with db.write(edit.bank.rink) as tx:
            await tx.execute(delete(PageOverlay))


async def test_a_form_is_saved_published_and_taken_by_type(edit: Editing, db: Database) -> None:
    await edit.publish_form(await edit.save_form())
    own = {**ONBOARDING, "fields": [*ONBOARDING["fields"], field("ice", "BOOLEAN")]}
    await edit.publish_form(await edit.save_form(own, merchant_type="ice_rink"))
    async with db.write(edit.bank.rink) as tx:
        assert len((await published_form(tx, "onboarding", "ice_rink"))[1].fields) == 3
        stored, form = await published_form(tx, "onboarding", "dance_school")
        with pytest.raises(NotFound):
            await published_form(tx, "closing", None)
    assert (stored.version, stored.state) == (1, "PUBLISHED")
    assert take_values(form, {"kind": "A", "code": " x "}) == {"kind": "A", "code": "x"}
    with pytest.raises(Refusal) as refusal:
        take_values(form, {"kind": "B", "code": "x", "more": 1}, path=("input", "values"))
    told = {(one.path, one.code) for one in (refusal.value, *refusal.value.also)}
    assert told == {(("input", "values", "code"), "FIELD_HIDDEN"), (("input", "values", "more"), "FIELD_UNKNOWN")}


async def test_a_form_that_cannot_work_is_refused_with_the_place(edit: Editing) -> None:
    with pytest.raises(DefinitionInvalid) as refusal:
        await edit.save_form(
            {"fields": [field("a", "ENUM", dictionary="x"), field("b", visibleWhen=when("c", "EMPTY"))]}
        )
    places = [one.path for one in (refusal.value, *refusal.value.also)]
    assert places == [
        ("definition", "fields", "a", "dictionary"),
        ("definition", "fields", "b", "visibleWhen", "0", "all", "0", "field"),
    ]
    with pytest.raises(InvalidValue):
        await edit.save_form(key="On boarding")
    with pytest.raises(StaleObject):
        await edit.save_form(expected_revision=1)


async def test_a_published_form_never_changes(edit: Editing, db: Database) -> None:
    first = await edit.publish_form(await edit.save_form())
    draft = await edit.save_form({"fields": [field("a")]}, name_en="Second")
    assert (draft.id, draft.version) != (first.id, first.version)
    async with db.write(edit.bank.editor) as tx:
        kept, form = await published_form(tx, "onboarding", None)
    assert (kept.id, kept.name_en, len(form.fields)) == (first.id, "Onboarding", 2)
