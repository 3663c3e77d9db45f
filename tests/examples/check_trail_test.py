#!/usr/bin/env python3
"""examples/check_trail.py against the program: what `ocop rate` prints holds, and a changed trail fails with the right statement.

check_trail_test.py --ocop FILE --root DIR, with arguments of unittest after them.
"""
import argparse
import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

OCOP = ROOT = check_trail = None
FRUIT = "examples/scorecards/xoai-cat.yaml"
SMALL_FORM = """
rule_set: small
title: {vi: "Biểu nhỏ", en: "Small form"}
basis: {decision: "1/2026", place: "1"}
facts:
  forged: {type: boolean, title: {vi: "1", en: "1"}}
  impure: {type: boolean, title: {vi: "2", en: "2"}}
  spoilt: {type: boolean, title: {vi: "3", en: "3"}}
  small: {type: boolean, title: {vi: "4", en: "4"}}
  exempt: {type: boolean, title: {vi: "5", en: "5"}}
  story: {type: boolean, title: {vi: "6", en: "6"}}
gates:
  - {id: forged, when: forged, effect: reject, title: {vi: "1", en: "1"}}
  - {id: nothing, when: 'points("1") < 20', effect: reject, title: {vi: "2", en: "2"}}
  - {id: impure, when: impure, effect: stop, after: "2", title: {vi: "3", en: "3"}}
  - {id: spoilt, when: spoilt, effect: stop, title: {vi: "4", en: "4"}}
  - {id: small, when: small, effect: cap, stars: 2, title: {vi: "5", en: "5"}}
  - {id: plain, when: 'points("3") = 0', effect: cap, stars: 4, title: {vi: "6", en: "6"}}
parts:
  - id: A
    title: {vi: "A", en: "A"}
    items:
      - {id: "1", title: {vi: "1", en: "1"}, max: 40, score: "[0..40]"}
      - id: "2"
        title: {vi: "2", en: "2"}
        items:
          - id: "2.1"
            title: {vi: "2.1", en: "2.1"}
            options:
              - {id: a, points: 0, title: {vi: "a", en: "a"}}
              - {id: b, points: 5, title: {vi: "b", en: "b"}, minimum_for: 3}
              - {id: c, points: 20, title: {vi: "c", en: "c"}, minimum_for: {4: not(exempt)}}
          - id: "2.2"
            title: {vi: "2.2", en: "2.2"}
            applies: points("2.1") > 0
            options:
              - {id: a, points: 0, title: {vi: "a", en: "a"}}
              - {id: b, points: 2.5, title: {vi: "b", en: "b"}, minimum_for: 2}
              - {id: c, points: 10, title: {vi: "c", en: "c"}, minimum_for: 4}
  - id: B
    title: {vi: "B", en: "B"}
    items:
      - id: "3"
        title: {vi: "3", en: "3"}
        applies: story
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 10, title: {vi: "b", en: "b"}}
          - {id: c, points: 20, title: {vi: "c", en: "c"}, minimum_for: 5}
      - id: "4"
        title: {vi: "4", en: "4"}
        choose: any
        max: 10
        options:
          - {id: a, points: 4, title: {vi: "a", en: "a"}}
          - {id: b, points: 8, title: {vi: "b", en: "b"}}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
"""


def rate(*arguments, card=None):
    run = subprocess.run([OCOP, "rate", "--format", "json", *map(str, arguments)], input=card, capture_output=True, text=True, cwd=ROOT)
    try:
        return json.loads(run.stdout)
    except ValueError:
        raise AssertionError(f"{arguments}: {run.stderr[:2000]}") from None


def listed(results):
    return results if isinstance(results, list) else [results]


def blocks(text):
    """The top-level members of a file of tests/cases: literal blocks and plain texts, as they are laid out there."""
    found, name = {}, None
    for line in text.splitlines():
        head = re.match(r"([a-z_]+): *(.*)", line)
        if head:
            name, value = head[1], head[2]
            found[name] = [] if value == "|" else [value]
        elif name and not line.startswith("#"):
            found[name].append(line[2:])
    return {name: "\n".join(lines) + "\n" for name, lines in found.items()}


