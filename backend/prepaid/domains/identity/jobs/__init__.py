"""Background work of identity, and what `prepaid verify` checks of it; importing the package declares all of it."""

from prepaid.domains.identity.jobs import audit_export, changes, checks, invitations, sign_in

__all__ = ["audit_export", "changes", "checks", "invitations", "sign_in"]
