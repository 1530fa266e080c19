"""A custody provider's smart-contract wallets: signed instructions, books in memory, odd answers on demand."""
