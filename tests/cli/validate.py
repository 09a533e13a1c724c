#!/usr/bin/env python3
"""Holds JSON against the part of JSON Schema that strigil schema uses.

    validate.py SCHEMA FILE
"""
import json
import sys

TYPES = {"object": dict, "array": list, "string": str, "integer": int,
         "number": (int, float), "null": type(None)}
checked = 0


def problems(schema, value, where):
    global checked
    checked += 1
    if "anyOf" in schema:
        found = [list(problems(part, value, where))
                 for part in schema["anyOf"]]
        if all(found):
            yield from min(found, key=len)
        return
    if "const" in schema and value != schema["const"]:
        yield "%s is not %r" % (where, schema["const"])
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        yield "%s is no %s" % (where, schema["type"])
        return
    if "enum" in schema and value not in schema["enum"]:
        yield "%s is %r" % (where, value)
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from problems(schema["items"], item, "%s[%d]" % (where, i))
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                yield "%s has no %s" % (where, key)
        for key in value:
            if key in schema.get("properties", {}):
                yield from problems(schema["properties"][key], value[key],
                                    where + "." + key)
            elif schema.get("additionalProperties", True) is False:
                yield "%s may not have %s" % (where, key)
            elif "additionalProperties" in schema:
                yield from problems(schema["additionalProperties"],
                                    value[key], where + "." + key)


def main():
    schema, value = (json.load(open(path)) for path in sys.argv[1:3])
    found = list(problems(schema, value, "$"))
    print("\n".join(found) or "valid")
    if checked < 100:
        print("only %d values" % checked)
    return 1 if found else 0


sys.exit(main())
