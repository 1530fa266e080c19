"""Encryption of personal data: key ring, keys of single subjects, blind indexes, signed tickets.

    ring keys (settings) ── wrap ──> data keys, one a subject (table `data_key`) ── encrypt ──> personal data
             └── encrypt directly ──> secrets that belong to no person (a TOTP seed, a provider's key)

Erasing a person is destroying the data key: what it encrypted can be read by nobody, in no backup whose
ring keys are gone.
"""

from prepaid.core.crypto.data_keys import DataKeys, PersonErased
from prepaid.core.crypto.keyring import KeyRing, Undecryptable, place
from prepaid.core.crypto.rotation import encrypted_column, rotate
from prepaid.core.crypto.tickets import BadTicket, SecretBox

__all__ = [
    "BadTicket",
    "DataKeys",
    "KeyRing",
    "PersonErased",
    "SecretBox",
    "Undecryptable",
    "encrypted_column",
    "place",
    "rotate",
]
