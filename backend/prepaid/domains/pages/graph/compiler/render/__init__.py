"""From what a caller may see to the configuration that he gets: one language, compiled documents."""

from prepaid.domains.pages.graph.compiler.render.pages import PageRenderer

__all__ = ["PageRenderer"]
