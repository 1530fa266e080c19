"""Tables of pages: overlays, forms, saved views, settings, exports."""

from prepaid.domains.pages.models.definitions import FormDefinition, PageOverlay
from prepaid.domains.pages.models.exports import ListExport
from prepaid.domains.pages.models.own import MemberSetting, SavedView

__all__ = ["FormDefinition", "ListExport", "MemberSetting", "PageOverlay", "SavedView"]