def rate_apart(rules, card, council=None):
    """Rates a card by rules that are given as text."""
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        name = re.search(r"^rule_set: *(\S+)", rules, re.M)
        library = place / "rules" if name else ROOT / "rules"
        if name:
            file = library / (name[1] + ".yaml")
            file.parent.mkdir(parents=True)
            file.write_text(rules, encoding="utf-8")
        (place / "card.yaml").write_text(card, encoding="utf-8")
        arguments = ["--rules", library, place / "card.yaml"]
        if council:
            (place / "council.yaml").write_text(council, encoding="utf-8")
            arguments += ["--council", place / "council.yaml"]
        return rate(*arguments)


class Holds(unittest.TestCase):
    def assert_holds(self, results, name=None):
        for result in listed(results):
            line, holds = check_trail.judge(result)
            self.assertTrue(holds, f"{name or ''} {line}")

    def cards(self):
        """The cards of the examples, as a program would write them."""
        for file in sorted(ROOT.glob("examples/scorecards/*.yaml")):
            yield rate(file)["trail"]["card"]["written"]

    def test_examples(self):
        files = sorted(ROOT.glob("examples/scorecards/*.yaml")) + sorted(ROOT.glob("examples/long-xuyen-2022/*.yaml"))
        results = rate(*files)
        self.assertEqual(len(results), len(files))
        self.assertEqual({each["outcome"] for each in results}, {"rated", "undecided", "stopped", "rejected"})
        self.assert_holds(results)

    def test_a_scheme_of_ones_own(self):
        self.assert_holds(rate("--rules", "examples/own-scheme/rules", "examples/own-scheme/card.yaml"))

    def test_every_good_case(self):
        outcomes = []
        for file in sorted(ROOT.glob("tests/cases/*/good/*.yaml")):
            case = blocks(file.read_text(encoding="utf-8"))
            result = rate_apart(case["rules"], case["card"], case.get("council"))
            self.assert_holds(result, file.relative_to(ROOT))
            outcomes.append(result["outcome"])
        self.assertGreater(len(outcomes), 100)
        self.assertEqual(set(outcomes), {"rated", "undecided", "stopped", "rejected"})

    def test_cards_without_some_marks_or_facts(self):
        chance, seen = random.Random(1), set()
        for card in self.cards():
            variants = []
            for kept in (0.99, 0.9, 0.5, 0):
                variant = copy.deepcopy(card)
                for sheet in variant["sheets"]:
                    sheet["marks"] = {name: mark for name, mark in sheet["marks"].items() if chance.random() < kept}
                variants.append(variant)
            for name in card.get("facts", {}):
                variant = copy.deepcopy(card)
                del variant["facts"][name]
                variants.append(variant)
                variant = copy.deepcopy(variant)
                for sheet in variant["sheets"]:
                    sheet["marks"].pop(chance.choice(sorted(sheet["marks"])))
                variants.append(variant)
            variants.append({name: value for name, value in card.items() if name != "sheets"})
            variants.append({name: value for name, value in card.items() if name != "facts"})
            results = self.rate_written(variants)
            seen |= {each["outcome"] for each in results}
            self.assert_holds(results, card["rule_set"])
        self.assertIn("undecided", seen)

    def test_facts_turned_round(self):
        seen = set()
        for card in self.cards():
            variants = []
            facts = self.rate_written([card])[0]["trail"]["facts"]
            for name in [fact["name"] for fact in facts if fact["value"] in ("true", "false", None)]:
                for turned in (True, False):
                    for emptied in (False, True):
                        variant = copy.deepcopy(card)
                        variant.setdefault("facts", {})[name] = turned
                        if emptied and len(variant["sheets"]) > 1:
                            variant["sheets"][0]["marks"] = dict(list(variant["sheets"][0]["marks"].items())[1:])
                        variants.append(variant)
            results = [each for each in (self.rate_written(variants) if variants else []) if each["outcome"] != "error"]
            seen |= {each["outcome"] for each in results}
            self.assert_holds(results, card["rule_set"])
        self.assertEqual(seen, {"rated", "undecided", "stopped", "rejected"})

    def test_councils(self):
        """Sheets with marks at random under each way to combine and each reading."""
        readings = [("rounding", "half-up 0"), ("minima_met_by", "majority"), ("minima_met_by", "every-sheet"), ("minima_cumulate", "own"),
                    ("minima_missed", "no-star"), ("gates_met_by", "majority"), ("gates_met_by", "any-sheet")]
        chance, stars = random.Random(2), set()
        fruit = rate(FRUIT)["trail"]["card"]["written"]
        marks = fruit["sheets"][0]["marks"]
        cards = []
        for number in range(10):
            good = chance.choice([0.3, 0.7, 0.9, 1])
            sheets = [{"assessor": f"member {i}", "marks": {name: mark if chance.random() < good else "a" for name, mark in marks.items()}}
                      for i in range(number % 7 + 1)]
            if number == 9:
                del sheets[0]["marks"]["1.1"]
            cards.append(fruit | {"sheets": sheets})
        for combine in ("mean", "median", "trimmed mean"):
            for name, chosen in readings:
                council = {"council": {"combine": combine}, "readings": {name: {"chosen": chosen}}, "basis": {"decision": "1/2026", "place": "1"}}
                results = self.rate_written(cards, council)
                self.assertEqual({each["trail"]["council"]["combine"] for each in results}, {combine})
                stars |= {each["stars"] for each in results}
                self.assert_holds(results, f"{combine}, {name}: {chosen}")
        self.assertGreaterEqual(stars, {None, 0, 2, 3})

    def test_a_small_form_with_everything(self):
        """Gates on points, stops, caps, waived minima, criteria that do not apply; facts and marks at random, known or not."""
        chance, seen = random.Random(3), set()
        for number in range(250):
            combine = ("mean", "median", "trimmed mean")[number % 3]
            chosen = {"gates_met_by": ("combined", "majority", "any-sheet"), "minima_missed": ("next-star", "no-star"),
                      "minima_cumulate": ("cumulative", "own"), "minima_met_by": ("combined", "majority", "every-sheet"),
                      "rounding": ("none", "half-up 1", "half-up 0")}
            readings = {name: {"chosen": chance.choice(ways), "also": []} for name, ways in chosen.items()}
            facts = {name: chance.random() < 0.5 for name in ("forged", "impure", "spoilt", "small", "exempt", "story") if chance.random() < 0.6}
            for rare in ("forged", "impure", "spoilt"):
                facts[rare] = facts.get(rare, False) and chance.random() < 0.4
                if chance.random() < 0.1:
                    del facts[rare]
            known = chance.choice([1, 1, 0.95, 0.6])
            sheets = []
            for member in range(chance.randint(1, 5)):
                marks = {"1": chance.choice([10, 37.5, 40, 40, 40]), "2.1": chance.choice("abc"), "2.2": chance.choice("abc"),
                         "3": chance.choice("abc"), "4": chance.choice(["a", "b", ["a", "b"]])}
                sheets.append({"assessor": f"member {member}", "marks": {name: mark for name, mark in marks.items() if chance.random() < known}})
            rules = SMALL_FORM + f"council: {{combine: {combine}}}\nreadings: {json.dumps(readings)}\n"
            card = {"scorecard": f"small-{number}", "rule_set": "small", "level": "province", "facts": facts, "sheets": sheets}
            result = rate_apart(rules, json.dumps(card))
            seen.add((result["outcome"], result["stars"]))
            self.assert_holds(result, json.dumps([card, readings, combine]))
        self.assertGreaterEqual(seen, {("rated", stars) for stars in (0, 1, 2, 3)} | {(name, None) for name in ("undecided", "stopped", "rejected")})

    def rate_written(self, cards, council=None):
        """Rates cards as a trail writes them."""
        with tempfile.TemporaryDirectory() as place:
            place = pathlib.Path(place)
            files = []
            for number, card in enumerate(cards):
                files.append(place / f"{number}.json")
                members = {"members": int(card["members"])} if "members" in card else {}
                files[-1].write_text(json.dumps(card | members | {"scorecard": f"{card['scorecard']}-{number}"}), encoding="utf-8")
            arguments = []
            if council:
                (place / "council.yaml").write_text(json.dumps(council), encoding="utf-8")
                arguments = ["--council", place / "council.yaml"]
            results = listed(rate("--rules", ROOT / "rules", *arguments, *files))
            self.assertEqual(len(results), len(cards))
            return results


