"""What `prepaid run` prints: steps, the children's lines, the address and the demo accounts."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

COLOURS = {"server": "green", "worker": "cyan", "sandbox": "magenta"}
NAME_WIDTH = max(map(len, COLOURS))

DemoAccount = tuple[str, str, str, str]
"""Who it is, login, password, note."""

console = Console(highlight=False, soft_wrap=True)


def step(text: str) -> None:
    """One line about what is being done."""
    console.print(Text.assemble(("▸ ", "bold blue"), text))


def child_line(name: str, line: str) -> None:
    """One line of a child, its name and colour before it."""
    prefix = (f"{name:>{NAME_WIDTH}} │ ", COLOURS.get(name, "white"))
    console.print(Text.assemble(prefix, Text.from_ansi(line)))


def welcome(places: Mapping[str, str], accounts: Iterable[DemoAccount]) -> None:
    """Where the product is and who may sign in."""
    console.print("\nDemo accounts (login, password, phone or TOTP secret, who it is)", style="bold")
    for who, login, password, note in accounts:
        # Lines and not a table: people copy from here, and a narrow terminal must cut nothing.
        console.print(f"  {login:<28} {password:<18} {note:<38} {who}")
    console.print()
    for what, address in places.items():
        console.print(Text.assemble(f"{what:<18} ", (address, "bold green")))
    console.print("Ctrl-C stops everything.\n")


def died(what: str, last_lines: Iterable[str]) -> None:
    """A child's end, with its last lines."""
    console.print(Text(f"\n{what}; the others have been stopped. Its last lines:", style="bold red"))
    for line in last_lines:
        console.print(Text.assemble("    ", Text.from_ansi(line)))
