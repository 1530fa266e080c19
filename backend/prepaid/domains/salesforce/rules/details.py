"""What somebody says of a person, or of a commission rule; commands check it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from prepaid.domains.salesforce.rules.commission import Occasion, Rate
from prepaid.domains.salesforce.rules.people import Employment


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """A personnel record as it is to be."""

    name: str
    staff_number: str
    store_id: UUID
    hired_on: date
    title: str = ""
    employment: Employment = Employment.FULL_TIME
    performs: bool = False
    membership_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionDetails:
    """A version of a rule as it is to be; at most one of service, package, card type, category."""

    occasion: Occasion
    rate: Rate
    salesperson_id: UUID | None = None
    service_id: UUID | None = None
    package_id: UUID | None = None
    card_type_id: UUID | None = None
    category: str | None = None
