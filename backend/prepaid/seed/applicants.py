"""Applications of the demo: its merchants' own, and four that stand at different steps."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final, TypedDict
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM, Actor, DbRole, ScopeKind, Via
from prepaid.core.crypto import DataKeys, KeyRing, SecretBox
from prepaid.core.database import Database
from prepaid.core.files import Files, open_store
from prepaid.core.files.uploads import upload_token
from prepaid.core.progress import Report
from prepaid.core.settings import Settings
from prepaid.domains.contracts.reads.bank_facts import bank_facts
from prepaid.domains.contracts.reads.contract_rows import contract_in_force
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.commands.create_account import create_account
from prepaid.domains.identity.models import Merchant
from prepaid.domains.merchants.commands.activate_merchant import contract_signed
from prepaid.domains.merchants.commands.choose_type import pin_type
from prepaid.domains.merchants.commands.claim_application import claim_application
from prepaid.domains.merchants.commands.decide_application import (
    FieldProblem,
    approve_application,
    reject_application,
)
from prepaid.domains.merchants.commands.save_application import save_application
from prepaid.domains.merchants.commands.start_application import open_application, start_application
from prepaid.domains.merchants.commands.submit_application import submit_application
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.rules.application_words import ProblemCode
from prepaid.domains.merchants.rules.applications import ApplicationKind
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.seed.acting import acting, person_with
from prepaid.seed.opened import SEEDER
from prepaid.seed.people import MERCHANTS, PASSWORD

FIRST: Final = 41
"""Number of the first merchant's fictitious company: its contract names the same."""
WIDTH, HEIGHT = 320, 200


@dataclass(frozen=True, slots=True)
class DemoApplicant:
    """Somebody who applies, and how far he has come."""

    name: str
    login: str
    company: str
    type_code: str
    until: str
    """DRAFT, SUBMITTED, REJECTED or NEED_SIGN."""


APPLICANTS: Final = (
    DemoApplicant("程泳", "applicant@example.com", "碧涛游泳健身有限公司", "swimming_pool", "DRAFT"),
    DemoApplicant("罗妍", "applicant.salon@example.com", "妍色美容美发有限公司", "beauty_salon", "SUBMITTED"),
    DemoApplicant("唐冰", "applicant.rink@example.com", "雪域冰上运动有限公司", "ice_rink", "REJECTED"),
    DemoApplicant("季舞", "applicant.dance@example.com", "季风舞蹈艺术有限公司", "dance_school", "NEED_SIGN"),
)


@dataclass(frozen=True)
class Counter:
    """What seeding applications needs."""

    database: Database
    files: Files
    keyring: KeyRing
    settings: Settings
    reviewer: Actor

    async def fill(self, actor: Actor, application: MerchantApplication, number: int, name: str, person: str) -> None:
        """Fill an application in with what its type's form asks for."""
        async with self.database.write(actor) as tx:
            values = await self._values(tx, application, number, name, person)
            await save_application(tx, actor, data_keys=DataKeys(self.keyring), **which(application), values=values)

    async def submit(self, actor: Actor, application: MerchantApplication) -> None:
        """Hand it in, and have it claimed."""
        async with self.database.write(actor) as tx:
            await submit_application(
                tx, actor, keyring=self.keyring, data_keys=DataKeys(self.keyring), **which(application)
            )

    async def approve(self, application: MerchantApplication) -> None:
        """The reviewer accepts it."""
        async with self.database.write(self.reviewer) as tx:
            await claim_application(tx, self.reviewer, **which(application))
            await approve_application(
                tx,
                self.reviewer,
                data_keys=DataKeys(self.keyring),
                bank=bank_facts(self.settings),
                **which(application),
                reason="资料齐全，核验一致",
            )

    async def _values(
        self, tx: Any, application: MerchantApplication, number: int, name: str, person: str
    ) -> dict[str, Any]:
        async def scan(purpose: str, title: str) -> str:
            file_id = await self.files.put(
                tx,
                purpose,
                f"{title}.png",
                picture(),
                "image/png",
                tenant=application.merchant_id,
                expires_at=clock.now() + timedelta(days=1),
            )
            return upload_token(application.merchant_id, file_id)

        async def document(title: str, purpose: str = "permit", **facts: Any) -> dict[str, Any]:
            return {"files": [await scan(purpose, title)], **facts}

        until = (clock.today_shanghai() + timedelta(days=700)).isoformat()
        code = fictitious.uscc(number)
        common: dict[str, Any] = {
            "subjectType": "COMPANY",
            "companyName": name,
            "codeType": "USCC",
            "uscc": code,
            "registeredCapitalFen": 100_000_000,
            "foundedOn": "2019-05-20",
            "division": "310101",
            "address": f"滨江大道 {number} 号",
            "person": {"name": person, "idCard": fictitious.id_card(number), "phone": fictitious.phone(number)},
            "account": {"number": fictitious.bank_card(number), "name": name},
            "hasAppid": True,
            "appid": fictitious.wechat_appid(number),
            "licence": await document("营业执照", "business_licence", number=code, longTerm=True),
            "legalPersonDocument": await document("身份证", "identity_document", longTerm=True),
        }
        own: dict[str, Any] = await _OWN[application.type_code or ""](document, scan, until, number)
        return common | own


