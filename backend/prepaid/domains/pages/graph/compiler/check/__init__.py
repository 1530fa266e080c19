"""Whether a page can work on this schema: every mistake with its place, before anybody opens it."""

from prepaid.domains.pages.graph.compiler.check.badges import check_badges
from prepaid.domains.pages.graph.compiler.check.bench import check_bench
from prepaid.domains.pages.graph.compiler.check.page import check_page, check_shell
from prepaid.domains.pages.graph.compiler.check.references import check_references

__all__ = ["check_badges", "check_bench", "check_page", "check_references", "check_shell"]
