"""Whether a form can work at all: every mistake with its place, before anybody fills it in."""

from prepaid.domains.pages.rules.check.form import check_form

__all__ = ["check_form"]
