"""Applicants and reviewers of the demo, and applications that are filled in whole."""

from io import BytesIO
from typing import Any

from prepaid.core.actor import Actor, DbRole, ScopeKind, Via
from prepaid.core.crypto import DataKeys
from prepaid.domains.identity.commands.create_account import create_account
from prepaid.domains.identity.reads.policy_store import PolicyStore
from prepaid.domains.identity.rules.effective import Switches
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from prepaid.seed.opened import SEEDER
from tests.domains.demo import Demo
from tests.domains.identity.cast import BANK
from tests.domains.identity.graphql import gid

SHOWN = (
    "application { id number state round revision companyName reviewer accepted problems { field path code message } }"
)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
)
MEMBER = """
SELECT m.*, t.id AS tid, t.code AS template, me.features, me.gate, mt.features AS type_features,
  array(SELECT role_id FROM membership_role r WHERE r.membership_id = m.id) AS roles
FROM membership m JOIN platform_template t ON t.id = m.template_id JOIN merchant me ON me.id = m.merchant_id
LEFT JOIN merchant_type_features mt ON mt.type_code = me.type_code
WHERE m.account_id = $1 ORDER BY m.created_at DESC LIMIT 1
"""


class Desk:
    """A new applicant, and the bank, each through GraphQL."""

    def __init__(self, demo: Demo, actor: Actor) -> None:
        self.demo, self.actor = demo, actor

    @classmethod
    async def applicant(cls, demo: Demo, seed: int = 900) -> "Desk":
        """Somebody with an account and no place."""
        services = demo.graph.services
        async with services.database.write(SEEDER) as tx:
            account = await create_account(
                tx,
                keyring=services.keyring,
                data_keys=DataKeys(services.keyring),
                display_name=f"申请人{seed}",
                logins=[fictitious.phone(seed)],
            )
        return cls(demo, Actor(via=Via.COOKIE, account_id=account))

    @classmethod
    async def person(cls, demo: Demo, name: str) -> "Desk":
        return cls(demo, await demo.person(name))

    async def act(self, mutation: str, fields: str = SHOWN, /, **inputs: Any) -> Any:
        return await self.demo.graph.act(self.actor, mutation, fields, **inputs)

    async def refused(self, mutation: str, /, **inputs: Any) -> list[tuple[str, list[str]]]:
        kind = f"{mutation[0].upper()}{mutation[1:]}Input"
        document = f"mutation($input: {kind}!) {{ {mutation}(input: $input) {{ userErrors {{ code path data }} }} }}"
        payload = (await self.demo.graph.ask(self.actor, document, input=inputs))[mutation]
        self.data = [each["data"] for each in payload["userErrors"]]
        return [(each["code"], each["path"]) for each in payload["userErrors"]]

    async def ask(self, document: str, **variables: Any) -> Any:
        return await self.demo.graph.ask(self.actor, document, **variables)

    async def start(self, type_code: str) -> str:
        """Begin an application and act in its place; the application's id."""
        made = await self.act(
            "startApplication", "applicationId membershipId", typeCode=type_code, idempotencyKey=str(uuid7())
        )
        await self.sit()
        return str(made["applicationId"])

    async def sit(self) -> None:
        """Act in the newest place of the account, with what its roles grant now."""
        row = await self.demo.superuser.fetchrow(MEMBER, self.actor.account_id)
        switches = Switches.of(row["type_features"], row["features"], row["gate"])
        async with self.demo.db.read(BANK) as source:
            grants = await PolicyStore().effective_grants(source, row["tid"], frozenset(row["roles"]), switches)
        self.actor = Actor(
            via=Via.COOKIE,
            db_role=DbRole.MERCHANT,
            account_id=row["account_id"],
            membership_id=row["id"],
            template=row["template"],
            grants=grants,
            scope=ScopeKind.MERCHANT,
            merchant_id=row["merchant_id"],
            merchant_ids=(row["merchant_id"],),
        )

    async def upload(self, purpose: str) -> str:
        """A file of the actor's, ready to be named in a mutation."""
        files = self.demo.graph.services.files
        async with self.demo.db.write(self.actor) as tx:
            file_id = await files.put(tx, purpose, "scan.png", BytesIO(PNG), "image/png", expires_at=clock.now())
        return gid("File", file_id, self.actor.tenant)

    async def document(self, purpose: str = "permit", **facts: Any) -> dict[str, Any]:
        return {"files": [await self.upload(purpose)], **facts}

    async def company(self, seed: int, **more: Any) -> dict[str, Any]:
        """What every form asks for, of a company that is nobody's."""
        return {
            "subjectType": "COMPANY",
            "companyName": f"海州测试企业{seed}有限公司",
            "codeType": "USCC",
            "uscc": fictitious.uscc(seed),
            "division": "310101",
            "address": "海州市滨江大道 18 号",
            "person": {
                "name": "周未来",
                "idCard": fictitious.id_card(seed),
                "phone": fictitious.phone(seed),
            },
            "account": {"number": fictitious.bank_card(seed), "name": f"海州测试企业{seed}有限公司"},
            "hasAppid": True,
            "appid": fictitious.wechat_appid(seed),
            "licence": await self.document("business_licence", longTerm=True),
            "legalPersonDocument": await self.document("identity_document", longTerm=True),
            **more,
        }

    async def rink(self, seed: int, **more: Any) -> dict[str, Any]:
        """The same with what the form of ice rinks adds."""
        own = {
            "venueType": "INDOOR",
            "venueArea": 1800,
            "capacity": 150,
            "refrigerant": "CARBON_DIOXIDE",
            "safetyOfficer": "吴安",
            "firstAiders": 3,
            "liabilityInsurance": await self.document("supporting_document", expiresOn="2099-12-31"),
        }
        return await self.company(seed, **own, **more)

    async def submitted(self, seed: int, **more: Any) -> str:
        """An ice rink's application before the bank; its id."""
        application = await self.start("ice_rink")
        values = await self.rink(seed, **more)
        await self.act("saveApplication", applicationId=application, values=values)
        await self.act("submitApplication", applicationId=application)
        return application
