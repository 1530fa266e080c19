"""Imports every module that declares tables, so that the metadata is whole for migrations and checks."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

import prepaid.core.model
import prepaid.domains

import_module("prepaid.core.tables")
for _domain in iter_modules(prepaid.domains.__path__):
    _name = f"prepaid.domains.{_domain.name}.models"
    if find_spec(_name):
        import_module(_name)

metadata = prepaid.core.model.Base.metadata
