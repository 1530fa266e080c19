"""Facts of identity that higher domains react to."""
