"""A form as JSON Schema 2020-12, for integrators.

Every value that the form takes is valid under its schema. The reverse cannot hold: check digits, instants and
what is exact only as text are beyond JSON Schema, so the server has the last word.
"""

from prepaid.domains.pages.rules.json_schema.form import form_schema

__all__ = ["form_schema"]
