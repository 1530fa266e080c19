"""What redemption brings to the pages."""

from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.shell import Declared
from prepaid.domains.redemption.graph import record_words as _words  # noqa: F401 - declares
from prepaid.domains.redemption.graph.dictionaries import DICTIONARIES
from prepaid.domains.redemption.reads import record_names as _names  # noqa: F401 - declares

declare_pages(Declared(dictionaries=DICTIONARIES))
