"""`prepaid verify`: every invariant that can be checked on a live database, with core's own checks."""

from prepaid.core.audit import verify_chain
from prepaid.core.findings import Check, Finding, check, checks
from prepaid.core.verify import grants, policies, stored, triggers, waiting
from prepaid.core.verify.run import run_checks, snapshot

CORE_CHECKS = (verify_chain, grants, policies, stored, triggers, waiting)
"""Loading these registers them."""

__all__ = ["CORE_CHECKS", "Check", "Finding", "check", "checks", "run_checks", "snapshot"]
