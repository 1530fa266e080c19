"""A small world for the tests of signing in: platforms, merchants, people, and requests as browsers send them."""

import itertools
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import pyotp
from starlette.requests import HTTPConnection

from prepaid.core.actor import ANONYMOUS, SYSTEM, Actor, DbRole, ScopeKind
from prepaid.core.crypto import DataKeys, KeyRing, SecretBox
from prepaid.core.database import Database, WriteSession
from prepaid.core.model import Base
from prepaid.domains.identity.commands.confirm_totp import confirm_totp
from prepaid.domains.identity.commands.create_account import create_account
from prepaid.domains.identity.commands.enroll_totp import enroll_totp
from prepaid.domains.identity.commands.open_session import IssuedSession, OpenedSession, Wish
from prepaid.domains.identity.commands.sign_in import SignIn, sign_in
from prepaid.domains.identity.commands.verify_second_factor import verify_second_factor
from prepaid.domains.identity.models import (
    Membership,
    MembershipRole,
    Merchant,
    Operator,
    PermissionNode,
    PlatformTemplate,
    Role,
    RoleGrant,
)
from prepaid.domains.identity.reads.authenticator import Authenticator
from prepaid.domains.identity.rules.session_life import SessionKind
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

T = TypeVar("T")
PASSWORD = "tulip-river-9-lamp"
BANKER = replace(SYSTEM, db_role=DbRole.BANK)
_numbers = itertools.count(1)


@dataclass
class Platform:
    """A template with one role that holds all its codes."""

    template_id: UUID
    code: str
    role_id: UUID


@dataclass
class Person:
    account_id: UUID
    phone: str
    email: str
    password: str = PASSWORD
    totp: str = ""
    recovery_codes: list[str] = field(default_factory=list)

    def code(self, at: datetime | None = None) -> str:
        """The authenticator's code of now, or of another instant."""
        return pyotp.TOTP(self.totp).at(at or clock.now())


def someone(**more: Any) -> Actor:
    """An anonymous caller from an address that nobody else uses."""
    number = next(_numbers)
    return replace(ANONYMOUS, address=f"2001:db8::{number:x}", device="Firefox", request_id=f"r{number}", **more)


