"""One table from one run: this server beside idiomatic Strawberry, hand-written limits and PostGraphile."""