async def _rink(document: Any, scan: Any, until: str, number: int) -> dict[str, Any]:
    return {
        "venueType": "INDOOR",
        "venueArea": 1_800,
        "capacity": 160,
        "refrigerant": "CARBON_DIOXIDE",
        "safetyOfficer": "吴安",
        "firstAiders": 4,
        "liabilityInsurance": await document("公众责任险保单", "supporting_document", expiresOn=until),
    }


async def _pool(document: Any, scan: Any, until: str, number: int) -> dict[str, Any]:
    return {
        "poolType": "INDOOR",
        "waterArea": 1_250,
        "maxDepth": "1.6",
        "lifeguards": 6,
        "highRiskPermit": await document("高危险性体育项目经营许可证", expiresOn=until),
        "hygienePermit": await document("公共场所卫生许可证", expiresOn=until),
        "waterReport": await document("水质检测报告", "supporting_document", expiresOn=until),
    }


async def _dance(document: Any, scan: Any, until: str, number: int) -> dict[str, Any]:
    return {
        "learners": ["MINORS"],
        "organiser": "COMPANY",
        "teachers": 12,
        "venueArea": 640,
        "schoolPermit": await document("民办学校办学许可证", expiresOn=until),
        "fireSafety": await document("消防备案凭证", "supporting_document"),
        "supervisionBank": "示例城市商业银行",
        "supervisionAccount": fictitious.bank_card(number + 500),
        "supervisionAgreement": await document("资金监管协议", "supporting_document"),
        "chargesAheadOnly": True,
    }


async def _salon(document: Any, scan: Any, until: str, number: int) -> dict[str, Any]:
    return {
        "salonServices": ["HAIR", "BEAUTY"],
        "chairs": 14,
        "medicalBeauty": False,
        "hygienePermit": await document("公共场所卫生许可证", expiresOn=until),
        "healthCertificates": [await scan("supporting_document", "健康证")],
        "rooms": 1,
    }


_OWN: Final[Mapping[str, Any]] = {
    "ice_rink": _rink,
    "swimming_pool": _pool,
    "dance_school": _dance,
    "beauty_salon": _salon,
}


async def seed_applications(
    database: Database, merchants: Mapping[str, UUID], settings: Settings, report: Report
) -> None:
    """Applications where a merchant, or an applicant, has none; `merchants` by their keys."""
    files = Files(database, open_store(settings), SecretBox.from_settings(settings), settings)
    async with database.write(SEEDER) as tx:
        reviewer = await acting(tx, person_with("compliance"))
        known = set(await tx.scalars(select(MerchantApplication.merchant_id)))
        names = set(await tx.scalars(select(MerchantApplication.company_name)))
    counter = Counter(database, files, KeyRing.from_settings(settings), settings, reviewer)
    for done, each in enumerate(MERCHANTS, 1):
        if merchants[each.key] not in known:
            await _of_merchant(counter, merchants[each.key], each.key, FIRST + done - 1)
        report("Applications", done, len(MERCHANTS))
    for number, applicant in enumerate(APPLICANTS):
        if applicant.company not in names:
            await _of_applicant(counter, applicant, 80 + number)


