"""What every contender is told by the run."""

import os

from benchmarks.seed import merchant

DATABASE_URL = os.environ.get("BENCH_DATABASE_URL", "")
MERCHANT = merchant(7)
PAGE = 50
