"""Prepaid: the platform on which a bank runs its ecosystem of prepaid cards (预付卡)."""
