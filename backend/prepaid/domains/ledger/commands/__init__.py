"""Commands of the ledger: `post` and `resolve`, and a recipe for each movement that the product knows."""
