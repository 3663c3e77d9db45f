#!/usr/bin/python3
"""The schemas of rules/schema against the files of this repository and against the program.

validate.py files | names | cases | forms | trails | improvements | summaries | schemas | faults | keys | refusals KIND, with --root DIR and --ocop FILE.
Exit status 0: fine, 1: not, 77: skipped, with the reason.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

SKIPPED = 77
BASES = {"rule-set": "rules/small.yaml", "scorecard": "card.yaml", "council": "council.yaml", "rule-test": "small.test.yaml", "costs": "costs.yaml", "plan": "plan.yaml"}
BINDING = re.compile(r"# yaml-language-server: \$schema=(\S+)")


class Loader(yaml.SafeLoader):
    """YAML 1.2 core values: true and false only, days stay texts; keys are texts, as the program takes them."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


Loader.add_constructor("tag:yaml.org,2002:map", Loader.construct_mapping)
for tag, pattern, first in [
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", list("tf")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile("^(?:" + pattern + ")$"), first)
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def read_yaml(text):
    return yaml.load(text, Loader)


class Tests:
    def __init__(self, root, ocop):
        self.root, self.ocop, self.failures = root, ocop, []
        self.base = root / "tests/schema/base"
        self.schemas = {each.name.removesuffix(".schema.json"): json.loads(each.read_text("utf-8"))
                        for each in sorted((root / "rules/schema").glob("*.schema.json"))}

    def fail(self, message):
        self.failures.append(message)

    def faults_of(self, kind, value):
        validator = jsonschema.Draft202012Validator(self.schemas[kind], format_checker=jsonschema.FormatChecker(["date"]))
        best = jsonschema.exceptions.best_match(validator.iter_errors(value))
        return None if best is None else "/".join(map(str, best.absolute_path)) + ": " + best.message[:300]

    def run(self, *words):
        environment = {key: value for key, value in os.environ.items() if key not in ("OCOP_RULES", "LC_ALL", "LC_MESSAGES", "LANG")}
        return subprocess.run([self.ocop, *map(str, words)], capture_output=True, text=True, encoding="utf-8", env=environment, cwd=self.root)

    # ---- files of the repository ----

    def shipped(self):
        """Each YAML file that people copy from, with its value and the kind of file it is."""
        for file in sorted([*(self.root / "rules").rglob("*.yaml"), *(self.root / "examples").rglob("*.yaml"), *self.base.rglob("*.yaml")]):
            value = read_yaml(file.read_text("utf-8"))
            council = "councils" in file.parts or file.name == "council.yaml"
            yield file, value, ("rule-test" if file.name.endswith(".test.yaml") else "council" if council
                                else "costs" if file.name == "costs.yaml"
                                else "plan" if file.name == "plan.yaml"
                                else "scorecard" if "scorecard" in value else "rule-set")

    def files(self):
        for file, value, kind in self.shipped():
            fault = self.faults_of(kind, value)
            if fault:
                self.fail(f"{file.relative_to(self.root)} is no {kind}: {fault}")

    def names(self):
        """The first line leads editors to the schema of the kind."""
        for file, _, kind in self.shipped():
            bound = BINDING.fullmatch(file.read_text("utf-8").split("\n", 1)[0])
            wanted = self.root / f"rules/schema/{kind}.schema.json"
            if not bound:
                self.fail(f"{file.relative_to(self.root)}: the first line is not # yaml-language-server: $schema={os.path.relpath(wanted, file.parent)}")
            elif not (file.parent / bound[1]).exists() or not (file.parent / bound[1]).samefile(wanted):
                self.fail(f"{file.relative_to(self.root)}: `{bound[1]}` does not lead to {kind}.schema.json")

    def cases(self):
        """What the program rates in the domain tests, the schemas let through."""
        for file in sorted((self.root / "tests/cases").glob("*/good/*.yaml")):
            case = read_yaml(file.read_text("utf-8"))
            for key, kind in [("rules", "rule-set"), ("card", "scorecard"), ("council", "council")]:
                if isinstance(case.get(key), str) and "\n" in case[key]:
                    fault = self.faults_of(kind, read_yaml(case[key]))
                    if fault:
                        self.fail(f"{file.relative_to(self.root)}, {key}: {fault}")

    def forms(self):
        """A blank form is a scorecard in which nothing is known yet."""
        for each in json.loads(self.run("list", "--format", "json", "--rules", "rules").stdout):
            fault = self.faults_of("scorecard", read_yaml(self.run("form", "--rules", "rules", each["id"]).stdout))
            if fault:
                self.fail(f"the form of {each['id']}: {fault}")

    def trails(self):
        cards = sorted((self.root / "examples/scorecards").glob("*.yaml"))
        broken = self.root / "tests/schema/faults.yaml"  # no card
        for file in sorted((self.root / "tests/cases").glob("*/good/*.yaml")):
            self.check_trail(file.relative_to(self.root), self.rated_case(read_yaml(file.read_text("utf-8"))))
        for call in [*([each] for each in cards), cards, [broken], [cards[0], broken]]:
            self.check_trail([each.name for each in call], self.run("rate", "--rules", "rules", "--format", "json", *call))

    def improvements(self):
        """Ways of every example to every star, and of every domain test's card to the next."""
        for file in sorted((self.root / "examples/scorecards").glob("*.yaml")):
            for stars in range(1, 7):
                self.check_improvement(f"{file.name} to {stars}", self.run("improve", "--rules", "rules", "--format", "json", "--to", stars, "--top", 3, file))
        for file in sorted((self.root / "tests/cases").glob("*/good/*.yaml")):
            self.check_improvement(file.relative_to(self.root), self.rated_case(read_yaml(file.read_text("utf-8")), "improve"))

    def check_improvement(self, name, ran):
        fault = self.faults_of("improvement", json.loads(ran.stdout)) if ran.stdout and ran.returncode in (0, 1) else f"exit {ran.returncode}: {ran.stderr}"
        if fault:
            self.fail(f"{name}: {fault}")

    def summaries(self):
        """Of the example portfolio with and without a plan, and of one in which nothing can be read."""
        portfolio = self.root / "examples/portfolio"
        with tempfile.TemporaryDirectory() as directory:
            nothing, summary = pathlib.Path(directory) / "cards.ndjson", pathlib.Path(directory) / "summary.json"
            nothing.write_text("no card\n", "utf-8")
            for cards, more in [(portfolio / "cards.ndjson", ["--plan", portfolio / "plan.yaml"]), (portfolio / "cards.csv", []), (nothing, [])]:
                summary.unlink(missing_ok=True)
                ran = self.run("batch", "--rules", "rules", "--quiet", "-o", pathlib.Path(directory) / "results", "--summary", summary, *more, cards)
                fault = self.faults_of("portfolio-summary", json.loads(summary.read_text("utf-8"))) if summary.exists() else f"exit {ran.returncode}: {ran.stderr}"
                if fault:
                    self.fail(f"{cards.name}: {fault}")

    def check_trail(self, name, ran):
        fault = self.faults_of("trail", json.loads(ran.stdout)) if ran.stdout else f"exit {ran.returncode}: {ran.stderr}"
        if fault:
            self.fail(f"{name}: {fault}")

    def rated_case(self, case, how="rate"):
        """A domain test's card rated (or bettered) by the command."""
        with tempfile.TemporaryDirectory() as directory:
            place = pathlib.Path(directory)
            if "\n" in case["rules"]:
                file = place / "rules" / (read_yaml(case["rules"])["rule_set"] + ".yaml")
                file.parent.mkdir(parents=True)
                file.write_text(case["rules"], "utf-8")
            for key in ("card", "council"):
                (place / (key + ".yaml")).write_text(case.get(key, ""), "utf-8")
            rules = place / "rules" if (place / "rules").exists() else "rules"
            council = ["--council", place / "council.yaml"] if "council" in case else []
            return self.run(how, "--rules", rules, "--format", "json", *council, place / "card.yaml")

    # ---- the schemas themselves ----

    def check_schemas(self):
        named = {}
        for name, schema in self.schemas.items():
            jsonschema.Draft202012Validator.check_schema(schema)
            if schema["$id"] != name + ".schema.json" or not schema["title"] or not schema["description"]:
                self.fail(f"{name}: `$id`, `title` or `description`")
            described, mentioned = set(), set()
            self.check_properties(name, schema, described, mentioned, [])
            self.fail_all(f"{name}: nothing is called {{}}", mentioned - described)
            text = json.dumps(schema)
            used = set(re.findall(r'"#/\$defs/([^"]+)"', text))
            self.fail_all(f"{name}: `$defs` has no {{}}", used - set(schema["$defs"]))
            self.fail_all(f"{name}: nobody asks for {{}}", set(schema["$defs"]) - used)
            for key, value in schema["$defs"].items() if name != "trail" else ():
                if named.setdefault(key, value) != value:
                    self.fail(f"{name}: `{key}` differs from the `{key}` of another schema")

    def check_properties(self, name, at, described, mentioned, way):
        """Each property is explained, but where only presence is asked (if, not, whole_…)."""
        if isinstance(at, list):
            for i, each in enumerate(at):
                self.check_properties(name, each, described, mentioned, [*way, i])
        if not isinstance(at, dict):
            return
        asked = any(each in ("if", "not") or str(each).startswith("whole_") for each in way)
        for group in ("properties", "patternProperties"):
            for key, value in at.get(group, {}).items() if not way or way[-1] != "properties" else ():
                (mentioned if asked else described).add(key)
                if not asked and not (isinstance(value, dict) and value.get("description", "").strip()):
                    self.fail(f"{name}: {'/'.join(map(str, way))} does not say what `{key}` is")
        for key, value in at.items():
            self.check_properties(name, value, described, mentioned, [*way, key])

    def fail_all(self, message, names):
        for each in sorted(names):
            self.fail(message.format(f"`{each}`"))

    # ---- schemas and program side by side ----

    def base_text(self, kind):
        return (self.base / BASES[kind]).read_text("utf-8")

    def seeded(self, kind, table):
        """Each entry of a table with the text of its base, changed."""
        good = self.base_text(kind)
        for entry in table:
            text = good.replace(entry["from"], entry["to"], 1)
            if text == good:
                self.fail(f"{kind}, {entry}: the text to replace is not in {BASES[kind]}")
            else:
                yield entry, text

    def table(self, file):
        return read_yaml((self.root / "tests/schema" / file).read_text("utf-8"))

    def faults(self):
        """Every fault of the table is refused by its schema, the files without fault are not."""
        for kind, table in self.table("faults.yaml").items():
            fault = self.faults_of(kind, read_yaml(self.base_text(kind)))
            if fault:
                self.fail(f"{kind}: the base itself is refused: {fault}")
            for entry, text in self.seeded(kind, table):
                if not self.faults_of(kind, read_yaml(text)):
                    self.fail(f"{kind}: the schema does not see: {entry['what']}")

    def told(self, kind, text):
        """What the program says to a file: its exit status, and the errors."""
        with tempfile.TemporaryDirectory() as directory:
            file = pathlib.Path(directory) / ("x.test.yaml" if kind == "rule-test" else "x.yaml")
            file.write_text(text, "utf-8")
            rules = ["--rules", self.base / "rules"]
            if kind == "rule-set":
                ran = self.run("check", "--format", "json", *rules, file)
                return ran.returncode, [each for each in json.loads(ran.stdout)["diagnostics"] if each["severity"] == "error"]
            if kind == "rule-test":
                ran = self.run("test", *rules, file)
                return ran.returncode, [{"code": "", "message": ran.stderr}]
            if kind == "costs":
                ran = self.run("improve", *rules, "--costs", file, self.base / BASES["scorecard"])
                return 2 if ran.returncode == 2 else 0, [{"code": "", "message": ran.stderr}]
            if kind == "plan":
                ran = self.run("batch", "--rules", "rules", "--quiet", "-o", pathlib.Path(directory) / "results", "--plan", file, "examples/portfolio/cards.ndjson")
                return 2 if ran.returncode == 2 else 0, [{"code": "", "message": ran.stderr}]
            card = file if kind == "scorecard" else self.base / BASES["scorecard"]
            ran = self.run("rate", "--format", "json", *rules, *(["--council", file] if kind == "council" else []), card)
            return ran.returncode, json.loads(ran.stdout).get("diagnostics", [])

    def refusals(self, kind):
        """Every fault of the table is refused by the program, with the code named; the file without fault is not."""
        if kind == "rule-test" and not re.search(r"^  test ", self.run("--help").stdout, re.MULTILINE):
            print("skipped: this program has no `ocop test`, so only the schema can look at rule tests")
            return SKIPPED
        status, errors = self.told(kind, self.base_text(kind))
        if status != 0:
            self.fail(f"{kind}: the base itself is refused: {errors}")
        if kind == "rule-set" and self.run("check", self.base / "rules").returncode != 0:
            self.fail("the rule set that changes another is refused")
        for entry, text in self.seeded(kind, self.table("faults.yaml")[kind]):
            status, errors = self.told(kind, text)
            codes = [each["code"] for each in errors]
            if status not in (1, 2) or not errors:
                self.fail(f"{kind}: the program lets through: {entry['what']} (exit {status})")
            elif "code" in entry and entry["code"] not in codes:
                self.fail(f"{kind}: {entry['what']}: expected `{entry['code']}`, found {codes}")
        return None

    def keys(self):
        """The keys that the program names where one is unknown are those that the schema explains."""
        steering = {"extends", "remove"}
        for kind, table in self.table("keys.yaml").items():
            for entry, text in self.seeded(kind, table):
                told = [each for each in self.told(kind, text)[1] if "zzzzzzzz" in json.dumps(each)]
                program = set(re.findall("`([^`]+)`", told[0]["help"]["en"])) if told else set()
                at = self.schemas[kind]
                for step in entry["at"]:
                    at = at[step]
                own = steering if "gate" in entry["at"] else steering | {"after"}
                if program != set(at["properties"]) - own:
                    self.fail(f"{kind}, {entry['at']}: the program knows {sorted(program)}, the schema {sorted(at['properties'])}")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("what", choices=["files", "names", "cases", "forms", "trails", "improvements", "summaries", "schemas", "faults", "keys", "refusals"])
    words.add_argument("kind", nargs="?", choices=sorted(BASES))
    words.add_argument("--root", type=pathlib.Path, required=True)
    words.add_argument("--ocop", default="ocop")
    call = words.parse_args()
    tests = Tests(call.root, call.ocop)
    ways = {"schemas": tests.check_schemas, "refusals": lambda: tests.refusals(call.kind)}
    status = ways.get(call.what, getattr(tests, call.what, None))()
    for each in tests.failures:
        print(each)
    return status if status is not None else 1 if tests.failures else 0


if __name__ == "__main__":
    sys.exit(main())