class Faults(unittest.TestCase):
    """A changed trail fails, and the first statement names what was changed."""

    @classmethod
    def setUpClass(cls):
        cls.real = rate(FRUIT)
        cls.open = rate("examples/scorecards/du-lich-ban-lac.yaml")
        cls.stopped = rate("examples/scorecards/rau-muong.yaml")

    def assert_fails(self, change, statement, real=None):
        result = copy.deepcopy(real or self.real)
        nodes = {node["id"]: node for node in result["trail"]["nodes"]}
        change(result, result["trail"], nodes)
        line, holds = check_trail.judge(result)
        self.assertFalse(holds, line)
        self.assertIn(statement, line)

    def test_points(self):
        def mark(result, trail, nodes):
            nodes["1.5"]["marks"][1]["points"] = "3"

        def mark_and_figure(result, trail, nodes):
            mark(result, trail, nodes)
            nodes["1.5"]["by_sheet"][1] = "3"

        self.assert_fails(mark, "criterion 1.5, sheet 2: its figure is 3, the trail says 2")
        self.assert_fails(mark_and_figure, "section 1, sheet 2: the sum of its criteria is 13, the trail says 12")
        self.assert_fails(lambda result, trail, nodes: nodes["1.5"].update(points="3"), "criterion 1.5: the mean of its sheets is 2, the trail says 3")
        self.assert_fails(lambda result, trail, nodes: nodes["1.5"].update(points=2), "nodes[6].points is not an exact number in a text")
        self.assert_fails(lambda result, trail, nodes: nodes["1.5"]["marks"][0].update(state="missing"), "criterion 1.5, sheet 1: `missing` does not go with 2 points")

    def test_totals(self):
        self.assert_fails(lambda result, trail, nodes: trail["sheets"][2].update(total="69"), "the total of sheet 3 is 68, the trail says 69")
        self.assert_fails(lambda result, trail, nodes: result.update(total="71"), "the total is 493/7, the trail says 71")
        self.assert_fails(lambda result, trail, nodes: trail.update(total_before_rounding="71"), "the total before rounding is 493/7, the trail says 71")
        self.assert_fails(lambda result, trail, nodes: result["parts"].update(B="20"), "the list of parts is ")
        self.assert_fails(lambda result, trail, nodes: trail["council"].update(combine="median"), "the median of its sheets is ")

    def test_readings(self):
        self.assert_fails(lambda result, trail, nodes: trail["readings"][0].update(chosen="half-up 0"), "the total is 70, the trail says 493/7")
        self.assert_fails(lambda result, trail, nodes: trail["readings"][1].update(chosen="majority"), "minimum 3.5 for 4: whether it is met is true")
        self.assert_fails(lambda result, trail, nodes: trail["readings"][3].update(chosen="no-star"), "the number of stars is 0, the trail says 3")
        self.assert_fails(lambda result, trail, nodes: trail["readings"][0].update(chosen="up"), "reading rounding is not there once, with a way that is known")
        self.assert_fails(lambda result, trail, nodes: trail["readings"].append(trail["readings"][0]), "reading rounding is not there once")
        self.assert_fails(lambda result, trail, nodes: trail["readings"].pop(4), "reading gates_met_by is not there once")

    def test_stars(self):
        self.assert_fails(lambda result, trail, nodes: result.update(stars=4), "the number of stars is 3, the trail says 4")
        self.assert_fails(lambda result, trail, nodes: result.update(band=5), "the band is 4, the trail says 5")
        self.assert_fails(lambda result, trail, nodes: trail.update(ceiling=3), "the ceiling is 4, the trail says 3")
        self.assert_fails(lambda result, trail, nodes: result.update(blocked_by=[]), "blocked_by is ")
        self.assert_fails(lambda result, trail, nodes: trail.update(to_next_band="1"), "the points to the next band is 137/7, the trail says 1")
        self.assert_fails(lambda result, trail, nodes: trail["bands"].reverse(), "the bands of 1 and 2 stars do not follow each other")
        self.assert_fails(lambda result, trail, nodes: trail["bands"][1].update(low="60"), "the bands of 4 and 3 stars do not follow each other")
        self.assert_fails(lambda result, trail, nodes: trail["readings"][1]["alternatives"][0].update(changes=False), "changes the result is true")

    def test_outcome(self):
        self.assert_fails(lambda result, trail, nodes: trail["gates"][0].update(met=True), "gate forged: whether it is met is false, the trail says true")
        self.assert_fails(lambda result, trail, nodes: (trail["gates"][0].update(met=True), trail["gates"][0]["condition"].update(value=True)),
                          "the outcome is rejected, the trail says rated")
        self.assert_fails(lambda result, trail, nodes: result.update(outcome="stopped"), "the outcome is rated, the trail says stopped")
        self.assert_fails(lambda result, trail, nodes: result.update(outcome="good"), "the outcome is rated, the trail says good")
        self.assert_fails(lambda result, trail, nodes: trail.update(stopped_after=None), "the item after which the assessment stops", self.stopped)

    def test_minima(self):
        def minimum(trail):
            return next(each for each in trail["minima"] if each["node"] == "3.5" and each["star"] == 4)

        self.assert_fails(lambda result, trail, nodes: minimum(trail).update(required="1"), "minimum 3.5 for 4: ")
        self.assert_fails(lambda result, trail, nodes: minimum(trail).update(met=True), "minimum 3.5 for 4: whether it is met is false, the trail says true")
        self.assert_fails(lambda result, trail, nodes: minimum(trail).update(binds=False), "minimum 3.5 for 4: whether it binds is true, the trail says false")
        self.assert_fails(lambda result, trail, nodes: minimum(trail).update(node="99"), "minimum 99 for 4: there is no such criterion")
        self.assert_fails(lambda result, trail, nodes: trail["minima"].remove(minimum(trail)), "the number of stars is 4, the trail says 3")

    def test_form(self):
        self.assert_fails(lambda result, trail, nodes: trail["nodes"].pop(6), "does not stand below its parent in form order")
        self.assert_fails(lambda result, trail, nodes: trail["nodes"].pop(), "the sum of its criteria")
        self.assert_fails(lambda result, trail, nodes: trail["nodes"].reverse(), "does not stand below its parent in form order")
        self.assert_fails(lambda result, trail, nodes: trail["nodes"].insert(1, trail["nodes"].pop(9)), "does not stand below its parent in form order")
        self.assert_fails(lambda result, trail, nodes: nodes["1.5"].update(id="1.4"), "two nodes have the same id")
        self.assert_fails(lambda result, trail, nodes: trail["sheets"].reverse(), "the total of sheet ")
        self.assert_fails(lambda result, trail, nodes: trail["sheets"].pop(), "one mark, for each sheet")
        self.assert_fails(lambda result, trail, nodes: nodes["1.5"].pop("points"), "result.trail.nodes[6]: the member `points` is missing")
        self.assert_fails(lambda result, trail, nodes: trail.update(extra=1), "result.trail: the member `extra` is not known")

    def test_digests(self):
        def changed(digest):
            return ("0" if digest[0] != "0" else "1") + digest[1:]

        self.assert_fails(lambda result, trail, nodes: trail["card"].update(digest=changed(trail["card"]["digest"])), "the SHA-256 of the card as written is ")
        self.assert_fails(lambda result, trail, nodes: trail["card"]["written"]["product"].update(name="Other"), "the SHA-256 of the card as written is ")
        self.assert_fails(lambda result, trail, nodes: trail["rule_set"].update(digest=trail["rule_set"]["digest"].upper()), "trail.rule_set.digest is not 64 lower-case")
        self.assert_fails(lambda result, trail, nodes: trail["card"].update(id="other"), "the scorecard of trail.card is ")
        self.assert_fails(lambda result, trail, nodes: result.update(rule_set="other"), "the id of trail.rule_set is ")

    def test_range(self):
        for change, statement in [
            (lambda result, trail, nodes: result["range"].update(total=["93", "67"]), "a lower bound is above the higher one"),
            (lambda result, trail, nodes: result["range"].update(total=["1", "2"]), "points are given already"),
            (lambda result, trail, nodes: result["range"].update(total=["100", "100"]), "points are more than can be given"),
            (lambda result, trail, nodes: result["range"].update(stars=[3, 6]), "6 stars cannot be had with 93 points"),
            (lambda result, trail, nodes: result["range"].update(outcomes=["rated", "rejected"]), "whether it can be rejected is false"),
            (lambda result, trail, nodes: result.pop("range"), "the member `range` is missing"),
            (lambda result, trail, nodes: result.update(total="70"), "the total is null, the trail says 70"),
        ]:
            self.assert_fails(change, statement, self.open)

    def test_no_result(self):
        line, holds = check_trail.judge({"scorecard": "x", "outcome": "error", "message": "…"})
        self.assertEqual((line, holds), ("x: no result, the card could not be read", False))

    def test_signed(self):
        signed = {"record": copy.deepcopy(self.real), "digests": {}, "salts": {}, "signature": {}}
        self.assertEqual(check_trail.judge(signed), ("89-30280-001-2026: 3 stars, 493/7 points: holds (signature not checked)", True))
        signed["record"]["trail"]["card"]["written"]["product"]["name"] = None
        self.assertIn("the SHA-256 of the card as written", check_trail.judge(signed)[0])
        signed["record"]["trail"]["card"]["digest"] = None
        self.assertIn("texts were taken out of it", check_trail.judge(signed)[0])
        signed["record"]["stars"] = 4
        self.assertFalse(check_trail.judge(signed)[1])


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = json.dumps(rate(FRUIT), ensure_ascii=False)
        cls.data = cls.text.encode()

    def run_on(self, *contents):
        with tempfile.TemporaryDirectory() as place:
            files = []
            for number, data in enumerate(contents):
                files.append(pathlib.Path(place) / f"{number}.json")
                files[-1].write_bytes(data)
            return subprocess.run([sys.executable, check_trail.__file__, *files], capture_output=True, text=True, encoding="utf-8")

    def test_exit_status(self):
        holds, fails = self.data, self.text.replace('"stars": 3', '"stars": 4', 1).encode()
        for contents, status in [((holds,), 0), ((holds, fails), 1), ((fails, b"{", holds), 2)]:
            run = self.run_on(*contents)
            self.assertEqual((run.returncode, run.stderr, len(run.stdout.splitlines())), (status, "", len(contents)), run.stdout)
        run = subprocess.run([sys.executable, check_trail.__file__, "-", "nowhere.json"], input=b"[" + holds + b"," + holds + b"]", capture_output=True)
        self.assertEqual((run.returncode, run.stdout.count(b": holds"), run.stdout.count(b"cannot be read")), (2, 2, 1))

    def test_unreadable(self):
        for data, message in [
            (self.data[:len(self.data) // 2], "the file ends too early"),
            (self.text.replace('"stars":', '"band": 4, "stars":', 1).encode(), "the key `band` is repeated"),
            (b"", "the file ends too early"), (b"[]", "there is no result in it"), (b"3", "there is no result in it"),
            (b"\xff", "no JSON in UTF-8"), (b"{\"a\": NaN}", "NaN is no JSON"), (b"[" * 100000, "no JSON in UTF-8"),
        ]:
            run = self.run_on(data)
            self.assertEqual((run.returncode, run.stderr), (2, ""))
            self.assertIn(message, run.stdout)

    def test_damage_is_told(self):
        """Bytes at random flipped or cut off: a statement, never another exception. Texts that nobody adds up may differ and hold."""
        chance, failed = random.Random(4), 0
        whole = json.dumps(small(story=True), ensure_ascii=False).encode()
        for number in range(2000):
            data = bytearray(whole)
            if number % 4 == 0:
                del data[chance.randrange(len(data)):]
            else:
                for _ in range(chance.choice([1, 1, 2, 8])):
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            try:
                failed += not all(check_trail.judge(result)[1] for result in check_trail.parse(bytes(data)))
            except check_trail.Malformed:
                failed += 1
        self.assertGreater(failed, 1200)

    def test_every_member_of_another_type(self):
        """Each value of a trail replaced by each kind of value: a statement, never another exception."""
        for real in (small(story=True), small()):
            for path in list(paths(real))[1:]:
                for value in (None, True, -1, 10**30, 1.5, "", "\ud800", "1/0", [], {}):
                    check_trail.judge(with_value(real, path, value))


def small(**facts):
    """A short result: undecided without the fact `story`."""
    facts = {"forged": False, "impure": False, "spoilt": False} | facts
    marks = {"1": 40, "2.1": "b", "2.2": "b", "3": "b", "4": "a"}
    sheets = [{"assessor": name, "marks": marks} for name in ("x", "y")]
    card = {"scorecard": "small", "rule_set": "small", "facts": facts, "sheets": sheets}
    return rate_apart(SMALL_FORM + "council: {combine: mean}\n", json.dumps(card))


def paths(value, path=()):
    """Where its values are; of long lists the first two."""
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    for name, each in inside:
        yield from paths(each, path + (name,))


def with_value(real, path, value):
    """A copy with another value at the path."""
    if not path:
        return value
    out = copy.copy(real)
    out[path[0]] = with_value(out[path[0]], path[1:], value)
    return out


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--ocop", required=True, type=pathlib.Path)
    parser.add_argument("--root", required=True, type=pathlib.Path)
    parser.add_argument("--checker", type=pathlib.Path, help="default: examples/check_trail.py below the root")
    options, rest = parser.parse_known_args()
    OCOP, ROOT = options.ocop.resolve(), options.root.resolve()
    sys.path.insert(0, str((options.checker or ROOT / "examples/check_trail.py").resolve().parent))
    sys.dont_write_bytecode = True
    import check_trail
    unittest.main(argv=[sys.argv[0], *rest])
