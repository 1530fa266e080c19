"""What a contract says of the bank."""

from prepaid.core.settings import Settings
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import Party


def bank_facts(settings: Settings) -> PartyFacts:
    """The bank as the settings name it."""
    return PartyFacts(
        party=Party.BANK,
        name=settings.bank_name,
        code=settings.bank_code,
        representative=settings.bank_representative,
        address=settings.bank_address,
        phone=settings.bank_phone,
    )
