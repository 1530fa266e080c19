"""Fixtures and reporting for all tests; what they are made of is in `tests/support`."""

pytest_plugins = ["tests.support.postgres", "tests.support.served", "tests.support.closing_line"]
