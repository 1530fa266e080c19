"""Finds void clauses (无效条款) in the text of a contract: seven classes of 法释〔2025〕4号, article 9.

A pattern is a grammar over concepts (a negation governing a refund, a transfer that takes consent, …), not a list of
phrases; guards know when such words protect the consumer: what a merchant must not do, what happens when he does,
what was consumed already, what is the consumer's own fault.
"""

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.lint import Hit, LintClause, lint

__all__ = ["Hit", "LintClause", "VoidClass", "lint"]
