"""Inputs of the mutations of salespeople and commission rules."""

from datetime import date

import strawberry

from prepaid.core.errors import InvalidValue
from prepaid.domains.catalog.graph import labels as _products  # noqa: F401 - names the enums
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.salesforce.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salesforce.rules.commission import Basis, Occasion, Rate, RateKind
from prepaid.domains.salesforce.rules.details import CommissionDetails, PersonDetails
from prepaid.domains.salesforce.rules.people import Employment
from prepaid.graph.types import Fen, GlobalID

OF_MERCHANT = "Merchant; absent: the caller's own"
PERSON = "The person"


@strawberry.input(description="What is said of a salesperson.")
class SalespersonDetailsInput:
    """Shared by creating and editing."""

    name: str = strawberry.field(description="Name")
    staff_number: str = strawberry.field(description="Staff number, unique in the merchant")
    title: str | None = strawberry.field(default=None, description="What the person does")
    employment: Employment = strawberry.field(
        default=Employment.FULL_TIME, description="How the person works for the merchant"
    )
    performs: bool = strawberry.field(default=False, description="Gives services and may earn by the visit")
    store_id: GlobalID = strawberry.field(description="Store that the person belongs to")
    member_id: GlobalID | None = strawberry.field(default=None, description="Account that the person works with")
    hired_on: date = strawberry.field(description="First day")
    note: str | None = strawberry.field(default=None, description="Remark")

    def read(self) -> PersonDetails:
        """As the command takes it."""
        return PersonDetails(
            name=self.name,
            staff_number=self.staff_number,
            title=self.title or "",
            employment=self.employment,
            performs=self.performs,
            store_id=self.store_id.of("Store", path=("storeId",)).id,
            membership_id=optional_id(self.member_id, "Member", "memberId"),
            hired_on=self.hired_on,
            note=self.note or "",
        )


@strawberry.input(description="A new salesperson.")
class CreateSalespersonInput(SalespersonDetailsInput):
    """Input of `createSalesperson`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A salesperson as the record is to be.")
class UpdateSalespersonInput(SalespersonDetailsInput):
    """Input of `updateSalesperson`."""

    salesperson_id: GlobalID = strawberry.field(description=PERSON)


@strawberry.input(description="A salesperson, and why.")
class SuspendSalespersonInput:
    """Input of `suspendSalesperson`."""

    salesperson_id: GlobalID = strawberry.field(description=PERSON)
    reason: str = strawberry.field(description="Why")


@strawberry.input(description="A salesperson.")
class ResumeSalespersonInput:
    """Input of `resumeSalesperson`."""

    salesperson_id: GlobalID = strawberry.field(description=PERSON)


@strawberry.input(description="A salesperson who has left.")
class LeaveSalespersonInput:
    """Input of `leaveSalesperson`."""

    salesperson_id: GlobalID = strawberry.field(description=PERSON)
    left_on: date = strawberry.field(description="Last day, today or before")
    reason: str = strawberry.field(description="Why")


@strawberry.input(description="What a person may sell: one product, or every one of a kind.")
class GrantSalesInput:
    """Input of `grantSales`."""

    salesperson_id: GlobalID = strawberry.field(description=PERSON)
    product_kind: ProductKind = strawberry.field(description="Kind of products")
    service_id: GlobalID | None = strawberry.field(default=None, description="One service; absent: every one")
    card_type_id: GlobalID | None = strawberry.field(
        default=None, description="One card type with its packages; absent: every one"
    )
    package_id: GlobalID | None = strawberry.field(default=None, description="One package; absent: every one")


@strawberry.input(description="An authorisation to be withdrawn.")
class WithdrawSalesInput:
    """Input of `withdrawSales`."""

    authorisation_id: GlobalID = strawberry.field(description="The authorisation")


@strawberry.input(description="How much a commission rule gives.")
class CommissionRateInput:
    """Part of the inputs of commission rules."""

    kind: RateKind = strawberry.field(description="How it counts")
    basis: Basis = strawberry.field(default=Basis.PAID, description="What a percentage is taken of")
    bps: int | None = strawberry.field(
        default=None, description="Of PERCENT: 0 to 10,000 basis points; 0 gives nothing"
    )
    amount_fen: Fen | None = strawberry.field(default=None, description="Of PER_VISIT and PER_TIME: fixed amount")
    unit_minutes: int | None = strawberry.field(default=None, description="Of PER_TIME: minutes of a unit")
    floor_fen: Fen | None = strawberry.field(default=None, description="Least that a line earns")
    cap_fen: Fen | None = strawberry.field(default=None, description="Most that a line earns")

    def read(self) -> Rate:
        """As the rules take it."""
        return Rate(
            kind=self.kind,
            basis=self.basis,
            bps=self.bps,
            amount_fen=self.amount_fen,
            unit_minutes=self.unit_minutes,
            floor_fen=self.floor_fen,
            cap_fen=self.cap_fen,
        )


@strawberry.input(description="What a commission rule names and gives.")
class CommissionTermsInput:
    """Shared by making and revising a rule."""

    name: str = strawberry.field(description="Name")
    position: int = strawberry.field(default=0, description="Place among the rules of its level, smaller first")
    occasion: Occasion = strawberry.field(description="What earns")
    salesperson_id: GlobalID | None = strawberry.field(default=None, description="Only this person")
    service_id: GlobalID | None = strawberry.field(default=None, description="Only this service")
    package_id: GlobalID | None = strawberry.field(default=None, description="Only this package")
    card_type_id: GlobalID | None = strawberry.field(default=None, description="Only packages of this card type")
    category: str | None = strawberry.field(default=None, description="Only services of this category")
    rate: CommissionRateInput = strawberry.field(description="How much it gives")

    def read(self) -> CommissionDetails:
        """As the command takes it."""
        return CommissionDetails(
            occasion=self.occasion,
            rate=self.rate.read(),
            salesperson_id=optional_id(self.salesperson_id, "Salesperson", "salespersonId"),
            service_id=optional_id(self.service_id, "Service", "serviceId"),
            package_id=optional_id(self.package_id, "Package", "packageId"),
            card_type_id=optional_id(self.card_type_id, "CardType", "cardTypeId"),
            category=self.category,
        )


@strawberry.input(description="A new commission rule.")
class CreateCommissionRuleInput(CommissionTermsInput):
    """Input of `createCommissionRule`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A commission rule's next version.")
class ReviseCommissionRuleInput(CommissionTermsInput):
    """Input of `reviseCommissionRule`."""

    rule_id: GlobalID = strawberry.field(description="The rule")


@strawberry.input(description="A commission rule to be retired.")
class RetireCommissionRuleInput:
    """Input of `retireCommissionRule`."""

    rule_id: GlobalID = strawberry.field(description="The rule")
    reason: str = strawberry.field(description="Why")


def granted(given: GrantSalesInput) -> tuple[ProductKind, GlobalID | None]:
    """Kind and product of a grant. Raises `InvalidValue` for a product of another kind."""
    named = {
        ProductKind.SERVICE: given.service_id,
        ProductKind.CARD_TYPE: given.card_type_id,
        ProductKind.PACKAGE: given.package_id,
    }
    product = named.pop(given.product_kind)
    if any(each is not None for each in named.values()):
        raise InvalidValue(path=("productKind",), reason="CONTRADICTION")
    return given.product_kind, product
