"""A bank with its people, a merchant with its own, templates and seals: made through the commands."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.database import Database
from prepaid.core.files import Files
from prepaid.core.jobs import run_due
from prepaid.core.services import Services
from prepaid.domains.contracts.commands.create_contract import create_contract
from prepaid.domains.contracts.commands.create_seal import create_seal
from prepaid.domains.contracts.commands.create_template import create_template
from prepaid.domains.contracts.commands.file_kinds import DOCUMENT_TO_VERIFY
from prepaid.domains.contracts.commands.save_template_draft import save_template_draft
from prepaid.domains.contracts.commands.sign_contract import Signing, current_bytes, sign_contract
from prepaid.domains.contracts.commands.submit_template import submit_template
from prepaid.domains.contracts.commands.verify_document import Verification, verify_document
from prepaid.domains.contracts.models import Contract, ContractTemplate, ContractTemplateVersion, Seal
from prepaid.domains.contracts.reads.files import file_bytes
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import Party, Scene, SealKind
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.models import ChangeRequest, Merchant
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from tests.domains.identity.cast import Platform, do, document, member, node, platform, role, shop

BANK_CODES = (
    *("contract_template.edit", "contract_template.approve", "contract.create", "contract.sign", "contract.end"),
    *("contract.verify", "seal.manage", "seal.grant", "seal.review"),
)
MERCHANT_CODES = ("contract.sign", "contract.verify", "seal.manage", "seal.grant")
PAGES = ("contract_template.read", "contract.read", "seal.read", "change.read", "agreement.read")


def _nodes(codes: Sequence[str], pages: Sequence[str]) -> list[dict[str, Any]]:
    actions = [node(code, "ACTION", f"{code.split('.')[0]}.read") for code in codes]
    return [*(node(page, "PAGE") for page in pages), *actions]


BANK_PLATFORM = document(
    "lender", "BANK", _nodes(BANK_CODES, PAGES), [role("all", *BANK_CODES, *PAGES), role("reader", *PAGES)]
)
MERCHANT_PAGES = ("contract.read", "seal.read", "change.read", "agreement.read")
MERCHANT_PLATFORM = document(
    "store",
    "MERCHANT",
    _nodes(MERCHANT_CODES, MERCHANT_PAGES),
    [role("owner", *MERCHANT_CODES, *MERCHANT_PAGES), role("clerk", "contract.sign", *MERCHANT_PAGES)],
)
CLAUSES: list[dict[str, str]] = [
    {
        "key": "scope",
        "title_zh": "合作内容",
        "title_en": "Scope",
        "body": "{{merchant.name}}发行预付卡，{{bank.name}}存管 {{rule.custody_ratio_bps}}。\n区域：{{area}}。",
    },
    {
        "key": "refund",
        "title_zh": "退款",
        "title_en": "Refund",
        "body": "消费者有权解除合同，商户应当自收到申请之日起十五日内退还未消费的余额。",
    },
]
VARIABLES: dict[str, Any] = {
    "fields": [{"key": "area", "kind": "TEXT", "label": {"zh": "合作区域", "en": "Area"}, "required": True}]
}
PARAMETERS: dict[str, Any] = {"custody_ratio_bps": 4000}
RANGES: dict[str, Any] = {"custody_ratio_bps": [2000, 8000]}
TODAY = date(2026, 3, 2)


def facts(party: Party, name: str = "云岭滑冰馆有限公司") -> PartyFacts:
    seed = 1 if party is Party.MERCHANT else 2
    bank = party is Party.BANK
    return PartyFacts(
        party=party,
        name="示例银行股份有限公司" if bank else name,
        code=fictitious.uscc(seed),
        representative="秦远山" if bank else "林晓云",
        address="示例市银行路 1 号",
        phone="95000",
    )


@dataclass
class World:
    """Everybody and everything a contract needs."""

    services: Services
    maker: Actor
    checker: Actor
    merchant: Merchant
    owner: Actor
    clerk: Actor
    store: Platform

    @property
    def db(self) -> Database:
        return self.services.database

    @property
    def files(self) -> Files:
        return self.services.files

    @classmethod
    async def make(cls, services: Services) -> "World":
        db = services.database
        bank = await platform(db, BANK_PLATFORM)
        store = await platform(db, MERCHANT_PLATFORM)
        merchant = await shop(db)
        owner, clerk = [await member(db, store, code, tenant=merchant.id) for code in ("owner", "clerk")]
        people = [
            replace(each, session_id=uuid7(), address="203.0.113.7", device="Firefox")
            for each in (await member(db, bank, "all"), await member(db, bank, "all"), owner, clerk)
        ]
        return cls(services, people[0], people[1], merchant, people[2], people[3], store)

    async def approve(self, change: ChangeRequest, checker: Actor | None = None) -> ChangeRequest:
        which = {"tenant": change.merchant_id, "change_id": change.id, "payload_hash": change.payload_hash}
        return await do(self.db, checker or self.checker, approve_change, **which)

    async def open_change(self, target_id: UUID) -> ChangeRequest:
        async with self.db.write(SYSTEM) as tx:
            return (await tx.scalars(select(ChangeRequest).filter_by(target_id=target_id, state="OPEN"))).one()

    async def template(self, scene: Scene = Scene.MERCHANT_AGREEMENT, **more: Any) -> ContractTemplate:
        named = {"code": f"t{uuid7().hex[-12:]}", "name_zh": "商户入驻合同", "name_en": "Merchant agreement"} | more
        return await do(self.db, self.maker, create_template, scene=scene, **named)

    async def draft(self, template: ContractTemplate, **more: Any) -> ContractTemplateVersion:
        custom = template.custom_merchant_id is not None
        content: dict[str, Any] = {
            "clauses": CLAUSES,
            "variables": VARIABLES,
            "parameters": PARAMETERS,
            "ranges": RANGES,
            "type_codes": [] if custom else ["ice_rink"],
        }
        return await do(self.db, self.maker, save_template_draft, template_id=template.id, **(content | more))

    async def publish(self, version: ContractTemplateVersion) -> ContractTemplateVersion:
        asked = {"version_id": version.id, "expected_revision": version.revision}
        _, change = await do(self.db, self.maker, submit_template, **asked)
        await self.approve(change)
        async with self.db.write(SYSTEM) as tx:
            found = await tx.get(ContractTemplateVersion, version.id)
            assert found is not None
            return found

    async def published(self, scene: Scene = Scene.MERCHANT_AGREEMENT, **more: Any) -> ContractTemplateVersion:
        return await self.publish(await self.draft(await self.template(scene), **more))

    async def seal(self, actor: Actor, kind: SealKind = SealKind.CONTRACT, *, reviewer: Actor | None = None) -> Seal:
        """An active seal of the actor's own tenant, drawn by the platform."""
        tenant = actor.merchant_id or PLATFORM_TENANT
        holder = facts(Party.MERCHANT if actor.merchant_id else Party.BANK)
        seal = await do(
            self.db,
            actor,
            create_seal,
            files=self.files,
            tenant=tenant,
            kind=kind,
            holder_name=holder.name,
            holder_code=holder.code,
        )
        await self.approve(await self.open_change(seal.id), reviewer)
        await run_due(self.services)
        again: Seal = await self.again(seal)
        return again

    async def again(self, row: Any) -> Any:
        """The row as it stands now."""
        key = (row.merchant_id, row.id) if hasattr(row, "merchant_id") else row.id
        async with self.db.write(SYSTEM) as tx:
            return await tx.get(type(row), key)

    async def again_template(self, version: ContractTemplateVersion) -> ContractTemplate:
        """The template of a version."""
        async with self.db.write(SYSTEM) as tx:
            found = await tx.get(ContractTemplate, version.template_id)
            assert found is not None
            return found

    async def contract(self, **more: Any) -> Contract:
        """A contract that waits for its first signature."""
        made = await do(self.db, self.maker, create_contract, **self.wanted(**more))
        await run_due(self.services)
        found: Contract = await self.again(made)
        return found

    def wanted(self, **more: Any) -> dict[str, Any]:
        """Inputs of `create_contract`."""
        parties = [facts(Party.MERCHANT), facts(Party.BANK)]
        wanted: Mapping[str, Any] = {
            "merchant_id": self.merchant.id,
            "scene": Scene.MERCHANT_AGREEMENT,
            "type_code": "ice_rink",
            "parties": parties,
            "valid_from": clock.today_shanghai(),
            "valid_to": clock.today_shanghai() + timedelta(days=365),
            "variables": {"area": "示例市"},
        }
        return {**wanted, **more}

    async def sign(self, actor: Actor, contract: Contract, seal: Seal, **more: Any) -> Signing:
        """Say yes, and let the signing service do its work."""
        signing = await self.say_yes(actor, contract, seal, **more)
        await self.work()
        return signing

    async def work(self) -> None:
        """Let background work be done."""
        await run_due(self.services)

    async def say_yes(self, actor: Actor, contract: Contract, seal: Seal, **more: Any) -> Signing:
        """Agree to the bytes as they stand now."""
        current: Contract = await self.again(contract)
        asked = {"document_sha256": current_bytes(current), "seal_id": seal.id} | more
        row = {"merchant_id": contract.merchant_id, "contract_id": contract.id}
        return await do(self.db, actor, sign_contract, **row, **asked)

    async def bytes_of(self, contract: Contract) -> bytes:
        """The file as it stands now."""
        current: Contract = await self.again(contract)
        file_id = current.signed_file_id or current.content_file_id
        assert file_id is not None
        async with self.db.write(SYSTEM) as tx:
            content = await file_bytes(tx, self.files, contract.merchant_id, file_id)
        assert sha256(content).digest() == current_bytes(current)
        return content

    async def upload(self, actor: Actor, purpose: str, content: bytes, media_type: str = "application/pdf") -> str:
        """The token of a file that the actor has uploaded."""
        name = f"file.{media_type.rsplit('/', 1)[1]}"
        async with self.db.write(actor) as tx:
            ticket = await self.files.create_upload(tx, purpose, name, len(content), media_type)

        async def body() -> AsyncIterator[bytes]:
            yield content

        await self.files.receive(ticket.url.rsplit("/", 1)[1], body(), actor.session_id)
        return ticket.token

    async def verify(self, actor: Actor, content: bytes) -> Verification:
        """What the platform says of a document that somebody holds."""
        token = await self.upload(actor, DOCUMENT_TO_VERIFY.code, content)
        return await do(self.db, actor, verify_document, files=self.files, document=token)

    async def in_force(self) -> tuple[Contract, bytes]:
        """A contract that both have signed, and its bytes."""
        await self.published()
        ours, theirs = await self.seal(self.owner), await self.seal(self.maker)
        contract = await self.contract()
        await self.sign(self.owner, contract, ours)
        await self.sign(self.maker, contract, theirs)
        return await self.again(contract), await self.bytes_of(contract)
