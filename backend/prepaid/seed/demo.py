"""Filling a development database with fictitious operators, merchants and people."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.progress import Report, silent
from prepaid.core.settings import Settings, settings
from prepaid.core.setup_error import SetupError
from prepaid.domains.identity.commands.create_merchant import create_merchant
from prepaid.domains.identity.commands.create_operator import create_operator
from prepaid.domains.identity.models import Merchant, Operator
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.seed.applicants import seed_applications
from prepaid.seed.cards import seed_cards
from prepaid.seed.commissions import seed_commissions
from prepaid.seed.custody import seed_custody
from prepaid.seed.definitions import seed_definitions
from prepaid.seed.deposits import seed_deposits
from prepaid.seed.enrol import enrol
from prepaid.seed.merchant_types import TYPES, publish_merchant_types, seed_merchant_types
from prepaid.seed.opened import SEEDER, opened
from prepaid.seed.orders import seed_orders
from prepaid.seed.payments import seed_payments
from prepaid.seed.people import MERCHANTS, OPERATORS, PASSWORD, PEOPLE, DemoPerson, phone_of
from prepaid.seed.platforms import seed_platforms
from prepaid.seed.redemptions import seed_redemptions
from prepaid.seed.sales import seed_sales
from prepaid.seed.sensitive_words import seed_sensitive_words
from prepaid.seed.shops import seed_shop
from prepaid.seed.signed import seed_contracts
from prepaid.seed.timetable import seed_timetable


async def seed_demo(admin_url: str, report: Report = silent, *, chosen: Settings | None = None) -> None:
    """Make what is missing of the demo; what is there stays, so it may run at every start.

    `chosen` are other settings than the process's: they say where files are kept.

    Raises:
        SetupError: in production, which has no fictitious people with a published password.
    """
    if settings().production:
        raise SetupError("Demo data are for development: production is filled by its own people.")
    keyring = KeyRing.from_settings(settings())
    async with opened(admin_url) as database:
        async with database.write(SEEDER) as tx:
            await seed_platforms(tx, report)
            await seed_merchant_types(tx)
            await seed_definitions(tx)
            await publish_merchant_types(tx)
            await seed_sensitive_words(tx)
            operators = await _operators(tx)
            merchants = await _merchants(tx, operators)
            await seed_custody(tx, merchants)
            report("Merchants", len(merchants), len(merchants))
        for done, each in enumerate(MERCHANTS, 1):
            async with database.write(SEEDER) as tx:
                await seed_shop(tx, merchants[each.key], each.type_code)
            report("Stores and products", done, len(MERCHANTS))
        await seed_payments(database, merchants)
        for done, person in enumerate(PEOPLE, 1):
            async with database.write(SEEDER) as tx:
                await _person(tx, keyring, person, operators, merchants)
            report("People", done, len(PEOPLE))
        await seed_sales(database, merchants)
        await seed_deposits(database, merchants, keyring)
        await seed_contracts(database, merchants, chosen or settings(), report)
        await seed_applications(database, merchants, chosen or settings(), report)
        await seed_cards(database, merchants, chosen or settings(), keyring, report)
        await seed_orders(database, merchants, keyring)
        await seed_redemptions(database, merchants)
        await seed_commissions(database, merchants, keyring)
        await seed_timetable(database, merchants)


async def _operators(tx: WriteSession) -> dict[str, UUID]:
    known = {row.name: row.id for row in await tx.scalars(select(Operator))}
    for name in OPERATORS:
        if name not in known:
            known[name] = (await create_operator(tx, tx.actor, name=name)).id
    return known


async def _merchants(tx: WriteSession, operators: dict[str, UUID]) -> dict[str, UUID]:
    known = {row.name: row.id for row in await tx.scalars(select(Merchant))}
    features = {each.code: each.terms.features for each in TYPES}
    for each in MERCHANTS:
        if each.name not in known:
            merchant = await create_merchant(
                tx,
                tx.actor,
                name=each.name,
                type_code=each.type_code,
                features=features[each.type_code],
                operator_id=operators[each.operator] if each.operator else None,
            )
            known[each.name] = merchant.id
    return {each.key: known[each.name] for each in MERCHANTS}


async def _person(
    tx: WriteSession, keyring: KeyRing, person: DemoPerson, operators: dict[str, UUID], merchants: dict[str, UUID]
) -> None:
    operator_id = operators[person.operator] if person.operator else None
    await enrol(
        tx,
        keyring=keyring,
        data_keys=DataKeys(keyring),
        name=person.name,
        logins=(person.login, phone_of(person)),
        password=PASSWORD,
        template=person.template,
        role=person.role,
        tenant=merchants[person.merchant] if person.merchant else PLATFORM_TENANT,
        scope=MemberScope(kind=person.scope, operator_id=operator_id),
        staff_number=person.staff_number,
        totp_secret=person.totp_secret,
    )
