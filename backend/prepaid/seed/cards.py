"""Cards of the demo: trial lots that merchants gave away, in every state a card can be in, and a delivery of plastic.

Nothing is paid here, so that nobody is owed anything: what was sold lies with the orders of the demo.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import tasks
from prepaid.core.crypto import DataKeys, KeyRing, SecretBox
from prepaid.core.database import Database, WriteSession
from prepaid.core.files import CSV, Files, open_store
from prepaid.core.files.uploads import upload_token
from prepaid.core.progress import Report
from prepaid.core.settings import Settings
from prepaid.domains.cards.commands.card_pin import set_card_pin
from prepaid.domains.cards.commands.consume import consume
from prepaid.domains.cards.commands.expire_cards import expire_cards
from prepaid.domains.cards.commands.file_kinds import CARD_STOCK
from prepaid.domains.cards.commands.grant_lots import LotGrant, Payer, grant_lots
from prepaid.domains.cards.commands.hold_card import hold_card
from prepaid.domains.cards.commands.import_stock import import_stock
from prepaid.domains.cards.commands.load_stock import begin_loading, finish_loading, load_chunk
from prepaid.domains.cards.commands.lost_cards import replace_card, report_loss
from prepaid.domains.cards.commands.move_stock import allocate_stock
from prepaid.domains.cards.commands.open_card import CardSale, CardTerms, open_card
from prepaid.domains.cards.models import Card, CardBatch
from prepaid.domains.cards.reads.holders import Holder, holder_of
from prepaid.domains.cards.reads.stock import batch_of
from prepaid.domains.cards.rules.cards import Funding, HoldKind, LotUnit, Source
from prepaid.domains.cards.rules.consumption import Wanted
from prepaid.domains.cards.rules.numbers import card_number
from prepaid.domains.cards.rules.stock_file import csv_rows, lines_of
from prepaid.domains.catalog.commands.decide_review import decide_review
from prepaid.domains.catalog.commands.put_on_sale import put_on_sale
from prepaid.domains.catalog.commands.save_card_type import save_card_type
from prepaid.domains.catalog.commands.submit_version import submit_version
from prepaid.domains.catalog.models import CardTypeVersion, Service
from prepaid.domains.catalog.rules.details import CardTypeDetails
from prepaid.domains.catalog.rules.products import CardForm, CardKind, ProductKind, ValidityKind
from prepaid.domains.identity.commands.ensure_customer import consumer_at_counter, ensure_customer
from prepaid.domains.identity.commands.enter_identity import enter_identity
from prepaid.domains.identity.reads.consumers import consumer_facts
from prepaid.domains.ledger.commands.bonuses import consume_bonus, grant_bonus
from prepaid.domains.stores.models import Store
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from prepaid.seed.acting import acting, person_with
from prepaid.seed.opened import SEEDER

TERMS: Final = CardTerms(custody_bps=4_000, holdback_bps=1_000, undo_window_minutes=60, dispute_window_days=7)
NAMES: Final = (
    *("林晓岚", "陈海星", "周未央", "赵青禾", "沈知夏", "顾南乔", "许念安", "江若水", "宋明澈", "陆清欢"),
    *("程以宁", "苏沐阳", "方知行", "姜予墨", "叶初晴", "秦思远"),
)
FIRST_PERSON: Final = 300
THREE_YEARS: Final = 1_095
PLASTIC: Final = 60
WRONG_ROWS: Final = ("880312345678901", "12-34", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialType:
    """A type of card that a demo merchant gives away."""

    name: str
    prefix: str
    form: CardForm = CardForm.VIRTUAL


TRIALS: Final[Mapping[str, TrialType]] = {
    "yunling": TrialType(name="体验冰卡", prefix="8803", form=CardForm.PHYSICAL),
    "xinghe": TrialType(name="舞蹈体验卡", prefix="8804"),
}


@dataclass(slots=True)
class Desk:
    """A merchant's counter, with what was opened there."""

    merchant_id: UUID
    keyring: KeyRing
    store: UUID
    service: UUID
    registered: CardTypeVersion
    trial: CardTypeVersion
    people: list[int]
    cards: list[Card] = field(default_factory=list)

    async def holder(self, tx: WriteSession) -> Holder:
        number = self.people.pop()
        keys = DataKeys(self.keyring)
        phone = fictitious.phone(FIRST_PERSON + number)
        account = await consumer_at_counter(tx, keyring=self.keyring, data_keys=keys, phone=phone)
        await enter_identity(
            tx,
            tx.actor,
            keyring=self.keyring,
            data_keys=keys,
            account_id=account,
            real_name=NAMES[number],
            id_card=fictitious.id_card(FIRST_PERSON + number),
            accept_fictitious=True,
        )
        await ensure_customer(tx, self.merchant_id, await consumer_facts(tx, account))
        return await holder_of(tx, self.keyring, keys, account)

    async def open(self, tx: WriteSession, *, named: bool, visits: int, number: str | None = None) -> Card:
        """A card with trial visits; a registered one for somebody new, or an anonymous one for nobody known."""
        card_type = self.registered if named else self.trial
        holder = await self.holder(tx) if named else None
        sale = CardSale(
            store_id=self.store, purchaser_account_id=holder.account_id if holder else None, seller_name="前台"
        )
        card = await open_card(
            tx,
            merchant_id=self.merchant_id,
            card_type=card_type,
            holder=holder,
            sale=sale,
            terms=TERMS,
            physical_number=number,
        )
        grant = LotGrant(
            unit=LotUnit.VISIT,
            funding=Funding.BONUS,
            quantity=visits,
            service_ids=(self.service,),
            list_fen=visits * 8_800,
        )
        for lot in await grant_lots(tx, card, [grant], payer=Payer(order_id=uuid7())):
            await tx.flush()
            which = {"grant_id": lot.id, "contract_id": card.contract_id}
            await grant_bonus(tx, self.merchant_id, **which, amount_fen=lot.list_fen)
        self.cards.append(card)
        return card

    async def use(self, tx: WriteSession, card: Card, visits: int) -> None:
        source = Source("DEMO", uuid7())
        want = Wanted(unit=LotUnit.VISIT, quantity=visits, service_id=self.service)
        taken = await consume(tx, self.merchant_id, card.id, [want], source=source)
        worth = sum(each.bonus_fen for each in taken)
        which = {"consumption_id": source.id, "contract_id": card.contract_id}
        await consume_bonus(tx, self.merchant_id, **which, amount_fen=worth)


