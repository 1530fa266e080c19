"""The stand-in business declared for this server's engine, as a domain's graph layer is."""
