"""What the run must reach; ratios of one run, never absolute times."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.driver import Result

SERVER = "this server"
IDIOMATIC = "idiomatic Strawberry"
JSON_LIMIT = "limit: JSON in SQL"
PEER = "PostGraphile 5"


@dataclass(frozen=True)
class Gate:
    """This server must answer at least `times` as many requests per second as `other`."""

    other: str
    times: float


GATES = (Gate(IDIOMATIC, 10), Gate(JSON_LIMIT, 0.5), Gate(PEER, 1.2))


def missed(results: dict[str, Result]) -> Iterator[str]:
    """A sentence for each gate that the run missed; contenders that did not run have none."""
    for gate in GATES:
        if gate.other in results:
            ratio = results[SERVER].per_second / results[gate.other].per_second
            if ratio < gate.times:
                yield f"{SERVER} reaches {ratio:.2f}× {gate.other}, wanted at least {gate.times}×"
