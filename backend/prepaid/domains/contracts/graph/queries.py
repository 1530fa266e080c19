"""Root fields about contracts, templates and seals."""

from sqlalchemy import ColumnElement, exists, literal, select

from prepaid.core.actor import DbRole
from prepaid.domains.contracts import models as m
from prepaid.domains.contracts.graph.contract_types import AgreementAcceptance, Contract
from prepaid.domains.contracts.graph.seal_types import Seal, SealGrant, SealStamping
from prepaid.domains.contracts.graph.template_types import ContractTemplate, ContractTemplateVersion
from prepaid.graph.types import Argument, GlobalID, PlanContext, Row, root_connection, root_one

C, S = m.Contract, m.ContractSignature


def _signed(row: Row, party: str, *states: str) -> ColumnElement[bool]:
    made = select(literal(1)).where(
        S.merchant_id == row.merchant_id, S.contract_id == row.id, S.party == party, S.state.in_(states)
    )
    return exists(made)


def _waits_for_me(ctx: PlanContext, row: Row) -> ColumnElement[bool]:
    waiting = (row.state == "SIGNING") & (row.sign_by > ctx.now())
    if ctx.db_role is DbRole.BANK:
        return waiting & _signed(row, "MERCHANT", "APPLIED") & ~_signed(row, "BANK", "PENDING", "APPLIED")
    return waiting & ~_signed(row, "MERCHANT", "PENDING", "APPLIED")


def _of_merchant(row: Row, value: ColumnElement[object]) -> ColumnElement[bool]:
    return row.merchant_id == value


MERCHANT = Argument(GlobalID | None, "Of this merchant", _of_merchant)

root_connection(
    "contractTemplates",
    ContractTemplate,
    "Contract templates by code",
    permission="contract_template.read",
    order_by=["code"],
    search=[m.ContractTemplate.code, m.ContractTemplate.name_zh],
)
root_one("contractTemplate", ContractTemplate, "One template", permission="contract_template.read")
root_connection(
    "contractTemplateVersions",
    ContractTemplateVersion,
    "Versions of templates, newest first",
    permission="contract_template.read",
    arguments={
        "template": Argument(GlobalID | None, "Of this template", lambda row, value: row.template_id == value),
    },
)
root_one("contractTemplateVersion", ContractTemplateVersion, "One version", permission="contract_template.read")
root_connection(
    "contracts",
    Contract,
    "Contracts that the caller may see, newest first",
    permission="contract.read",
    search=[C.number, C.title],
    arguments={"merchant": MERCHANT},
)
root_one("contract", Contract, "One contract", permission="contract.read")
root_connection(
    "contractsToSign",
    Contract,
    "Contracts that wait for the signature of the caller's side, the most urgent first",
    permission="contract.sign",
    where=_waits_for_me,
    order_by=["sign_by"],
    search=[C.number, C.title],
)
root_connection(
    "seals",
    Seal,
    "Seals that the caller may see, newest first",
    permission="seal.read",
    search=[m.Seal.name, m.Seal.holder_name],
    arguments={"merchant": MERCHANT},
)
root_one("seal", Seal, "One seal", permission="seal.read")
root_connection(
    "sealGrants",
    SealGrant,
    "Grants of seals, newest first",
    permission="seal.read",
    arguments={"seal": Argument(GlobalID | None, "Of this seal", lambda row, value: row.seal_id == value)},
)
root_connection(
    "sealStampings",
    SealStamping,
    "Uses of seals, newest first",
    permission="seal.read",
    order_by=["-at"],
    search=[m.SealStamping.contract_number],
    arguments={"seal": Argument(GlobalID | None, "Of this seal", lambda row, value: row.seal_id == value)},
)
root_connection(
    "agreementAcceptances",
    AgreementAcceptance,
    "Agreements that consumers accepted, newest first",
    permission="agreement.read",
    order_by=["-accepted_at"],
    arguments={"merchant": MERCHANT},
)
