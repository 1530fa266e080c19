"""Business acts on pages: overlays, forms, views, settings."""
