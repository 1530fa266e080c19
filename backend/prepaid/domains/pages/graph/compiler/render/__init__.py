"""From what a caller may see to the configuration that he gets: one language, compiled documents."""

from prepaid.domains.pages.graph.compiler.render.pages import PageRenderer, rendered_form

__all__ = ["PageRenderer", "rendered_form"]