async def seed_cards(
    database: Database, merchants: Mapping[str, UUID], settings: Settings, keyring: KeyRing, report: Report
) -> None:
    """Give the demo's merchants cards, where they have none; `merchants` by their keys."""
    files = Files(database, open_store(settings), SecretBox.from_settings(settings), settings)
    for done, (key, trial) in enumerate(TRIALS.items(), 1):
        async with database.write(SEEDER) as tx:
            if await tx.scalar(select(Card.id).filter_by(merchant_id=merchants[key]).limit(1)):
                continue
            desk = await _desk(tx, merchants[key], trial, keyring, list(range(len(NAMES))[done % 2 :: 2]))
        if trial.form is CardForm.PHYSICAL:
            await _delivery(database, files, desk, trial, key)
        async with database.write(SEEDER) as tx:
            await _cards(tx, desk, trial)
        report("Cards", done, len(TRIALS))


async def _desk(tx: WriteSession, merchant_id: UUID, trial: TrialType, keyring: KeyRing, people: list[int]) -> Desk:
    stores = select(Store.id).where(Store.merchant_id == merchant_id, Store.type != "ONLINE").order_by(Store.number)
    services = select(Service.id).filter_by(merchant_id=merchant_id).order_by(Service.number)
    types = select(CardTypeVersion).filter_by(merchant_id=merchant_id, state="ON_SALE", kind="REGISTERED")
    details = CardTypeDetails(
        name=trial.name,
        kind=CardKind.ANONYMOUS,
        form=trial.form,
        face_limit_fen=100_000,
        number_prefix=trial.prefix,
        validity=ValidityKind.FROM_PURCHASE,
        validity_days=THREE_YEARS,
        transfer_allowed=True,
        gift_allowed=True,
    )
    version = await save_card_type(tx, tx.actor, merchant_id=merchant_id, details=details)
    which = {"merchant_id": merchant_id, "version_id": version.id}
    review = await submit_version(tx, tx.actor, kind=ProductKind.CARD_TYPE, **which)
    await decide_review(tx, tx.actor, merchant_id=merchant_id, review_id=review.id, approve=True)
    await put_on_sale(tx, tx.actor, kind=ProductKind.CARD_TYPE, **which)
    return Desk(
        merchant_id=merchant_id,
        keyring=keyring,
        store=(await tx.scalars(stores.limit(1))).one(),
        service=(await tx.scalars(services.limit(1))).one(),
        registered=(await tx.scalars(types.order_by(CardTypeVersion.id).limit(1))).one(),
        trial=version,
        people=people,
    )


