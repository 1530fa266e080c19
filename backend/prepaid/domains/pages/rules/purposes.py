"""What the purposes of uploads are called in the form designer."""

from collections.abc import Mapping
from typing import Final

from prepaid.domains.pages.rules.text import Text

PURPOSE_NAMES: Final[Mapping[str, Text]] = {
    "business_licence": Text("营业执照", "Business licence"),
    "identity_document": Text("身份证件", "Identity document"),
    "permit": Text("许可证", "Permit"),
    "premises": Text("经营场所照片", "Photos of premises"),
    "supporting_document": Text("证明材料", "Supporting document"),
}
"""By code; a purpose without a name here is shown by its code."""
