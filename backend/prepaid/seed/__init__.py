"""Data that a new database begins with: the four platforms everywhere, fictitious people and merchants for demos."""

from prepaid import domains
from prepaid.seed.administrator import create_administrator
from prepaid.seed.demo import seed_demo
from prepaid.seed.people import DEMO_ACCOUNTS, DemoAccount
from prepaid.seed.platforms import seed_platforms

__all__ = ["DEMO_ACCOUNTS", "DemoAccount", "create_administrator", "seed_demo", "seed_platforms"]

domains.load()
