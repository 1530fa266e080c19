"""What people call a browser and its system, from what it says of itself, as `frontend/src/lib/device.ts` does."""

from typing import Final

BROWSERS: Final = (
    ("MicroMessenger/", "WeChat"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Chromium/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS: Final = (
    ("HarmonyOS", "HarmonyOS"),
    ("OpenHarmony", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_name(agent: str | None) -> str | None:
    """`Chrome · Windows`; of a program that is no browser what it calls itself."""
    if agent is None:
        return None
    found = (next((name for mark, name in marks if mark in agent), None) for marks in (BROWSERS, SYSTEMS))
    return " · ".join(filter(None, found)) or agent
