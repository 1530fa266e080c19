"""The audit trail: what changed, by whom, chained in sealed blocks (invariant 10).

`record` writes an event in the business transaction; `seal` closes what is visible into a block;
`verify_chain` names every row that was edited, deleted or slipped in since. `lines` says in words what an act changed,
with the words that domains declare (`words.describe`) and the names that are found (`naming`).
"""

from prepaid.core.audit.diff import Change, diff
from prepaid.core.audit.lines import lines, wanted_names
from prepaid.core.audit.names import listed, names_of, naming
from prepaid.core.audit.record import record
from prepaid.core.audit.seal import Block, seal
from prepaid.core.audit.verify import verify_chain

__all__ = [
    "Block",
    "Change",
    "diff",
    "lines",
    "listed",
    "names_of",
    "naming",
    "record",
    "seal",
    "verify_chain",
    "wanted_names",
]
