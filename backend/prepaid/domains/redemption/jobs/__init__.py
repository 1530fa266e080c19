"""Settlement, days of periods, purging of codes, and what `prepaid verify` checks of redemptions."""
