"""Facts of contracts that higher domains react to."""
