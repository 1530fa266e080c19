"""Contracts and their signatures."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DDL, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Sequence, Table, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.contracts.models.frozen import frozen

CONTRACT_NUMBERS = Sequence("contract_number_seq", metadata=Base.metadata)
ENDING = "SELECT, UPDATE (state, ended_at, end_reason, ended_by)"
"""What a merchant's own people change of a contract: that they decline it."""
KEPT = "SELECT, INSERT, UPDATE"


class Contract(TenantRow, Recorded, Base):
    """A contract (合同) of a merchant with the bank: frozen bytes, then signatures, then its end."""

    __tablename__ = "contract"
    __access__ = tenant_rows(ENDING).plus(Rule(DbRole.BANK, KEPT, ALL), Rule(DbRole.WORKER, KEPT, ALL))
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "supersedes_id"], ["contract.merchant_id", "contract.id"]),
        Index(
            "uq_contract_supersedes",
            "merchant_id",
            "supersedes_id",
            unique=True,
            postgresql_where="state IN ('DRAFT', 'SIGNING', 'IN_FORCE')",
        ),
        Index(None, "merchant_id", "supersedes_id"),
        Index(None, "merchant_id", "state", "created_at"),
        Index(None, "template_version_id"),
        Index("ix_contract_open", "state", "sign_by", postgresql_where="state = 'SIGNING'"),
        Index("ix_contract_current", "state", "valid_to", postgresql_where="state = 'IN_FORCE'"),
        Index(None, "content_sha256"),
        Index(None, "signed_sha256"),
        CheckConstraint(
            "state IN ('DRAFT', 'SIGNING', 'IN_FORCE', 'DECLINED', 'VOIDED', 'SUPERSEDED', 'EXPIRED', 'TERMINATED')",
            name="state",
        ),
        CheckConstraint(
            "state IN ('DRAFT', 'VOIDED') OR (content_file_id IS NOT NULL AND content_sha256 IS NOT NULL)",
            name="frozen_bytes",
        ),
        CheckConstraint("(signed_file_id IS NULL) = (signed_sha256 IS NULL)", name="signed_bytes"),
        CheckConstraint(
            "state NOT IN ('IN_FORCE', 'SUPERSEDED', 'TERMINATED')"
            " OR (in_force_at IS NOT NULL AND signed_file_id IS NOT NULL)",
            name="in_force",
        ),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="validity"),
        CheckConstraint("(state IN ('DRAFT', 'SIGNING', 'IN_FORCE')) = (ended_at IS NULL)", name="ended"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    """Number that people read, e.g. `HT20260102000017`."""
    scene: Mapped[str]
    state: Mapped[str] = mapped_column(default="DRAFT")
    title: Mapped[str]
    template_version_id: Mapped[UUID] = mapped_column(ForeignKey("contract_template_version.id"))
    template_name: Mapped[str]
    template_version: Mapped[int]
    parties: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Snapshot of who the parties are, in signing order."""
    variables: Mapped[dict[str, Any]]
    parameters: Mapped[dict[str, Any]]
    """Rule parameters as agreed: what the money engine executes."""
    text: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Clauses as they read in this contract: title and paragraphs."""
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    """Last day; None: until it ends otherwise."""
    sign_by: Mapped[datetime]
    supersedes_id: Mapped[UUID | None]
    content_file_id: Mapped[UUID | None]
    """The PDF before any signature, with its empty signature fields."""
    content_sha256: Mapped[bytes | None]
    frozen_at: Mapped[datetime | None]
    signed_file_id: Mapped[UUID | None]
    """The PDF with the signatures made so far."""
    signed_sha256: Mapped[bytes | None]
    in_force_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    reminded_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    ended_by: Mapped[UUID | None]


class ContractSignature(TenantRow, Recorded, Base):
    """A signature: the person's intent with its evidence, and what the signing service made of it."""

    __tablename__ = "contract_signature"
    __access__ = tenant_rows("SELECT, INSERT").plus(
        Rule(DbRole.BANK, "SELECT, INSERT", ALL), Rule(DbRole.WORKER, KEPT, ALL)
    )
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "contract_id"], ["contract.merchant_id", "contract.id"]),
        ForeignKeyConstraint(["seal_tenant_id", "seal_id"], ["seal.merchant_id", "seal.id"]),
        Index(
            "uq_contract_signature_party",
            "merchant_id",
            "contract_id",
            "party",
            unique=True,
            postgresql_where="state <> 'FAILED'",
        ),
        Index(None, "seal_tenant_id", "seal_id"),
        Index(None, "digest"),
        CheckConstraint("party IN ('MERCHANT', 'BANK')", name="party"),
        CheckConstraint("state IN ('PENDING', 'APPLIED', 'FAILED')", name="state"),
        CheckConstraint(
            "(state = 'APPLIED') = (result_sha256 IS NOT NULL AND digest IS NOT NULL AND signed_at IS NOT NULL)",
            name="applied",
        ),
    )

    contract_id: Mapped[UUID]
    party: Mapped[str]
    state: Mapped[str] = mapped_column(default="PENDING")
    seal_tenant_id: Mapped[UUID]
    """The merchant, or the bank's own tenant."""
    seal_id: Mapped[UUID]
    grant_id: Mapped[UUID | None]
    """The grant it was stamped under; None: by the seal's administrator, or under an approval."""
    change_id: Mapped[UUID | None]
    """The approval that stood in for a grant."""
    account_id: Mapped[UUID]
    membership_id: Mapped[UUID]
    signer_name: Mapped[str]
    at: Mapped[datetime]
    """When the person said so."""
    address: Mapped[str | None]
    device: Mapped[str | None]
    statement: Mapped[str]
    """The words that the person agreed to."""
    document_sha256: Mapped[bytes]
    """Of the bytes that the person was shown and signed."""
    signed_at: Mapped[datetime | None]
    """By the time stamp."""
    certificate_serial: Mapped[str | None]
    digest: Mapped[bytes | None]
    """SHA-256 of the signature container in the file."""
    result_sha256: Mapped[bytes | None]
    failure: Mapped[str | None]


