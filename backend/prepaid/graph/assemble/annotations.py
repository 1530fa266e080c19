"""Annotations of declared fields: the inner Python type, and where null may stand."""

import sys
import types
import typing
from dataclasses import dataclass
from typing import Annotated, Any, ForwardRef

from prepaid.graph.declare.types import Connection


@dataclass(frozen=True, slots=True)
class Shape:
    """`inner` is a Python type, or the text of a forward reference."""

    inner: Any
    nullable: bool = False
    is_list: bool = False
    is_page: bool = False


def shape_of(annotation: Any, module: str) -> Shape:
    """Take an annotation apart: `X`, `X | None`, `list[X]`, `Connection["X"]`, also as text."""
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        annotation = _evaluate(annotation, module)
    if isinstance(annotation, str):
        return Shape(annotation)
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        inner = [arg for arg in args if arg is not type(None)]
        if len(inner) != 1:
            raise TypeError(f"{annotation} is no type of one field")
        below = shape_of(inner[0], module)
        return Shape(below.inner, len(inner) < len(args), below.is_list, below.is_page)
    if origin is list:
        return Shape(shape_of(args[0], module).inner, is_list=True)
    if origin is Connection:
        return Shape(shape_of(args[0], module).inner, is_page=True)
    if origin is Annotated:
        return shape_of(args[0], module)
    return Shape(annotation)


class _Forward(dict[str, Any]):
    """Names of a module; one that is not defined there stands for itself."""

    def __missing__(self, name: str) -> Any:
        return ForwardRef(name)


def _evaluate(text: str, module: str) -> Any:
    names = _Forward(vars(typing) | vars(__import__("builtins")) | vars(sys.modules[module]))
    # The text is an annotation of our own source code.
    found = eval(text, {}, names)  # noqa: S307
    return found.__forward_arg__ if isinstance(found, ForwardRef) else found
