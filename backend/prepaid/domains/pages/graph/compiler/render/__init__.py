"""From what a caller may see to the configuration that he gets: one language, compiled documents."""

from prepaid.domains.pages.graph.compiler.render.pages import PageRenderer, rendered_form
from prepaid.domains.pages.graph.compiler.render.shell import rendered_navigation

__all__ = ["PageRenderer", "rendered_form", "rendered_navigation"]
