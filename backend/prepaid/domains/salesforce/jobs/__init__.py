"""What `prepaid verify` checks of salespeople."""
