#!/usr/bin/env python3
"""Works the stars out again from trails alone, and says of each result whether it holds.

    ocop rate --format json CARD... | python3 check_trail.py -
    python3 check_trail.py RESULT.json...

It does by machine what "The stars by hand" in TRAIL.md does with a pocket calculator: the sums of each sheet, the combination,
gates and outcome, rounding, band, caps, minima and stars, and what follows from them (parts, blocked_by, to_next_band). Of an
undecided card it checks that there is a reason, and that the range agrees with what is known. It takes the SHA-256 of the card
inside the trail. It shares nothing with `ocop` but that text, and needs Python 3.11 alone.

It has no rule set. So it believes the points of each mark, the value of each condition, the bands, and which minima there are
and what they require. It does not look at findings, recognition, agreement, question, reasons, or at what other readings would
give. Of a signed file it looks at the record and not at the signature, and does not fail it for a card that lost texts.

It prints one line a card. Exit status: 0 all hold, 1 something fails or is no result, 2 a file cannot be read.
"""
import hashlib
import json
import os
import re
import sys
from collections import Counter
from fractions import Fraction
from types import SimpleNamespace


class Malformed(Exception):
    """A file, or a member in it, is not as TRAIL.md says."""


def shape(plain, **nested):
    """An object's members, all of which it has and no others. After a kind, `?`: it may be null; `any`: not looked at."""
    for group in plain.split("; "):
        kind, names = group.split(": ")
        nested.update(dict.fromkeys(names.split(), kind))
    return nested


CONDITION = shape("text: text; truth?: value; any: operands origin")
MARK = shape("text: state; points?: points; condition?: applies when; truth: from_facts; "
             "any: options title reason note evidence_missing option_when cite")
NODE = shape("text: kind id; whole?: parent; whole: depth; points?: max points; any: title notes erratum cite origin",
             by_sheet=["points?"], marks=[MARK])
GATE = shape("text: id effect; whole?: stars; text?: after; truth?: met; any: title cite origin", condition=CONDITION, by_sheet=[CONDITION])
MINIMUM = shape("text: node; whole: star sheets_met; points: required; points?: actual; truth?: binds met; condition?: when; "
                "any: option title cite origin")
BAND = shape("whole: star; text: interval; points: low high; truth: low_open high_open; any: printed cite")
RULE_SET = shape("text: id digest; any: title file basis in_force incomplete notes")
COUNCIL = shape("text: combine; text?: digest; any: id quorum spread members cite")
CARD = shape("text?: id digest; any: product level filed_on assessed_on evidence written")
OTHER = shape("text: value outcome; whole?: stars; points?: total; truth: changes")
READING = shape("text: name chosen; any: title cite", alternatives=[OTHER])
SHEET = shape("points?: total; any: assessor")
RANGE = shape("truth: exact", total=["points"], stars=["whole"], outcomes=["text"])
TRAIL = shape("text?: stopped_after; whole?: ceiling; points?: total_before_rounding to_next_band; "
              "any: engine facts agreement question reasons recognition_cite", rule_set=RULE_SET, council=COUNCIL, card=CARD,
              sheets=[SHEET], nodes=[NODE], gates=[GATE], bands=[BAND], minima=[MINIMUM], readings=[READING])
RESULT = shape("text?: scorecard rule_set; text: outcome; whole?: stars band; points?: total; any: parts recognition findings",
               blocked_by=["text"], trail=TRAIL)
NUMBER = re.compile(r"-?[0-9]{1,99}(\.[0-9]{1,99}|/[1-9][0-9]{0,98})?")
KINDS = {"text": (str, "a text"), "truth": (bool, "true or false"), "whole": (int, "a whole number"),
         "points": (str, "an exact number in a text")}
READINGS = {"rounding": "none|half-up [0-9]{1,2}", "minima_met_by": "combined|majority|every-sheet", "minima_cumulate": "cumulative|own",
            "minima_missed": "next-star|no-star", "gates_met_by": "combined|majority|any-sheet"}


