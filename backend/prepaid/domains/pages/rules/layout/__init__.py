"""Definitions of pages, as each domain declares them and overlays change them."""
