"""Rules of cards: states, values, which lot is used first, numbers."""
