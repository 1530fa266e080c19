"""What `prepaid verify` checks of products."""
