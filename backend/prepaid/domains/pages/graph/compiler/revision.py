"""Revisions: one short hash for one configuration."""

from dataclasses import asdict
from typing import Any

from prepaid.kit.codec import fingerprint

DIGITS = 16


def revision_of(value: Any) -> str:
    """16 hex digits for a configuration or for what decides one."""
    plain = asdict(value) if hasattr(value, "__dataclass_fields__") else value
    return fingerprint(plain).hex()[:DIGITS]
