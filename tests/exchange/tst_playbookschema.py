#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""The JSON Schema of playbooks, judged by a validator that is not ours: it accepts the playbooks that come with the
program, and refuses the broken ones that tests/data/playbooks/broken.json marks as its business."""
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAYBOOKS = ROOT / "resources" / "playbooks"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def steps(document, pointer):
    """The steps of a JSON pointer, where {x} in a list is the element with the id x."""
    place = document
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(place, list):
            if step == "-":
                step = len(place)
            elif step.startswith("{"):
                step = next(i for i, part in enumerate(place) if part["id"] == step[1:-1])
            else:
                step = int(step)
        yield step
        known = isinstance(place, list) and step < len(place) or isinstance(place, dict) and step in place
        place = place[step] if known else None


def patched(document, operations):
    document = copy.deepcopy(document)
    for operation in operations:
        *path, last = steps(document, operation["path"])
        target = document
        for step in path:
            target = target[step]
        if operation["op"] == "remove":
            del target[last]
        elif isinstance(target, list) and operation["op"] == "add":
            target.insert(last, operation["value"])
        else:
            target[last] = operation["value"]
    return document


def main():
    schema = load(PLAYBOOKS / "playbook.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = []
    for path in sorted(PLAYBOOKS.glob("*.json")):
        if path.name != "playbook.schema.json":
            wrong += [f"{path.name}: {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(load(path))]
    default = load(PLAYBOOKS / "default.json")
    cases = load(ROOT / "tests" / "data" / "playbooks" / "broken.json")
    for case in cases:
        if validator.is_valid(patched(default, case["patch"])) == case["schema"]:
            wrong.append(f"{case['name']}: the schema {'accepts' if case['schema'] else 'refuses'} it")
    print("\n".join(wrong) or f"{len(cases)} broken playbooks judged as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