def read(value, wanted, place):
    """The value in the shape wanted: objects as namespaces, points as fractions. Malformed names the place that is otherwise."""
    if isinstance(wanted, list):
        if not isinstance(value, list):
            raise Malformed(f"{place} is not a list")
        return [read(each, wanted[0], f"{place}[{i}]") for i, each in enumerate(value)]
    if isinstance(wanted, dict):
        if not isinstance(value, dict):
            raise Malformed(f"{place} is not an object")
        for name in sorted(wanted.keys() ^ value.keys()):
            raise Malformed(f"{place}: the member `{name}` is {'missing' if name in wanted else 'not known'}")
        return SimpleNamespace(**{name: read(value[name], kind, f"{place}.{name}") for name, kind in wanted.items()})
    kind = wanted.rstrip("?")
    if kind == "any" or (value is None and kind != wanted):
        return value
    if kind == "condition":
        return read(value, CONDITION, place)
    if kind == "points" and isinstance(value, str) and NUMBER.fullmatch(value):
        return Fraction(value)
    if type(value) is not KINDS[kind][0] or kind == "points":
        raise Malformed(f"{place} is not {KINDS[kind][1]}")
    return value


def written(value):
    """As a trail writes it: a number as a decimal where one is exact, else as a fraction."""
    if not isinstance(value, Fraction):
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    places = next((n for n in range(value.denominator.bit_length()) if 10**n % value.denominator == 0), None)
    if not places:
        return str(value)
    digits = str(abs(value) * 10**places).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + digits[:-places] + "." + digits[-places:]


