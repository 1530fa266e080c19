"""Seals and contracts of the demo: each merchant has signed with the bank, one is asked to sign an amendment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.crypto import KeyRing, SecretBox
from prepaid.core.database import Database
from prepaid.core.files import Files, open_store
from prepaid.core.progress import Report
from prepaid.core.settings import Settings
from prepaid.domains.contracts.commands.apply_signature import apply_signature
from prepaid.domains.contracts.commands.create_contract import create_contract
from prepaid.domains.contracts.commands.create_seal import create_seal
from prepaid.domains.contracts.commands.freeze_contract import freeze_contract
from prepaid.domains.contracts.commands.review_seal import ACTIVATE, certify_seal
from prepaid.domains.contracts.commands.sign_contract import current_bytes, sign_contract
from prepaid.domains.contracts.models import Contract, Seal
from prepaid.domains.contracts.reads.bank_facts import bank_facts
from prepaid.domains.contracts.reads.merchant_facts import merchant_facts
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import Scene, SealKind
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.seed.acting import acting, person_with
from prepaid.seed.agreements import approved, seed_agreements
from prepaid.seed.opened import SEEDER
from prepaid.seed.people import MERCHANTS, DemoMerchant

AMENDED: Final = "binghe"
"""By the merchant's key: who is asked to sign an amendment."""
AMENDMENT: Final = {"custody_ratio_bps": 5_000}
YEARS: Final = 3
FIRST_COMPANY: Final = 41


@dataclass(frozen=True)
class Office:
    """Who keeps contracts at the bank, and what signing needs."""

    database: Database
    files: Files
    keyring: KeyRing
    settings: Settings
    maker: Actor
    checker: Actor

    @classmethod
    async def open(cls, database: Database, settings: Settings) -> "Office":
        async with database.write(SEEDER) as tx:
            maker, checker = [await acting(tx, person_with(role)) for role in ("contracts", "compliance")]
        files = Files(database, open_store(settings), SecretBox.from_settings(settings), settings)
        return cls(database, files, KeyRing.from_settings(settings), settings, maker, checker)

    async def seal(self, administrator: Actor, holder: PartyFacts) -> Seal:
        """A contract seal drawn from the holder's name, reviewed and certified."""
        tenant = administrator.merchant_id or PLATFORM_TENANT
        async with self.database.write(administrator) as tx:
            seal = await create_seal(
                tx,
                administrator,
                files=self.files,
                tenant=tenant,
                kind=SealKind.CONTRACT,
                holder_name=holder.name,
                holder_code=holder.code,
            )
        async with self.database.write(SEEDER) as tx:
            change = (await tx.scalars(select(ChangeRequest).filter_by(kind=ACTIVATE, target_id=seal.id))).one()
        await approved(self.database, self.checker, change)
        async with self.database.write(SYSTEM) as tx:
            operator = self.settings.bank_name
            await certify_seal(tx, keyring=self.keyring, operator=operator, tenant=tenant, seal_id=seal.id)
        return seal

    async def contract(self, merchant_id: UUID, type_code: str, merchant: PartyFacts, **more: Any) -> Contract:
        """A contract that waits for the merchant's signature."""
        today = clock.today_shanghai()
        async with self.database.write(self.maker) as tx:
            contract = await create_contract(
                tx,
                self.maker,
                merchant_id=merchant_id,
                scene=Scene.MERCHANT_AGREEMENT,
                parties=[merchant, bank_facts(self.settings)],
                valid_from=today,
                valid_to=_years_later(today),
                type_code=type_code,
                variables={"settlementAccount": merchant.name},
                **more,
            )
        async with self.database.write(SYSTEM) as tx:
            await freeze_contract(tx, files=self.files, merchant_id=merchant_id, contract_id=contract.id)
        return contract

    async def sign(self, signer: Actor, contract: Contract, seal: Seal) -> None:
        """The administrator of a seal agrees to the bytes as they stand, and the service signs."""
        which = {"merchant_id": contract.merchant_id, "contract_id": contract.id}
        async with self.database.write(signer) as tx:
            current = await tx.get_one(Contract, (contract.merchant_id, contract.id))
            signing = await sign_contract(tx, signer, **which, seal_id=seal.id, document_sha256=current_bytes(current))
        assert signing.signature is not None
        async with self.database.write(SYSTEM) as tx:
            await apply_signature(
                tx,
                files=self.files,
                keyring=self.keyring,
                operator=self.settings.bank_name,
                merchant_id=contract.merchant_id,
                signature_id=signing.signature.id,
            )


async def seed_contracts(database: Database, merchants: Mapping[str, UUID], settings: Settings, report: Report) -> None:
    """Templates, the bank's seal, and the contracts of the merchants that have none; `merchants` by their keys."""
    office = await Office.open(database, settings)
    await seed_agreements(database, office.maker, office.checker)
    async with database.write(SEEDER) as tx:
        known = set(await tx.scalars(select(Contract.merchant_id)))
        bank_seal = await tx.scalar(select(Seal).filter_by(merchant_id=PLATFORM_TENANT, kind=SealKind.CONTRACT))
    bank_seal = bank_seal or await office.seal(office.maker, bank_facts(settings))
    for done, each in enumerate(MERCHANTS, 1):
        if merchants[each.key] not in known:
            await _signed(office, each, merchants[each.key], bank_seal)
        report("Contracts", done, len(MERCHANTS))


async def _signed(office: Office, each: DemoMerchant, merchant_id: UUID, bank_seal: Seal) -> None:
    person = person_with("owner", merchant=each.key)
    async with office.database.write(SEEDER) as tx:
        owner = await acting(tx, person)
        company, _ = await merchant_facts(tx, merchant_id)
    if not company.code:
        number = FIRST_COMPANY + MERCHANTS.index(each)
        company = replace(company, code=fictitious.uscc(number), representative=person.name)
    seal = await office.seal(owner, company)
    contract = await office.contract(merchant_id, each.type_code, company)
    await office.sign(owner, contract, seal)
    await office.sign(office.maker, contract, bank_seal)
    if each.key == AMENDED:
        await office.contract(merchant_id, each.type_code, company, parameters=AMENDMENT, supersedes_id=contract.id)


def _years_later(day: date) -> date:
    return day + timedelta(days=365 * YEARS)
