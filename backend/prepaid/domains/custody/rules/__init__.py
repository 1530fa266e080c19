"""Rules of custody: states of wallets and instructions, patience with the provider, tiers."""
