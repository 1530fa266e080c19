"""Whether a page can work on this schema: every mistake with its place, before anybody opens it."""

from prepaid.domains.pages.graph.compiler.check.page import check_page, check_shell

__all__ = ["check_page", "check_shell"]
