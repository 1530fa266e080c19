"""Empty signature fields of a document that is to be signed."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

LAST_PAGE: Final = -1


def with_signature_fields(document: bytes, boxes: Mapping[str, tuple[float, float, float, float]]) -> bytes:
    """See `prepaid.providers.signing.with_signature_fields`."""
    writer = IncrementalPdfFileWriter(BytesIO(document))
    for name, box in boxes.items():
        append_signature_field(writer, SigFieldSpec(name, on_page=LAST_PAGE, box=box))  # type: ignore[arg-type]
    output = BytesIO()
    writer.write(output)
    return output.getvalue()
