"""PostGraphile 5, the fastest peer: installed from npm with a Node that is new enough, into the data folder."""

import json
import shutil
import subprocess
from pathlib import Path
from uuid import UUID

VERSIONS = {"node": "22", "postgraphile": "5", "graphql": "16"}
CONFIG = """
import {{ PostGraphileAmberPreset }} from "postgraphile/presets/amber";
import {{ makePgService }} from "postgraphile/adaptors/pg";
export default {{
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({{ connectionString: {url}, schemas: ["public"] }})],
  grafserv: {{ port: {port}, host: "127.0.0.1" }},
}};
"""
QUERY = """query Q($n: Int!, $m: UUID!) {
  allBenchOrders(first: $n, condition: {merchantId: $m}, orderBy: PRIMARY_KEY_DESC) { nodes {
    rowId number status totalFen createdAt
    benchCustomerByMerchantIdAndCustomerId { rowId name phoneMasked }
    benchLinesByMerchantIdAndOrderId { nodes { rowId quantity priceFen
      benchProductByMerchantIdAndProductId { rowId name priceFen } } }
  } } }"""


class Unavailable(Exception):
    """The peer cannot be had here; `str()` says why."""


def body(merchant: UUID) -> str:
    """The request for the 50-row nested list of a merchant."""
    return json.dumps({"query": QUERY, "variables": {"n": 50, "m": str(merchant)}})


def install(folder: Path) -> None:
    """`npm install` once into `folder`. Raises `Unavailable`."""
    if (folder / "installed").exists():
        return
    if shutil.which("npm") is None:
        raise Unavailable("npm is not on this machine")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text(json.dumps({"private": True, "type": "module", "dependencies": VERSIONS}))
    command = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"npm could not install it: {done.stderr.strip().splitlines()[-1:]}")
    (folder / "installed").touch()


def command(folder: Path, url: str, port: int) -> list[str]:
    """The command that serves the database at `url`."""
    (folder / "graphile.config.mjs").write_text(CONFIG.format(url=json.dumps(url), port=port))
    node = folder / "node_modules" / "node" / "bin" / "node"
    return [
        str(node),
        str(folder / "node_modules" / "postgraphile" / "dist" / "cli-run.js"),
        "--config",
        "graphile.config.mjs",
    ]
