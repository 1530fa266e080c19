"""Files of contracts: what is uploaded, what the product makes."""

from typing import Final

from prepaid.core.files import PDF, PNG, file_purpose

LARGEST_SEAL_BYTES: Final = 2 * 1024 * 1024
LARGEST_DOCUMENT_BYTES: Final = 20 * 1024 * 1024
SEAL_IMAGE: Final = file_purpose("seal_image", max_bytes=LARGEST_SEAL_BYTES, kinds=[PNG], permission="seal.manage")
DOCUMENT_TO_VERIFY: Final = file_purpose(
    "document_to_verify", max_bytes=LARGEST_DOCUMENT_BYTES, kinds=[PDF], permission="contract.verify"
)
CONTRACT: Final = file_purpose("contract", max_bytes=LARGEST_DOCUMENT_BYTES, kinds=[PDF], made_here=True)
DRAWN_SEAL: Final = file_purpose("drawn_seal", max_bytes=LARGEST_SEAL_BYTES, kinds=[PNG], made_here=True)
