"""Ends a run with the line `N passed, N failed` (and `, N skipped` if any), whatever happened."""

import pytest
from _pytest.terminal import TerminalReporter


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not isinstance(reporter, TerminalReporter) or hasattr(config, "workerinput") or config.option.collectonly:
        return
    counts = {name: len(reporter.stats.get(name, ())) for name in ("passed", "failed", "error", "skipped")}
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    reporter.ensure_newline()
    reporter.write_line(f"{counts['passed']} passed, {counts['failed'] + counts['error']} failed{skipped}")