async def _delivery(database: Database, files: Files, desk: Desk, trial: TrialType, key: str) -> None:
    """A delivery of plastic, some rows of whose file are wrong; a third of it lies in the first store."""
    numbers = [card_number(trial.prefix, running) for running in range(5_001, 5_001 + PLASTIC)]
    content = _file([*numbers, *WRONG_ROWS, numbers[0]])
    async with database.write(SEEDER) as tx:
        owner = await acting(tx, person_with("owner", merchant=key))
    async with database.write(owner) as tx:
        expires_at = clock.now() + timedelta(days=1)
        file_id = await files.put(tx, CARD_STOCK.code, "体验卡到货.csv", content, CSV.media_type, expires_at=expires_at)
        batch = await import_stock(
            tx,
            owner,
            merchant_id=desk.merchant_id,
            card_type_id=desk.trial.product_id,
            store_id=None,
            file=upload_token(desk.merchant_id, file_id),
        )
    await tasks.Progress(database, desk.merchant_id, batch.task_id).begin()
    worker = replace(SEEDER, merchant_id=desk.merchant_id)
    async with database.write(worker) as tx:
        await _load(tx, batch, lines_prefix=trial.prefix, content=content)
    async with database.write(SEEDER) as tx:
        await allocate_stock(
            tx, tx.actor, merchant_id=desk.merchant_id, batch_id=batch.id, store_id=desk.store, count=PLASTIC // 3
        )


async def _load(tx: WriteSession, batch: CardBatch, *, lines_prefix: str, content: bytes) -> None:
    lines = lines_of(csv_rows(content), lines_prefix)
    await begin_loading(tx, batch.merchant_id, batch.id, len(lines))
    await load_chunk(tx, batch.merchant_id, batch.id, 0, lines)
    found = await batch_of(tx, batch.merchant_id, batch.id, lock=True)
    await finish_loading(tx, found, error_file_id=None)


def _file(numbers: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["序号", "卡号"])
    writer.writerows([index, number] for index, number in enumerate(numbers, 1))
    return text.getvalue().encode()


async def _cards(tx: WriteSession, desk: Desk, trial: TrialType) -> None:
    which = {"merchant_id": desk.merchant_id}
    with clock.travel(-timedelta(days=THREE_YEARS + 20)):
        await desk.open(tx, named=False, visits=2)
    for visits in (3, 4, 2, 5):
        card = await desk.open(tx, named=True, visits=visits)
        await desk.use(tx, card, 1)
    plastic = trial.form is CardForm.PHYSICAL
    for index in range(4):
        number = card_number(trial.prefix, 5_001 + index) if plastic else None
        await desk.open(tx, named=False, visits=1 + index, number=number)
    await expire_cards(tx)
    lost, replaced, held = desk.cards[1], desk.cards[2], desk.cards[3]
    await report_loss(tx, tx.actor, **which, card_id=lost.id, reason="持卡人来电挂失")
    await report_loss(tx, tx.actor, **which, card_id=replaced.id, reason="持卡人到店挂失")
    await replace_card(tx, tx.actor, merchant_id=desk.merchant_id, card_id=replaced.id, store_id=desk.store)
    await hold_card(tx, tx.actor, **which, card_id=held.id, kind=HoldKind.RISK, reason="短时间内多次异地核销")
    await set_card_pin(tx, tx.actor, **which, card_id=desk.cards[4].id, pin="730415")
