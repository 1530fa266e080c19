"""Does what the provider says fit what was ordered? Every field that it tells is compared before anything is done."""

from dataclasses import dataclass

from prepaid.domains.payment.rules.alerts import AlertKind

CURRENCY = "CNY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The fields of a status; None: the provider does not tell it here."""

    partner: str | None
    payee: str | None
    application: str | None = None
    amount_fen: int | None
    currency: str | None = None


def misfit(told: Told, ordered: Told) -> AlertKind | None:
    """The first field that differs from the order, in the order in which they would do most harm."""
    pairs = (
        (AlertKind.WRONG_PARTNER, told.partner, ordered.partner),
        (AlertKind.WRONG_PAYEE, told.payee, ordered.payee),
        (AlertKind.WRONG_APPLICATION, told.application, ordered.application),
        (AlertKind.WRONG_AMOUNT, told.amount_fen, ordered.amount_fen),
        (AlertKind.WRONG_CURRENCY, told.currency, ordered.currency),
    )
    return next((kind for kind, one, other in pairs if one is not None and one != other), None)
