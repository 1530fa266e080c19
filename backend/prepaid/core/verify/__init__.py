"""`prepaid verify`: checks of the invariants on a live database, declared beside what they check."""

from prepaid.core.verify.registry import Check, Finding, check, checks
from prepaid.core.verify.run import run_checks

__all__ = ["Check", "Finding", "check", "checks", "run_checks"]