@dataclass
class World:
    db: Database
    keyring: KeyRing
    data_keys: DataKeys
    box: SecretBox
    authenticator: Authenticator

    async def add(self, *rows: Base) -> None:
        async with self.db.write(BANKER) as tx, tx.under(DbRole.BANK):
            for row in rows:
                tx.add(row)
                await tx.flush()

    async def run(self, actor: Actor, command: Callable[[WriteSession], Awaitable[T]]) -> T:
        return await self.db.run(actor, command)

    async def platform(
        self, audience: str = "MERCHANT", *codes: str, second_factor: str = "OPTIONAL", idle_minutes: int = 15
    ) -> Platform:
        code = f"p{next(_numbers)}_{uuid7().hex[-6:]}"
        template = PlatformTemplate(
            id=uuid7(), code=code, name_zh=code, name_en=code, audience=audience, second_factor=second_factor,
            idle_minutes=idle_minutes,
        )  # fmt: skip
        role = Role(id=uuid7(), template_id=template.id, code="all", name_zh="全部", name_en="All")
        nodes = [
            PermissionNode(
                id=uuid7(), template_id=template.id, parent_id=None, code=node, kind="PAGE", name_zh=node, name_en=node
            )
            for node in codes or ("desk.read",)
        ]
        grants = [
            RoleGrant(template_id=template.id, role_id=role.id, node_id=node.id, granted_at=clock.now())
            for node in nodes
        ]
        await self.add(template, role, *nodes, *grants)
        return Platform(template.id, code, role.id)

    async def merchant(self, *, operator_id: UUID | None = None, gate: str = "OPEN") -> UUID:
        merchant_id = uuid7()
        number = f"M{next(_numbers)}{merchant_id.hex[-8:]}"
        await self.add(
            Merchant(
                id=merchant_id, number=number, name=f"冰场 {number}", operator_id=operator_id, gate=gate,
                created_at=clock.now(),
            )
        )  # fmt: skip
        return merchant_id

    async def operator(self) -> UUID:
        operator_id = uuid7()
        await self.add(Operator(id=operator_id, name=f"运营 {operator_id.hex}", created_at=clock.now()))
        return operator_id

    async def person(self, *, password: str | None = PASSWORD, **more: Any) -> Person:
        phone = fictitious.phone(next(_numbers) + int(uuid7().int % 10_000_000))
        email = f"p{uuid7().hex}@example.com"

        async def create(tx: WriteSession) -> UUID:
            return await create_account(
                tx, keyring=self.keyring, data_keys=self.data_keys, display_name="王芳", logins=[phone, email],
                password=password, **more,
            )  # fmt: skip

        return Person(await self.run(SYSTEM, create), phone, email, password or "")

    async def member(
        self,
        person: Person,
        platform: Platform,
        *,
        tenant: UUID = PLATFORM_TENANT,
        scope: ScopeKind = ScopeKind.MERCHANT,
        operator_id: UUID | None = None,
        merchants: Sequence[UUID] = (),
    ) -> UUID:
        membership_id = uuid7()
        await self.add(
            Membership(
                merchant_id=tenant, id=membership_id, account_id=person.account_id, template_id=platform.template_id,
                operator_id=operator_id, scope=scope.value, scope_merchant_ids=list(merchants), display_name="王芳",
                created_at=clock.now(),
            ),
            MembershipRole(
                merchant_id=tenant, membership_id=membership_id, role_id=platform.role_id,
                template_id=platform.template_id,
            ),
        )  # fmt: skip
        return membership_id

    async def clerk(self, *codes: str, **more: Any) -> tuple[Person, UUID]:
        """A person with one membership in a new merchant; returns the merchant too."""
        person, merchant_id = await self.person(), await self.merchant()
        await self.member(person, await self.platform("MERCHANT", *codes, **more), tenant=merchant_id)
        return person, merchant_id

    async def banker(self, *codes: str) -> Person:
        """A person on the bank's staff, where a second factor is required and five idle minutes are allowed."""
        person = await self.person()
        platform = await self.platform("BANK", *codes, second_factor="REQUIRED", idle_minutes=5)
        await self.member(person, platform, scope=ScopeKind.BANK_ALL)
        return person

    async def sign_in(
        self, login: str, password: str = PASSWORD, *, by: Actor | None = None, wish: Wish | None = None
    ) -> SignIn:
        caller = by or someone()

        async def command(tx: WriteSession) -> SignIn:
            return await sign_in(
                tx, caller, keyring=self.keyring, box=self.box, login=login, password=password, wish=wish or Wish()
            )

        return await self.run(caller, command)

    async def signed_in(self, person: Person, **more: Any) -> OpenedSession:
        """Sign in; with an authenticator by a recovery code, which leaves the codes of now to the test."""
        answer = await self.sign_in(person.phone, person.password, **more)
        if answer.ticket is not None:
            answer = await self.verify(answer.ticket, recovery_code=person.recovery_codes.pop())
        assert answer.opened is not None
        return answer.opened

    async def verify(self, ticket: str, *, code: str | None = None, recovery_code: str | None = None) -> SignIn:
        """The second step of signing in."""
        caller = someone()

        async def command(tx: WriteSession) -> SignIn:
            return await verify_second_factor(
                tx, caller, keyring=self.keyring, box=self.box, ticket=ticket, code=code, recovery_code=recovery_code
            )

        return await self.run(caller, command)

    async def actor(self, person: Person, **more: Any) -> Actor:
        """The actor of a new session."""
        return await self.visit((await self.signed_in(person, **more)).issued)

    async def with_totp(self, person: Person) -> Person:
        """Enrol an authenticator."""
        actor = await self.actor(person)
        person.totp = (await self.run(actor, lambda tx: enroll_totp(tx, actor, keyring=self.keyring))).secret
        confirmed = await self.run(actor, lambda tx: confirm_totp(tx, actor, keyring=self.keyring, code=person.code()))
        person.recovery_codes = confirmed.recovery_codes
        return person

    async def visit(self, credential: IssuedSession | str, address: str = "192.0.2.1") -> Actor:
        """What the server makes of a request with a session's secret, or with any bearer token."""
        if isinstance(credential, IssuedSession) and credential.kind is SessionKind.COOKIE:
            return await self.visit_cookie(credential.secret)
        secret = credential if isinstance(credential, str) else credential.secret
        return await self.authenticator.authenticate(request(bearer=secret, address=address))

    async def visit_cookie(self, secret: str) -> Actor:
        """What the server makes of a request with this cookie."""
        return await self.authenticator.authenticate(request(cookie=secret))


def request(
    *,
    cookie: str | None = None,
    bearer: str | None = None,
    authorization: str | None = None,
    address: str = "192.0.2.1",
    cookie_name: str = "sid",
) -> HTTPConnection:
    """A connection with these credentials."""
    headers: list[tuple[bytes, bytes]] = []
    if cookie is not None:
        headers.append((b"cookie", f"{cookie_name}={cookie}".encode()))
    if bearer is not None:
        authorization = f"Bearer {bearer}"
    if authorization is not None:
        headers.append((b"authorization", authorization.encode("latin-1", "replace")))
    return HTTPConnection({"type": "http", "headers": headers, "client": (address, 5000)})