async def _of_merchant(counter: Counter, merchant_id: UUID, key: str, number: int) -> None:
    person = person_with("owner", merchant=key)
    async with counter.database.write(SEEDER) as tx:
        owner = await acting(tx, person)
        merchant = await tx.get_one(Merchant, merchant_id)
        application = await open_application(tx, owner, merchant_id=merchant_id, kind=ApplicationKind.ONBOARDING)
        application.created_by = owner.account_id
        await pin_type(tx, application, merchant.type_code or "")
    await counter.fill(owner, application, number, merchant.name, person.name)
    await counter.submit(owner, application)
    await counter.approve(application)
    async with counter.database.write(SYSTEM) as tx:
        contract = await contract_in_force(tx, merchant_id, Scene.MERCHANT_AGREEMENT)
        if contract is not None:
            await contract_signed(tx, SYSTEM, merchant_id=merchant_id, contract_id=contract.id)


async def _of_applicant(counter: Counter, applicant: DemoApplicant, number: int) -> None:
    async with counter.database.write(SEEDER) as tx:
        account = await create_account(
            tx,
            keyring=counter.keyring,
            data_keys=DataKeys(counter.keyring),
            display_name=applicant.name,
            logins=[applicant.login, fictitious.phone(number)],
            password=PASSWORD,
        )
    nobody = Actor(via=Via.COOKIE, account_id=account)
    async with counter.database.write(nobody) as tx:
        application, member = await start_application(
            tx, nobody, type_code=applicant.type_code, company_name=applicant.company
        )
    here = replace(
        nobody,
        db_role=DbRole.MERCHANT,
        scope=ScopeKind.MERCHANT,
        membership_id=member.id if member else None,
        merchant_id=application.merchant_id,
        merchant_ids=(application.merchant_id,),
    )
    if applicant.until == "DRAFT":
        values = {"subjectType": "COMPANY", "companyName": applicant.company, "codeType": "USCC"}
        async with counter.database.write(here) as tx:
            await save_application(tx, here, data_keys=DataKeys(counter.keyring), **which(application), values=values)
        return
    await counter.fill(here, application, number, applicant.company, applicant.name)
    await counter.submit(here, application)
    if applicant.until == "REJECTED":
        await _reject(counter, application)
    elif applicant.until == "NEED_SIGN":
        await counter.approve(application)


async def _reject(counter: Counter, application: MerchantApplication) -> None:
    wrong = [
        FieldProblem(path=("account", "number"), code=ProblemCode.MISMATCH, message="账号与开户证明不一致"),
        FieldProblem(path=("licence",), code=ProblemCode.UNREADABLE, message="影像不清晰，请重新上传原件扫描件"),
    ]
    async with counter.database.write(counter.reviewer) as tx:
        await claim_application(tx, counter.reviewer, **which(application))
        await reject_application(tx, counter.reviewer, **which(application), problems=wrong)


class Which(TypedDict):
    """How commands name an application."""

    merchant_id: UUID
    application_id: UUID


def which(application: MerchantApplication) -> Which:
    """An application's name."""
    return {"merchant_id": application.merchant_id, "application_id": application.id}


def picture() -> bytes:
    """A plain page with a frame, in place of a scan (PNG, 8-bit grey)."""
    rows = bytearray()
    for y in range(HEIGHT):
        edge = y < 6 or y >= HEIGHT - 6
        line = bytes(170 if edge or x < 6 or x >= WIDTH - 6 else 238 for x in range(WIDTH))
        rows += b"\0" + line
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
