"""Data that a new database begins with: the four platforms everywhere, fictitious people and merchants for demos.

Whoever only wants to know the demo's people does not wait for every domain to be imported.
"""

from typing import TYPE_CHECKING, Any

from prepaid.seed.people import DEMO_ACCOUNTS, DemoAccount

if TYPE_CHECKING:
    from prepaid.seed.administrator import create_administrator
    from prepaid.seed.demo import seed_demo
    from prepaid.seed.platforms import seed_platforms

__all__ = ["DEMO_ACCOUNTS", "DemoAccount", "create_administrator", "seed_demo", "seed_platforms"]


def __getattr__(name: str) -> Any:
    from prepaid import domains

    if name not in __all__:
        raise AttributeError(name)
    domains.load()
    from prepaid.seed.administrator import create_administrator
    from prepaid.seed.demo import seed_demo
    from prepaid.seed.platforms import seed_platforms

    return {
        "create_administrator": create_administrator,
        "seed_demo": seed_demo,
        "seed_platforms": seed_platforms,
    }[name]
