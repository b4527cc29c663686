"""JSON Schema of everything an editor writes, made from the models."""

from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

JsonObject: TypeAlias = dict[str, Any]
"""A JSON value of many shapes: the one place where types end."""


class _Schema(GenerateJsonSchema):
    """JSON Schema as a YAML editor wants it: what is optional is left out, never null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        # Class names and docstrings are for programmers; an editor would be shown them.
        generated = super().model_schema(schema)
        return {
            key: value for key, value in generated.items() if key not in {"title", "description"}
        }

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def schema_of(model: type[BaseModel]) -> JsonObject:
    """Return the schema of one record."""
    return model.model_json_schema(schema_generator=_Schema)


def properties(schema: JsonObject) -> JsonObject:
    """Return the keys that a mapping described by `schema` may have."""
    known: JsonObject = schema.get("properties", {})
    return known


def member(root: JsonObject, schema: JsonObject, part: str | int) -> JsonObject:
    """Return the schema of what stands below `part`, its reference resolved in `root`."""
    found: JsonObject
    if isinstance(part, int):
        found = schema["items"]
    else:
        found = properties(schema).get(part) or schema["additionalProperties"]
    reference: str = found.get("$ref", "")
    return {**found, **root["$defs"][reference.rpartition("/")[2]]} if reference else found
