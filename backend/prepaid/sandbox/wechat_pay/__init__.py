"""WeChat Pay v3 for a partner: its protocol with keys of its own, a cashier page, odd notifications on demand."""
