"""What files are uploaded for in forms that bank staff design; domains add purposes of their own."""

from prepaid.core.files import JPEG, PDF, PNG, WEBP, file_purpose

MEGABYTE = 1024 * 1024
PICTURES = (JPEG, PNG, WEBP)

BUSINESS_LICENCE = file_purpose("business_licence", max_bytes=10 * MEGABYTE, kinds=[PDF, *PICTURES])
IDENTITY_DOCUMENT = file_purpose("identity_document", max_bytes=10 * MEGABYTE, kinds=[PDF, *PICTURES])
PERMIT = file_purpose("permit", max_bytes=10 * MEGABYTE, kinds=[PDF, *PICTURES])
PREMISES = file_purpose("premises", max_bytes=10 * MEGABYTE, kinds=PICTURES)
SUPPORTING_DOCUMENT = file_purpose("supporting_document", max_bytes=20 * MEGABYTE, kinds=[PDF, *PICTURES])
