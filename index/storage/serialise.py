"""Values to JSON and back, led by their types: dataclasses, tuples, unions, enums, paths and plain values.

Where a field may hold one of several dataclasses (`Fact`), the JSON carries the class name under "type".
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Json = Any
"""What `json` writes: dictionaries, lists, texts, numbers, truth values and None."""

_T = TypeVar("_T")
_Kind = Any  # a type or a type expression such as tuple[int, ...] or Duty | Person, for which Python has no type
_Code = Callable[[Any], Any]
_Coder = Callable[[_Kind], _Code]
_PLAIN = (str, int, float, bool, type(None))
_TYPE_KEY = "type"


def to_json(value: object, kind: _Kind) -> Json:
    """`value` as JSON can hold it; `kind` is its declared type, which may be a union."""
    return _encoder(kind)(value)


def from_json(kind: type[_T], data: Json) -> _T:
    """The value of type `kind` that `to_json` gave `data` for.

    Raises:
        KeyError, TypeError, ValueError: `data` was not written for this type.
    """
    return cast(_T, _decoder(cast(_Kind, kind))(data))


@cache
def _encoder(kind: _Kind) -> _Code:
    if kind in _PLAIN:
        return lambda value: value
    if _is_dataclass(kind):
        return lambda value: {name: encode(getattr(value, name)) for name, encode in _field_codes(kind, _encoder)}
    if _origin(kind) is tuple:
        return _tuple_code(kind, _encoder, list)
    if _is_union(kind):
        members = {member: _encoder(member) for member in _members(kind)}
        if len(members) == 1:
            (encode,) = members.values()
            return lambda value: None if value is None else encode(value)
        return lambda value: None if value is None else {_TYPE_KEY: type(value).__name__} | members[type(value)](value)
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, Path):
        return lambda value: value.as_posix()
    raise TypeError(f"no JSON form for {kind}")


@cache
def _decoder(kind: _Kind) -> _Code:
    if kind in _PLAIN:
        return lambda data: data
    if _is_dataclass(kind):
        make = cast(Callable[..., Any], kind)
        return lambda data: make(**{name: decode(data[name]) for name, decode in _field_codes(kind, _decoder)})
    if _origin(kind) is tuple:
        return _tuple_code(kind, _decoder, tuple)
    if _is_union(kind):
        members = {member.__name__: _decoder(member) for member in _members(kind) if _is_dataclass(member)}
        if len(members) > 1:
            return lambda data: None if data is None else members[data[_TYPE_KEY]](data)
        decode = _decoder(_members(kind)[0])
        return lambda data: None if data is None else decode(data)
    if issubclass(kind, Enum | Path):
        return cast(_Code, kind)
    raise TypeError(f"no JSON form for {kind}")


@cache
def _field_codes(kind: _Kind, coder: _Coder) -> tuple[tuple[str, _Code], ...]:
    """How each field of a dataclass is coded; asked for at the first value, since a section holds sections."""
    hints = get_type_hints(kind)
    return tuple((field.name, coder(hints[field.name])) for field in fields(kind))


def _tuple_code(kind: _Kind, coder: _Coder, make: _Code) -> _Code:
    match get_args(kind):
        case (member, types.EllipsisType()):
            code = coder(member)
            return lambda values: make([code(value) for value in values])
        case members:
            codes = [coder(member) for member in members]
            return lambda values: make([code(value) for code, value in zip(codes, values, strict=True)])


def _is_dataclass(kind: _Kind) -> bool:
    return is_dataclass(kind)


def _origin(kind: _Kind) -> _Kind:
    return get_origin(kind)


def _is_union(kind: _Kind) -> bool:
    return _origin(kind) in (Union, types.UnionType)


def _members(union: _Kind) -> list[_Kind]:
    """What a union may hold beside None: one type, or several dataclasses."""
    return [member for member in get_args(union) if member is not type(None)]
