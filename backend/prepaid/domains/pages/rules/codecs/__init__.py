"""Values as they travel, read by their field: checked, and in one spelling."""

from prepaid.domains.pages.rules.codecs.decode import Decoding, decode

__all__ = ["Decoding", "decode"]
