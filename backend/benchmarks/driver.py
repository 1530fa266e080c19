"""Load from a process of its own: keep-alive HTTP/1.1 over raw sockets, a fixed number of connections.

Run as `python -m benchmarks.driver`, with a JSON job on standard input; prints a JSON result.
"""

import asyncio
import itertools
import json
import sys
import time
from dataclasses import asdict, dataclass, field, replace
from typing import Any

_numbers = itertools.count()


@dataclass(frozen=True)
class Job:
    """What to send where: `seconds` of load after `warmup` seconds that do not count."""

    port: int
    path: str
    body: str
    headers: dict[str, str] = field(default_factory=dict)
    connections: int = 4
    seconds: float = 5.0
    warmup: float = 1.0
    expect: str = ""
    """Text that every answer must contain: a fast error is not a result."""
    unique: str = ""
    """Prefix of what replaces `{unique}` in the body, another one in each request of the same length."""


@dataclass(frozen=True)
class Result:
    per_second: float
    p50_ms: float
    p99_ms: float
    bytes_an_answer: int


def request_bytes(job: Job) -> bytes:
    body = job.body.encode()
    headers = {"Host": f"127.0.0.1:{job.port}", "Content-Type": "application/json", "Content-Length": str(len(body))}
    lines = [f"POST {job.path} HTTP/1.1", *(f"{name}: {value}" for name, value in (headers | job.headers).items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def one_connection(job: Job, begin: float, end: float, latencies: list[float], sizes: list[int]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", job.port, limit=2**22)
    request, expect = request_bytes(job), job.expect.encode()
    while (started := time.perf_counter()) < end:
        if job.unique:
            request = request_bytes(
                replace(job, body=job.body.replace("{unique}", f"{job.unique}{next(_numbers):012d}"))
            )
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
        )
        body = await reader.readexactly(length)
        if not head.startswith(b"HTTP/1.1 200") or expect not in body:
            raise SystemExit(f"unexpected answer: {head[:100]!r} {body[:600]!r}")
        if started >= begin:
            latencies.append(time.perf_counter() - started)
            sizes.append(length)
    writer.close()


async def drive(job: Job) -> Result:
    """Send the job's request over all its connections and measure."""
    begin = time.perf_counter() + job.warmup
    latencies: list[float] = []
    sizes: list[int] = []
    await asyncio.gather(
        *(one_connection(job, begin, begin + job.seconds, latencies, sizes) for _ in range(job.connections))
    )
    ordered = sorted(latencies)
    return Result(
        per_second=len(ordered) / job.seconds,
        p50_ms=ordered[len(ordered) // 2] * 1000,
        p99_ms=ordered[int(len(ordered) * 0.99)] * 1000,
        bytes_an_answer=sizes[-1],
    )


async def run_apart(job: Job) -> Result:
    """The same in a process of its own, so that the driver's work is not the server's."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.driver", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate(json.dumps(asdict(job)).encode())
    if process.returncode:
        raise RuntimeError(f"the load on port {job.port} failed: {out.decode()}")
    values: dict[str, Any] = json.loads(out)
    return Result(**values)


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(drive(Job(**json.loads(sys.stdin.read())))))))
