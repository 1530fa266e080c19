"""Read plans: an operation's selection compiled once to SQL that builds its JSON."""
