"""Are the ports free? Asked before anything starts, so that the answer is a sentence."""

import socket

from prepaid.core.setup_error import SetupError


def require_free_port(host: str, port: int, variable: str) -> None:
    """Check that a server may listen on `host:port`.

    Raises:
        SetupError: it may not; `variable` is the setting that moves the server elsewhere.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SetupError(
                f"Nothing can listen on {host}:{port} ({error.strerror}): "
                f"stop the program that uses it, or set {variable} to another port."
            ) from error