def canonical(value):
    """The RFC 8785 text of a card; its numbers are whole or texts."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 2**53):
        raise Malformed("a number is not whole or too great")
    return json.dumps(value, ensure_ascii=False)


def combined(figures, way):
    """One figure from those of the sheets; None where one is not known."""
    if None in figures:
        return None
    ordered, middle = sorted(figures), len(figures) // 2
    if way == "median":
        ordered = ordered[middle:middle + 1] if len(ordered) % 2 else ordered[middle - 1:middle + 1]
    if way == "trimmed mean" and len(ordered) > 2:
        ordered = ordered[1:-1]
    return sum(ordered, Fraction(0)) / len(ordered)


def in_band(band, total):
    return (total > band.low or (total == band.low and not band.low_open)) and \
        (total < band.high or (total == band.high and not band.high_open))


class Check:
    """One result worked out again; `faults` are the statements that do not hold."""

    def __init__(self, result, signed):
        self.result, self.trail, self.faults, self.signed = result, result.trail, [], signed
        self.remark = " (signature not checked)" if signed else ""
        self.nodes, self.sheets, self.way = self.trail.nodes, range(len(self.trail.sheets)), self.trail.council.combine
        self.criteria = [node for node in self.nodes if node.kind == "criterion"]
        self.chosen = {reading.name: reading.chosen for reading in self.trail.readings}
        self.caps = [gate for gate in self.trail.gates if gate.effect == "cap"]

    def run(self):
        self.check_form()
        self.check_identity()
        if not self.faults:  # what follows walks the form
            self.check_gates()
            self.check_marks()
            total = self.check_sums()
            self.check_minima()
            self.check_verdict(total)
        return self.faults

    def holds(self, true, statement):
        if not true:
            self.faults.append(statement)

    def same(self, what, ours, theirs):
        if ours != theirs:
            self.faults.append(f"{what} is {written(ours)}, the trail says {written(theirs)}")

    def check_form(self):
        path = []  # from the part down to the node before
        for i, node in enumerate(self.nodes):
            while path and path[-1] != node.parent:
                path.pop()
            level = "part" if not path else node.kind if node.kind in ("section", "criterion") else "section"
            fits = (node.kind, node.depth, node.parent is None) == (level, len(path), not path)
            self.holds(fits and not (path and self.nodes[path[-1]].kind == "criterion"),
                       f"{node.kind} {node.id} does not stand below its parent in form order")
            self.holds((len(node.by_sheet), len(node.marks)) == (len(self.sheets), len(self.sheets) * (node.kind == "criterion")),
                       f"{node.kind} {node.id} does not have one figure, and as a criterion one mark, for each sheet")
            path.append(i)
        ids = [node.id for node in self.nodes]
        self.holds(len(set(ids)) == len(ids), "two nodes have the same id")
        self.holds(self.criteria and self.sheets, "there is no criterion or no sheet")
        self.holds(self.way in ("mean", "median", "trimmed mean"), f"`{self.way}` is no way to combine sheets")
        for name, ways in READINGS.items():
            chosen = [reading.chosen for reading in self.trail.readings if reading.name == name]
            self.holds(len(chosen) == 1 and re.fullmatch(ways, chosen[0]), f"reading {name} is not there once, with a way that is known")
        known = {node.id for node in self.criteria}
        for minimum in self.trail.minima:
            self.holds(minimum.node in known, f"minimum {minimum.node} for {minimum.star}: there is no such criterion")
        for gate in self.trail.gates:
            self.holds(gate.effect in ("reject", "stop", "cap") and (gate.effect == "cap") == (gate.stars is not None)
                       and (gate.after is None or gate.effect == "stop" and gate.after in ids), f"gate {gate.id} has no such effect")
        bands = self.trail.bands
        self.holds(bands, "there are no bands")
        for band, lower in zip(bands, bands[1:]):
            self.holds(band.star > lower.star and band.low == lower.high and band.low_open != lower.high_open,
                       f"the bands of {band.star} and {lower.star} stars do not follow each other")
        for band in bands:
            ends = ("(" if band.low_open else "[") + f"{written(band.low)}..{written(band.high)}" + (")" if band.high_open else "]")
            self.same(f"the interval of {band.star} stars", ends, band.interval)

    def check_identity(self):
        trail, card = self.trail, self.trail.card.written
        for name, digest in (("rule_set", trail.rule_set.digest), ("council", trail.council.digest), ("card", trail.card.digest)):
            self.holds(digest is None or re.fullmatch("[0-9a-f]{64}", digest), f"trail.{name}.digest is not 64 lower-case hexadecimal digits")
        self.same("the scorecard of trail.card", self.result.scorecard, trail.card.id)
        self.same("the id of trail.rule_set", self.result.rule_set, trail.rule_set.id)
        if not isinstance(card, dict):
            raise Malformed("trail.card.written is not an object")
        try:
            digest = hashlib.sha256(canonical(card).encode()).hexdigest()
        except (UnicodeEncodeError, Malformed) as fault:
            raise Malformed(f"the card as written has no canonical form: {fault}") from None
        if self.signed and trail.card.digest is None:
            self.remark += " (texts were taken out of it)"
        else:
            self.same("the SHA-256 of the card as written", digest, trail.card.digest)
        for name, told in (("scorecard", self.result.scorecard), ("rule_set", self.result.rule_set)):
            ours = card.get(name)  # a YAML text may look like true or false
            self.same(f"the {name.replace('_', ' ')} of the card as written", told, json.dumps(ours) if isinstance(ours, bool) else ours)
        if isinstance(card.get("sheets"), list) and card["sheets"]:  # without any, one is made of the facts
            self.same("the number of sheets of the card as written", len(card["sheets"]), len(trail.sheets))

    def check_gates(self):
        for gate in self.trail.gates:
            met, values = gate.condition.value, [each.value for each in gate.by_sheet]
            if values and self.chosen["gates_met_by"] != "combined":
                self.same(f"gate {gate.id}: the number of sheets asked", len(self.sheets), len(values))
                needed = len(values) // 2 + 1 if self.chosen["gates_met_by"] == "majority" else 1
                met = True if values.count(True) >= needed else None if len(values) - values.count(False) >= needed else False
            self.same(f"gate {gate.id}: whether it is met", met, gate.met)

    def check_marks(self):
        """Each mark's state against its points, and against the first stop."""
        def end(gate):  # the index of the first node that comes after the gate's item and all below it
            if gate.after is None:
                return 0
            item = [node.id for node in self.nodes].index(gate.after)
            return next((i for i in range(item + 1, len(self.nodes)) if self.nodes[i].depth <= self.nodes[item].depth), len(self.nodes))

        stops = [(end(gate), gate.after or "") for gate in self.trail.gates if gate.effect == "stop" and gate.met]
        last, after = min(stops, key=lambda stop: stop[0], default=(len(self.nodes), None))
        self.same("the item after which the assessment stops", after, self.trail.stopped_after)
        for place, node in enumerate(self.nodes):
            for i, mark in enumerate(node.marks):
                name, known = f"criterion {node.id}, sheet {i + 1}", mark.points is not None
                fits = {"marked": known, "none": mark.points == 0, "not-applicable": mark.points == 0, "missing": not known,
                        "ignored": not known, "unsure": known or self.result.outcome != "rated"}
                self.holds(fits.get(mark.state, False), f"{name}: `{mark.state}` does not go with {written(mark.points)} points")
                self.same(f"{name}: its figure", mark.points, node.by_sheet[i])
                self.same(f"{name}: whether it comes after the stop", place >= last, mark.state == "ignored")
                if place < last:
                    without = mark.applies is not None and mark.applies.value is False
                    self.same(f"{name}: whether it does not apply", without, mark.state == "not-applicable")

    def added(self, figures):
        """Their sum. In an undecided card one that is not known leaves it unknown; a stopped or rejected one adds what there is."""
        known = [each for each in figures if each is not None]
        enough = len(known) == len(figures) if self.result.outcome == "undecided" else known
        return sum(known, Fraction(0)) if enough else None

    def combine(self, figures):
        if self.added(figures) is not None:
            figures = [each or Fraction(0) for each in figures]
        return combined(figures, self.way)

    def check_sums(self):
        """Adds up and combines every figure; gives the combined total before rounding."""
        below = [[] for _ in self.nodes]  # the criteria of each node
        for node in self.criteria:
            up = node.parent
            while up is not None:
                below[up].append(node)
                up = self.nodes[up].parent
        for node, criteria in zip(self.nodes, below):
            name = f"{node.kind} {node.id}"
            for i in self.sheets if criteria else ():
                self.same(f"{name}, sheet {i + 1}: the sum of its criteria", self.added([each.by_sheet[i] for each in criteria]), node.by_sheet[i])
            self.same(f"{name}: the {self.way} of its sheets", self.combine(node.by_sheet), node.points)
        for i, sheet in enumerate(self.trail.sheets):
            self.same(f"the total of sheet {i + 1}", self.added([each.by_sheet[i] for each in self.criteria]), sheet.total)
        parts = {node.id: node.points if node.points is None else written(node.points) for node in self.nodes if node.kind == "part"}
        self.same("the list of parts", parts, self.result.parts)
        total = self.combine([sheet.total for sheet in self.trail.sheets])
        self.same("the total before rounding", total, self.trail.total_before_rounding)
        return total

    def check_minima(self):
        nodes, by = {node.id: node for node in self.criteria}, self.chosen["minima_met_by"]
        for minimum in self.trail.minima:
            node, name = nodes[minimum.node], f"minimum {minimum.node} for {minimum.star}"
            asked = [mark.points for mark in node.marks if mark.state != "not-applicable"]
            reach = sum(points is not None and points >= minimum.required for points in asked)
            self.same(f"{name}: the combined figure", node.points, minimum.actual)
            self.same(f"{name}: the number of sheets that reach it", reach, minimum.sheets_met)
            self.same(f"{name}: whether it binds", minimum.when.value if minimum.when else True, minimum.binds)
            least = combined([points or Fraction(0) for points in node.by_sheet], self.way)
            met = reach * 2 > len(self.sheets) if by == "majority" else reach == len(self.sheets) if by == "every-sheet" else \
                bool(asked) and least >= minimum.required
            open_case = "not-applicable" if "." in str(minimum.option) else ""  # the facts say which case it would be, not the mark
            unknown = self.result.outcome != "rated" and any(mark.state in ("missing", "unsure", open_case) for mark in node.marks)
            if not unknown or minimum.met or (met and minimum.met is not None):  # what is not known yet may reach it, or never can
                self.same(f"{name}: whether it is met", met, minimum.met)

    def missed(self, star):
        """The minima for the star that are not met and bind, or may."""
        own = self.chosen["minima_cumulate"] == "own"
        return [each for each in self.trail.minima if not each.met and each.binds is not False
                and (each.star == star or each.star < star and not own)]

    def possible_stars(self, ceiling):
        """All the stars there can be: an unknown cap holds or not, an unknown minimum binds or not."""
        found = set()
        for top in [ceiling] + [cap.stars for cap in self.caps if cap.met is None and cap.stars < ceiling]:
            for star in [band.star for band in self.trail.bands if band.star <= top] + [0]:
                missed = self.missed(star)
                if not any(each.binds for each in missed):
                    found.add(star)
                if missed and self.chosen["minima_missed"] == "no-star":
                    found.add(0)
                if not missed or self.chosen["minima_missed"] == "no-star":
                    break
        return found

    def check_verdict(self, before):
        """From the combined total to the stars, with the outcome that the gates and all that is not known leave."""
        result, total, possible = self.result, before, set()
        places = re.fullmatch("half-up ([0-9]{1,2})", self.chosen["rounding"])
        if places and total is not None:
            total = Fraction((total * 10 ** int(places[1]) * 2 + 1) // 2, 10 ** int(places[1]))
        band = next((each.star for each in self.trail.bands if total is not None and in_band(each, total)), None)
        ceiling = band and min([band] + [cap.stars for cap in self.caps if cap.met])
        rejects, stops = ([gate.met for gate in self.trail.gates if gate.effect == effect] for effect in ("reject", "stop"))
        if True in rejects or None in rejects:
            outcome = "rejected" if True in rejects else "undecided"
        elif True in stops or None in stops:
            outcome = "stopped" if True in stops else "undecided"
        elif any(each is None for node in self.criteria for each in node.by_sheet):
            outcome = "undecided"
        elif band is None:
            return self.holds(False, f"no band holds the total {written(total)}")
        else:
            possible = self.possible_stars(ceiling)
            outcome = "rated" if len(possible) == 1 else "undecided"
        self.same("the outcome", outcome, result.outcome)
        if outcome == "undecided":
            self.check_range(rejects, stops, possible)
            total = None
        elif total is None:
            total = Fraction(0)  # it ended before anything was assessed
        if outcome != "rated":
            band = ceiling = None
        stars = possible.pop() if outcome == "rated" else None
        higher = [each for each in self.trail.bands if band and each.star > band]
        self.same("the total", total, result.total)
        self.same("the band", band, result.band)
        self.same("the ceiling", ceiling, self.trail.ceiling)
        self.same("the number of stars", stars, result.stars)
        self.same("the points to the next band", higher[-1].low - total if higher else None, self.trail.to_next_band)
        self.same("blocked_by", [] if stars is None else self.blocks(total, band, ceiling, stars), result.blocked_by)
        for reading in self.trail.readings:
            for other in reading.alternatives:
                self.same(f"whether reading {reading.name}: {other.value} changes the result",
                          (other.outcome, other.stars) != (outcome, stars), other.changes)

    def blocks(self, total, band, ceiling, stars):
        """All that stands before one star more; where a missed minimum leaves no star at all, before the ceiling's."""
        higher = [each for each in self.trail.bands if each.star > stars]
        if stars == 0 and self.chosen["minima_missed"] == "no-star":
            higher = [each for each in self.trail.bands if each.star == ceiling]
        if not higher:
            return []
        star, low = higher[-1].star, higher[-1].low
        return [f"minimum {each.node} for {each.star}" for each in self.missed(star)] + \
            [f"points {written(low - total)} for {star}"] * (band < star) + \
            [f"cap {cap.id}" for cap in self.caps if cap.met is not False and cap.stars < star]

    def check_range(self, rejects, stops, possible):
        """Bounds cannot be worked out without the rule set; they can contradict what is known."""
        span = getattr(self.result, "range", None)
        if span is None or len(span.total) != 2 or len(span.stars) != 2:
            raise Malformed("range is missing, or its total or stars are not two bounds")
        (low, high), (few, many), outcomes = span.total, span.stars, set(span.outcomes)
        self.holds(low <= high and few <= many, "range: a lower bound is above the higher one")
        self.holds(outcomes and outcomes <= {"rated", "undecided", "stopped", "rejected"}, "range: there is no such outcome")
        self.same("range: whether it can be rejected", None in rejects, "rejected" in outcomes)
        self.holds("rated" not in outcomes or True not in stops, "range: it can be rated although it is stopped")
        self.holds("stopped" not in outcomes or True in stops or None in stops, "range: it can be stopped although nothing stops it")
        half = Fraction(self.chosen["rounding"] != "none", 2)  # rounding moves a total by no more
        live = [[(node, node.by_sheet[i]) for node in self.criteria if node.marks[i].state != "ignored"] for i in self.sheets]
        least = combined([sum((points or Fraction(0) for _, points in sheet), Fraction(0)) for sheet in live], self.way)
        self.holds(None in stops or high >= least - half, f"range: {written(least)} points are given already, over its {written(high)}")
        if all(node.max is not None for node in self.criteria):
            most = [sum((node.max if points is None else points for node, points in sheet), Fraction(0)) for sheet in live]
            self.holds(low <= combined(most, self.way) + half, f"range: {written(low)} points are more than can be given")
        reached = [band.star for band in self.trail.bands if in_band(band, high)]
        self.holds(not reached or many <= reached[0], f"range: {many} stars cannot be had with {written(high)} points")
        if possible:
            inside = min(possible) <= few and many <= max(possible) if span.exact else few <= min(possible) and max(possible) <= many
            self.holds(inside, f"range: {min(possible)} to {max(possible)} stars are possible, not {few} to {many}")


def unique(pairs):
    for name, times in Counter(name for name, _ in pairs).items():
        if times > 1:
            raise Malformed(f"the key `{name}` is repeated in one object")
    return dict(pairs)


def no_constant(name):
    raise Malformed(f"{name} is no JSON")


def parse(data):
    """The results in a file's bytes, as JSON has them."""
    try:
        found = json.loads(data.decode(), object_pairs_hook=unique, parse_constant=no_constant)
    except json.JSONDecodeError as fault:
        cut = fault.pos >= len(fault.doc.rstrip()) or fault.msg.startswith("Unterminated")
        raise Malformed(f"line {fault.lineno}, column {fault.colno}: {'the file ends too early' if cut else 'no JSON'}") from None
    except (ValueError, RecursionError) as fault:
        if getattr(fault, "reason", "") == "unexpected end of data":
            raise Malformed("the file ends too early") from None
        raise Malformed(f"no JSON in UTF-8 ({type(fault).__name__})") from None
    results = found if isinstance(found, list) else [found]
    if not results or not all(isinstance(each, dict) for each in results):
        raise Malformed("there is no result in it")
    return results


def judge(result):
    """The line about one result, and whether it holds."""
    signed = result.keys() == {"record", "digests", "salts", "signature"}
    if signed:
        result = result["record"] if isinstance(result["record"], dict) else {}
    name = result.get("scorecard") if isinstance(result.get("scorecard"), str) else "(no id)"
    if result.get("outcome") == "error":
        return f"{name}: no result, the card could not be read", False
    try:
        checked = read(result, RESULT | ({"range": RANGE} if result.get("outcome") == "undecided" else {}), "result")
        check = Check(checked, signed)
        faults, remark = check.run(), check.remark
    except Malformed as fault:
        faults, remark = [str(fault)], ""
    except RecursionError:
        faults, remark = ["it is nested too deeply"], ""
    if faults:
        more = f"; and {len(faults) - 5} more" if len(faults) > 5 else ""
        return f"{name}: FAILS: {'; '.join(faults[:5])}{more}{remark}", False
    if checked.outcome == "undecided":
        (low, high), (few, many) = checked.range.total, checked.range.stars
        return f"{name}: undecided, {written(low)} to {written(high)} points, {few} to {many} stars: holds{remark}", True
    what = f"{checked.stars} star{'s' * (checked.stars != 1)}" if checked.outcome == "rated" else checked.outcome
    return f"{name}: {what}, {written(checked.total)} points: holds{remark}", True


def main(files):
    def say(line):  # without what would move a terminal's cursor
        print("".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in line))

    if not files or files[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if files else 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    status = 0
    for file in files:
        try:
            with open(0 if file == "-" else file, "rb", closefd=file != "-") as stream:
                results = parse(stream.read())
        except (OSError, ValueError, Malformed) as fault:
            say(f"{file}: cannot be read: {getattr(fault, 'strerror', None) or fault}")
            status = 2
            continue
        for result in results:
            line, holds = judge(result)
            say(line)
            status = max(status, 0 if holds else 1)
    return status


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 1
    sys.exit(code)
