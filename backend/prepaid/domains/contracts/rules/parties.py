"""Parties of a contract, passed in as data, and what variables say of them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from prepaid.domains.contracts.rules.parameters import SPECS, RuleParameters, shown
from prepaid.domains.contracts.rules.scenes import Party
from prepaid.domains.pages.rules.fields import AnyField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.kit.text import clean_text

LONGEST_FACT: Final = 200
LABELS: Final = {Party.MERCHANT: ("甲方", "商户"), Party.BANK: ("乙方", "银行")}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """Who a party is at the time of the contract. Numbers of persons are not among them."""

    party: Party
    name: str
    code: str
    """Unified social credit code."""
    representative: str
    """Legal representative or person in charge."""
    address: str = ""
    phone: str = ""

    def as_json(self) -> dict[str, str]:
        """As a contract stores it."""
        return {name: str(value) for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, value: Mapping[str, str]) -> "PartyFacts":
        """Reads what `as_json` wrote."""
        return cls(**{**value, "party": Party(value["party"])})  # type: ignore[arg-type]

    def clean(self) -> "PartyFacts":
        """The same with texts as they are stored. Raises `InvalidText`."""
        texts = {
            name: clean_text(value, max_length=LONGEST_FACT) for name, value in asdict(self).items() if name != "party"
        }
        return PartyFacts(party=self.party, **texts)


def day_text(day: date | None) -> str:
    """A day as contracts write it."""
    return "长期有效" if day is None else f"{day.year}年{day.month}月{day.day}日"


def variable_values(
    *,
    number: str,
    title: str,
    parties: Iterable[PartyFacts],
    valid_from: date,
    valid_to: date | None,
    parameters: RuleParameters,
    form: Form,
    own: Mapping[str, Any],
) -> dict[str, str]:
    """Every variable by its name, as it reads."""
    values = {
        "contract.number": number,
        "contract.title": title,
        "contract.validFrom": day_text(valid_from),
        "contract.validTo": day_text(valid_to),
    }
    for party in parties:
        facts = party.as_json()
        values |= {f"{party.party.value.lower()}.{name}": value for name, value in facts.items() if name != "party"}
    values |= {f"rule.{spec.name}": shown(spec, getattr(parameters, spec.name)) for spec in SPECS}
    for field in form.outer:
        values[field.key] = _shown(form, field, own.get(field.key))
    return values


def _shown(form: Form, field: AnyField, value: Any) -> str:
    if value is None:
        return ""
    match field.kind:
        case ValueKind.FEN:
            return f"人民币{value / 100:,.2f}元"
        case ValueKind.PERCENT:
            return f"{value / 100:g}%"
        case ValueKind.BOOLEAN:
            return "是" if value else "否"
        case ValueKind.DATE:
            return day_text(date.fromisoformat(value))
        case ValueKind.ENUM:
            return _label(form, field, value)
        case ValueKind.TAGS:
            return "、".join(_label(form, field, each) for each in value)
    return str(value)


def _label(form: Form, field: AnyField, value: str) -> str:
    options = form.options.get(getattr(field, "dictionary", ""), ())
    return next((option.label.zh for option in options if option.value == value), value)
