"""Asking the provider what became of a registration."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.services import Services
from prepaid.domains.merchants.commands.register_appid import note_report
from prepaid.providers.mini_program_registration import HttpMiniProgramRegistration

NUDGE: Final = "appid.nudge"
NUDGE_PATH: Final = "/mini-programs/registrations/news"
NUDGE_LIFE: Final = timedelta(days=3)


async def ask_about(services: Services, merchant_id: UUID, registration_id: UUID) -> None:
    """What became of one registration. Raises `RegistrationUnclear`."""
    async with HttpMiniProgramRegistration.of(services.settings) as provider:
        report = await provider.query(registration_id)
    if report is not None:
        async with services.database.write(SYSTEM) as tx:
            await note_report(tx, SYSTEM, merchant_id=merchant_id, registration_id=registration_id, report=report)
