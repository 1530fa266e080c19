"""Base pages of this domain and of those below it, which cannot know of pages."""
