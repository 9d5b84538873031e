"""What the SDKs' models declare of the services' documents, and where a document differs.

A schema is a Python type, a list of one schema, a `Map` or a `Model`. The models of both SDKs are
turned into it, so that one walk compares a document of either service.
"""

import functools
import re
import typing

from huaweicloudsdkdrs import v3


class Map(typing.NamedTuple):
    """An object with any keys."""

    value: object


class Model(typing.NamedTuple):
    """An object whose fields are declared, by their names on the wire."""

    name: str
    fields: dict


def differences(value, schema, path, owner=""):
    """Yields (the field as model.field, the sentence) for each difference. Null is absent."""
    if value is None:
        return
    if isinstance(schema, list):
        if not isinstance(value, list):
            yield owner, f"{path} is {_kind(value)}, declared is a list"
            return
        for item in value:
            yield from differences(item, schema[0], f"{path}[]", owner)
    elif isinstance(schema, (Map, Model)):
        if not isinstance(value, dict):
            yield owner, f"{path} is {_kind(value)}, declared is an object"
            return
        for name, member in value.items():
            field = f"{schema.name}.{name}" if isinstance(schema, Model) else f"{owner}.{name}"
            if isinstance(schema, Model) and name not in schema.fields:
                yield field, f"{path}.{name} is not a field of {schema.name}"
            else:
                inner = schema.value if isinstance(schema, Map) else schema.fields[name]
                yield from differences(member, inner, f"{path}.{name}", field)
    elif schema is not object and not _is(value, schema):
        yield owner, f"{path} is {_kind(value)}, declared is {schema.__name__}"


def missing(value, names, path):
    """Yields a sentence for each field that the document must have and has not."""
    for name in names:
        if value.get(name) is None:
            yield f"{path}.{name} is missing"


def _is(value, kind):
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    return isinstance(value, (int, float) if kind is float else kind)


def _kind(value):
    return f"{type(value).__name__} {str(value)[:40]!r}"


# Alibaba Cloud: types are hints of the initializer, names on the wire appear in `to_map`.


class _Probe(list):
    """Passes for a value, a model and a list of models, and is told apart from nothing."""

    def to_map(self):
        return "probe"


@functools.cache
def dts(model):
    """The schema of a model of Alibaba Cloud's SDK."""
    fields = {}
    empty = model().to_map()
    for name, hint in typing.get_type_hints(model.__init__).items():
        instance = model()
        setattr(instance, name, _Probe([_Probe()]))
        (wire,) = (key for key, value in instance.to_map().items() if value != empty.get(key))
        fields[wire] = _hint(hint)
    return Model(model.__name__, fields)


def _hint(hint):
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is list:
        return [_hint(arguments[0])]
    if typing.get_origin(hint) is dict:
        return Map(_hint(arguments[1]))
    if hint is typing.Any:
        return object
    return dts(hint) if hasattr(hint, "to_map") else hint


# Huawei Cloud: `openapi_types` says both, in a notation of its own.

_SIMPLE = {"str": str, "int": int, "bool": bool, "float": float, "object": object}


@functools.cache
def drs(name):
    """The schema of a type of Huawei Cloud's SDK, by its name."""
    if name in _SIMPLE:
        return _SIMPLE[name]
    if match := re.fullmatch(r"list\[(.*)\]", name):
        return [drs(match[1])]
    if match := re.fullmatch(r"dict\(str, (.*)\)", name):
        return Map(drs(match[1]))
    model = getattr(v3, name)
    if not model.openapi_types:
        return str  # An enumeration: the model has its values as attributes and no fields.
    return Model(
        name,
        {model.attribute_map[key]: drs(kind) for key, kind in model.openapi_types.items()})
