"""Background work of identity; importing the package declares all of it."""

from prepaid.domains.identity.jobs import changes, invitations, sign_in

__all__ = ["changes", "invitations", "sign_in"]
