"""The servers that are compared; each is an ASGI app in a process of its own on the same database."""
