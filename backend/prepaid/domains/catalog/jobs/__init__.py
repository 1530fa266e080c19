"""What `prepaid verify` checks of products, and scheduled work."""
