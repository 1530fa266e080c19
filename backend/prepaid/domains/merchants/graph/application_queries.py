"""Root fields about applications and companies."""

from typing import Annotated

import orjson
import strawberry

from prepaid.core.errors import NotFound
from prepaid.domains.merchants import models as m
from prepaid.domains.merchants.graph.application_desk import ApplicationDesk, desk_of
from prepaid.domains.merchants.graph.application_types import AppidRegistration, MerchantApplication, MerchantCompany
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read
from prepaid.graph.types import (
    Argument,
    GlobalID,
    Info,
    query_field,
    root_connection,
    root_one,
)

DESK = """
SELECT a.merchant_id, a.id, a.round, a.kind, a.values::text AS values, a.accepted, f.definition::text AS form,
  (SELECT s.values::text FROM application_submission s WHERE s.merchant_id = a.merchant_id
     AND s.application_id = a.id AND s.round = a.round - 1) AS before,
  (SELECT s.fingerprints::text FROM application_submission s WHERE s.merchant_id = a.merchant_id
     AND s.application_id = a.id AND s.round = a.round) AS prints,
  (SELECT s.fingerprints::text FROM application_submission s WHERE s.merchant_id = a.merchant_id
     AND s.application_id = a.id AND s.round = a.round - 1) AS prints_before,
  (SELECT c.values::text FROM merchant_company c WHERE c.merchant_id = a.merchant_id AND a.kind <> 'ONBOARDING')
    AS company
FROM merchant_application a JOIN form_definition f ON f.id = a.form_id
WHERE a.merchant_id = $1 AND a.id = $2
"""
THERE = "SELECT 1 FROM merchant_application WHERE merchant_id = $1 AND id = $2"
PROBLEMS = """
SELECT field, code, message FROM application_problem
WHERE merchant_id = $1 AND application_id = $2 AND round = $3
"""

root_connection(
    "merchantApplications",
    MerchantApplication,
    "Applications, the ones that wait longest first",
    permission="application.read",
    order_by=["dueAt"],
    search=[m.MerchantApplication.company_name, m.MerchantApplication.number],
    arguments={"merchant": Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)},
)
root_one("merchantApplication", MerchantApplication, "One application", permission="application.read")
root_connection(
    "merchantCompanies",
    MerchantCompany,
    "Companies of merchants by their names",
    permission="company.read",
    order_by=["name"],
    search=[m.MerchantCompany.name, m.MerchantCompany.code],
)
root_one("merchantCompany", MerchantCompany, "One company", permission="company.read")
root_connection(
    "appidRegistrations",
    AppidRegistration,
    "Registrations of mini-programs, newest first",
    permission="application.read",
    order_by=["-createdAt"],
)
root_one("appidRegistration", AppidRegistration, "One registration", permission="application.read")


Which = Annotated[GlobalID, strawberry.argument(description="The application")]


@query_field(permission="application.read", cost=100)
async def application_desk(info: Info, id: Which) -> ApplicationDesk | None:
    """An application's form, its values and what is said of each field; null before a type is chosen."""
    found = id.of("MerchantApplication", path=("id",))
    session = await info.context.read()
    rows = await session.fetch(DESK, found.tenant, found.id)
    if not rows:
        if await session.fetch(THERE, found.tenant, found.id):
            return None
        raise NotFound(path=("id",))
    row = rows[0]
    problems = await session.fetch(PROBLEMS, found.tenant, found.id, row["round"])
    return await desk_of(info.context, session, read(Form, orjson.loads(row["form"])), row, problems)
