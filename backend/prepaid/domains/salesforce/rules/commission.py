"""What a sale or a visit earns: which rule applies, and how much it gives (domain/60, reference 4.8).

Of the rules in force for the occasion that fit, the first wins: those that name the person, then those that name the
product, then those of its category (a service's category, or a package's card type), then the default; at one level by
their position, then the older one. An explicit 0 is a rule: it ends the search.

The money that a line earns by is only what was newly paid for it: what came from a card or from bonus has earned
before. With p paid in all, c from cards, b from bonus, s subsidy by the bank, l list price:

    PAID = p - c - b        PRINCIPAL_ONLY = p - c - b - s        LIST = l - c - b        (none below 0)

A percentage takes its part of the basis. A fixed amount, for each piece or each full unit of time, counts in the
proportion in which the line was newly paid. All is rounded down; then the floor lifts and the cap limits the line. A
line without new money earns 0, whatever the floor. A performer (PERFORMANCE) earns by the visit itself: how it was
paid does not matter, LIST is the list price and PAID the value performed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from prepaid.domains.catalog.rules.products import ProductRef
from prepaid.kit.money import Fen, floor_share


class Occasion(StrEnum):
    """What earns (分佣场景)."""

    SERVICE = "SERVICE"
    OPENING = "OPENING"
    RECHARGE = "RECHARGE"
    PERFORMANCE = "PERFORMANCE"


class MatchLevel(StrEnum):
    """What a rule names (规则层级), in the order in which rules are tried."""

    PERSON = "PERSON"
    PRODUCT = "PRODUCT"
    CATEGORY = "CATEGORY"
    DEFAULT = "DEFAULT"


class Basis(StrEnum):
    """What a percentage is taken of (计佣基数)."""

    PAID = "PAID"
    LIST = "LIST"
    PRINCIPAL_ONLY = "PRINCIPAL_ONLY"


class RateKind(StrEnum):
    """How a rule counts (计佣方式)."""

    PERCENT = "PERCENT"
    PER_VISIT = "PER_VISIT"
    PER_TIME = "PER_TIME"


LEVELS: Final = tuple(MatchLevel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How much a rule gives; exactly what its kind needs is set."""

    kind: RateKind
    basis: Basis = Basis.PAID
    bps: int | None = None
    """Of PERCENT, 0 to 10,000."""
    amount_fen: Fen | None = None
    """Of PER_VISIT for each piece, of PER_TIME for each `unit_minutes`."""
    unit_minutes: int | None = None
    floor_fen: Fen | None = None
    cap_fen: Fen | None = None

    @property
    def complete(self) -> bool:
        """Whether it says what its kind needs, and floor and cap leave room."""
        needed = {
            RateKind.PERCENT: self.bps is not None and self.amount_fen is None and self.unit_minutes is None,
            RateKind.PER_VISIT: self.amount_fen is not None and self.bps is None and self.unit_minutes is None,
            RateKind.PER_TIME: None not in (self.amount_fen, self.unit_minutes) and self.bps is None,
        }
        ordered = self.cap_fen is None or (self.floor_fen or 0) <= self.cap_fen
        return needed[self.kind] and ordered and (self.floor_fen is None or not self.zero)

    @property
    def zero(self) -> bool:
        """Whether it gives nothing on purpose."""
        return not (self.bps or self.amount_fen)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleItem:
    """One line that may earn; amounts in fen for the whole line, none negative."""

    occasion: Occasion
    product: ProductRef
    list_fen: Fen
    paid_fen: Fen
    """The line's price after reductions, however it is paid; of PERFORMANCE the value performed."""
    from_card_fen: Fen = 0
    from_bonus_fen: Fen = 0
    subsidy_fen: Fen = 0
    """Part of `paid_fen` that the bank pays (a bank coupon)."""
    count: int = 1
    minutes: int | None = None
    """Minutes of the whole line, for fixed amounts per unit of time."""

    @property
    def new_money_fen(self) -> Fen:
        """What was newly paid for the line."""
        return max(0, self.paid_fen - self.from_card_fen - self.from_bonus_fen)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionRule:
    """A version of a rule as it is matched."""

    rule_id: UUID
    version_id: UUID
    number: str
    version: int
    position: int
    occasion: Occasion
    level: MatchLevel
    salesperson: UUID | None = None
    product: UUID | None = None
    category: str | None = None
    """Category of services, or id of a card type for its packages."""
    rate: Rate

    def fits(self, salesperson: UUID, item: SaleItem, categories: Iterable[str]) -> bool:
        """Whether it speaks of this person, product and category; what it does not name it does not ask for."""
        return (
            self.occasion is item.occasion
            and self.salesperson in (None, salesperson)
            and self.product in (None, item.product.id)
            and (self.category is None or self.category in set(categories))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionQuote:
    """What a line earns, frozen with what it was counted by."""

    occasion: Occasion
    amount_fen: Fen
    rule_id: UUID | None = None
    rule_version_id: UUID | None = None
    rule_number: str | None = None
    version: int | None = None
    level: MatchLevel | None = None
    basis: Basis | None = None
    basis_fen: Fen = 0
    rate: Rate | None = None
    counted_fen: Fen = 0
    """Before floor and cap."""

    def as_json(self) -> dict[str, Any]:
        """The snapshot of an order line or a redemption."""
        rate = self.rate
        return {
            "occasion": self.occasion.value,
            "amountFen": self.amount_fen,
            "ruleId": self.rule_id and str(self.rule_id),
            "ruleVersionId": self.rule_version_id and str(self.rule_version_id),
            "ruleNumber": self.rule_number,
            "version": self.version,
            "level": self.level and self.level.value,
            "basis": self.basis and self.basis.value,
            "basisFen": self.basis_fen,
            "countedFen": self.counted_fen,
            "rate": None if rate is None else _rate_json(rate),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "CommissionQuote":
        """Reads what `as_json` wrote."""
        rate = value["rate"]
        return cls(
            occasion=Occasion(value["occasion"]),
            amount_fen=value["amountFen"],
            rule_id=value["ruleId"] and UUID(value["ruleId"]),
            rule_version_id=value["ruleVersionId"] and UUID(value["ruleVersionId"]),
            rule_number=value["ruleNumber"],
            version=value["version"],
            level=value["level"] and MatchLevel(value["level"]),
            basis=value["basis"] and Basis(value["basis"]),
            basis_fen=value["basisFen"],
            counted_fen=value["countedFen"],
            rate=None
            if rate is None
            else Rate(
                kind=RateKind(rate["kind"]),
                basis=Basis(rate["basis"]),
                bps=rate["bps"],
                amount_fen=rate["amountFen"],
                unit_minutes=rate["unitMinutes"],
                floor_fen=rate["floorFen"],
                cap_fen=rate["capFen"],
            ),
        )


def basis_fen(basis: Basis, item: SaleItem) -> Fen:
    """The money that a percentage of the line is taken of."""
    if item.occasion is Occasion.PERFORMANCE:
        return item.list_fen if basis is Basis.LIST else item.paid_fen
    match basis:
        case Basis.PAID:
            return item.new_money_fen
        case Basis.PRINCIPAL_ONLY:
            return max(0, item.new_money_fen - item.subsidy_fen)
        case Basis.LIST:
            return max(0, item.list_fen - item.from_card_fen - item.from_bonus_fen)


def first_match(
    rules: Iterable[CommissionRule], salesperson: UUID, item: SaleItem, categories: Iterable[str]
) -> CommissionRule | None:
    """The rule that decides, or none."""
    known = tuple(categories)
    fitting = (rule for rule in rules if rule.fits(salesperson, item, known))
    return min(fitting, key=lambda rule: (LEVELS.index(rule.level), rule.position, rule.rule_id), default=None)


def earned(rate: Rate, item: SaleItem) -> tuple[Fen, Fen, Fen]:
    """What the line earns, what it was counted as before floor and cap, and the basis, in fen."""
    basis = basis_fen(rate.basis, item)
    performed = item.occasion is Occasion.PERFORMANCE
    if rate.kind is RateKind.PERCENT:
        counted = floor_share(basis, rate.bps or 0)
    else:
        units = item.count if rate.kind is RateKind.PER_VISIT else (item.minutes or 0) // (rate.unit_minutes or 1)
        counted = units * (rate.amount_fen or 0)
        if not performed and item.paid_fen:
            counted = counted * min(item.new_money_fen, item.paid_fen) // item.paid_fen
    if rate.zero or (not performed and item.new_money_fen == 0):
        return 0, 0, basis
    amount = max(counted, rate.floor_fen or 0)
    return (amount if rate.cap_fen is None else min(amount, rate.cap_fen)), counted, basis


def quote(rule: CommissionRule | None, item: SaleItem) -> CommissionQuote:
    """What the line earns by the rule that decides."""
    if rule is None:
        return CommissionQuote(occasion=item.occasion, amount_fen=0)
    amount, counted, basis = earned(rule.rate, item)
    return CommissionQuote(
        occasion=item.occasion,
        amount_fen=amount,
        rule_id=rule.rule_id,
        rule_version_id=rule.version_id,
        rule_number=rule.number,
        version=rule.version,
        level=rule.level,
        basis=rule.rate.basis,
        basis_fen=basis,
        rate=rule.rate,
        counted_fen=counted,
    )


def _rate_json(rate: Rate) -> dict[str, Any]:
    return {
        "kind": rate.kind.value,
        "basis": rate.basis.value,
        "bps": rate.bps,
        "amountFen": rate.amount_fen,
        "unitMinutes": rate.unit_minutes,
        "floorFen": rate.floor_fen,
        "capFen": rate.cap_fen,
    }
