"""What merchants do when a lower domain publishes a fact, in the same transaction."""
