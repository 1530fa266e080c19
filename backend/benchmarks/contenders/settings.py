"""What every contender is told by the run."""

import os
from uuid import UUID

DATABASE_URL = os.environ.get("BENCH_DATABASE_URL", "")
MERCHANT = UUID(os.environ.get("BENCH_MERCHANT", UUID(int=0).hex))
PAGE = 50
