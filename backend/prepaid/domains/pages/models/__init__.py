"""Tables of pages: overlays, forms, saved views, settings."""

from prepaid.domains.pages.models.definitions import FormDefinition, PageOverlay
from prepaid.domains.pages.models.own import MemberSetting, SavedView

__all__ = ["FormDefinition", "MemberSetting", "PageOverlay", "SavedView"]