FROZEN_COLUMNS = (
    *("number", "scene", "title", "template_version_id", "template_name", "template_version", "parties", "variables"),
    *(
        "parameters",
        "text",
        "valid_from",
        "valid_to",
        "supersedes_id",
        "content_file_id",
        "content_sha256",
        "frozen_at",
    ),
)
frozen(Contract, when="OLD.content_sha256 IS NOT NULL", columns=FROZEN_COLUMNS)
EVIDENCE = (
    *("contract_id", "party", "seal_tenant_id", "seal_id", "grant_id", "change_id", "account_id", "membership_id"),
    *("signer_name", "at", "address", "device", "statement", "document_sha256"),
)
frozen(ContractSignature, when="true", columns=EVIDENCE)

_SIGNED_BYTES = """
CREATE FUNCTION keep_signed_bytes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the signed bytes of a contract change only while it is being signed'
        USING ERRCODE = 'insufficient_privilege';
END $$
"""
_KEEP_SIGNED_BYTES = """
CREATE TRIGGER signed_bytes BEFORE UPDATE ON contract FOR EACH ROW
WHEN (OLD.state <> 'SIGNING' AND OLD.signed_sha256 IS DISTINCT FROM NEW.signed_sha256
    OR OLD.in_force_at IS NOT NULL AND OLD.in_force_at IS DISTINCT FROM NEW.in_force_at
    OR OLD.state <> 'SIGNING' AND OLD.signed_file_id IS DISTINCT FROM NEW.signed_file_id)
EXECUTE FUNCTION keep_signed_bytes()
"""
_APPLIED_STAYS = """
CREATE TRIGGER applied_stays BEFORE UPDATE ON contract_signature FOR EACH ROW
WHEN (OLD.state <> 'PENDING') EXECUTE FUNCTION refuse_frozen_change()
"""
_OWN_PARTY = """
CREATE FUNCTION sign_as_own_party() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF current_user IN ('app_merchant', 'app_operator')
        AND (NEW.party <> 'MERCHANT' OR NEW.seal_tenant_id <> NEW.merchant_id OR NEW.state <> 'PENDING') THEN
        RAISE EXCEPTION 'a merchant signs for itself, by its own seal' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""
_SIGN_AS_OWN_PARTY = """
CREATE TRIGGER own_party BEFORE INSERT ON contract_signature FOR EACH ROW EXECUTE FUNCTION sign_as_own_party()
"""


def _after(model: type[Base], *statements: str) -> None:
    table = model.__table__
    assert isinstance(table, Table)
    for statement in statements:
        event.listen(table, "after_create", DDL(statement.strip()))  # type: ignore[no-untyped-call]


_NUMBERS = (
    "GRANT USAGE ON SEQUENCE contract_number_seq TO app_bank, app_worker",
    "GRANT USAGE, SELECT ON SEQUENCE contract_number_seq TO app_maintenance",
)
_after(Contract, _SIGNED_BYTES, _KEEP_SIGNED_BYTES, *_NUMBERS)
_after(ContractSignature, _OWN_PARTY, _SIGN_AS_OWN_PARTY, _APPLIED_STAYS)
