"""The audit trail: what changed, by whom, chained in sealed blocks (invariant 10).

`record` writes an event in the business transaction; `seal` closes what is visible into a block;
`verify_chain` names every row that was edited, deleted or slipped in since.
"""

from prepaid.core.audit.diff import Change, diff
from prepaid.core.audit.record import record
from prepaid.core.audit.seal import Block, seal
from prepaid.core.audit.verify import verify_chain

__all__ = ["Block", "Change", "diff", "record", "seal", "verify_chain"]
