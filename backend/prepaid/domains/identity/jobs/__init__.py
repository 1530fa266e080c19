"""Background work of identity; importing the package declares all of it."""

from prepaid.domains.identity.jobs import sign_in

__all__ = ["sign_in"]
