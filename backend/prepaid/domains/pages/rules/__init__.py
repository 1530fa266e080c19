"""Pure rules: the field grammar, page definitions, overlays."""
