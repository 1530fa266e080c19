"""The permissions that the timetable asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

MERCHANT: Final = frozenset({Audience.MERCHANT})

declare(
    [
        Permission("timetable.read", NodeKind.PAGE, "课表", "Timetable", None, MERCHANT),
        Permission("timetable.edit", NodeKind.ACTION, "排课与停课", "Edit the timetable", "timetable.read", MERCHANT),
        Permission("timetable.enrol", NodeKind.ACTION, "维护学员名册", "Keep rosters", "timetable.read", MERCHANT),
    ]
)
