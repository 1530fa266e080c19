"""What `prepaid verify` checks of sales control."""
