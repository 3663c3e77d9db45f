#!/usr/bin/python3
"""The HTML reports in a browser: what is seen, on a screen, on a telephone and on paper.

render.py --root DIR --ocop FILE. Exit status 0: fine, 1: not, 77: skipped, because there is no Chromium.
"""
import argparse
import html
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

SKIPPED = 77
WIDTHS = (1200, 400)
# Runs in a copy of the report, within a frame as wide as the screen to be tried, and writes down what it finds.
MEASURE = """<script>
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const inside = frame.contentDocument, page = inside.documentElement;
    const cut = [...inside.body.querySelectorAll("*")].filter(each =>
      !each.closest(".scroll, .unseen, svg") && each.getBoundingClientRect().right > page.clientWidth + 1);
    return {width: page.clientWidth, scrolls: page.scrollWidth, cut: cut.slice(0, 5).map(each => each.outerHTML.slice(0, 120)), text: inside.body.innerText};
  });
  const out = document.createElement("pre");
  out.id = "found";
  out.textContent = JSON.stringify(found);
  document.body.replaceChildren(out);
});
</script>"""


def browser():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return shutil.which(name)
    print("skipped: there is no Chromium here")
    sys.exit(SKIPPED)


class Chromium:
    def __init__(self, program, directory):
        self.command = [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
                        f"--user-data-dir={directory / 'profile'}"]

    def run(self, *options):
        return subprocess.run([*self.command, *map(str, options)], capture_output=True, timeout=120, check=True).stdout.decode()

    def measured(self, page, directory):
        frames = "".join(f'<iframe style="border:0;width:{width}px;height:800px" srcdoc="{html.escape(page)}"></iframe>' for width in WIDTHS)
        copy = directory / "copy.html"
        copy.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{MEASURE}{frames}', encoding="utf-8")
        dump = self.run("--window-size=1700,900", "--virtual-time-budget=5000", "--dump-dom", copy.as_uri())
        return json.loads(html.unescape(re.search(r'<pre id="found">(.*?)</pre>', dump, re.S).group(1)))


def rows(png):
    """The rows of an 8-bit RGB or RGBA picture, filters undone as far as telling whether all is of one colour needs it."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n"), "not a PNG"
    width, height = struct.unpack(">II", png[16:24])
    data, at = b"", 8
    while at < len(png):
        length, = struct.unpack(">I", png[at:at + 4])
        if png[at + 4:at + 8] == b"IDAT":
            data += png[at + 8:at + 8 + length]
        at += 12 + length
    raw = zlib.decompress(data)
    step = len(raw) // height
    return width, height, [raw[i * step:(i + 1) * step] for i in range(height)]


def blank(png):
    """A picture of one colour has rows of zeros but for the first, or the same row again and again, whatever the filter."""
    _, _, found = rows(png)
    return len(set(found[1:])) < 20


class Faults:
    def __init__(self):
        self.all = []

    def check(self, fine, text):
        if not fine:
            self.all.append(text)


def number(text, language):
    return text.replace(".", ",") if language == "vi" else text


def expected(result, language):
    """What must be seen of a result line."""
    words = {"vi": {"undecided": "chưa thể phân hạng", "stopped": "dừng đánh giá", "rejected": "hồ sơ bị loại"},
             "en": {"undecided": "undecided", "stopped": "assessment stopped", "rejected": "dossier rejected"}}[language]
    if result["outcome"] != "rated":
        return [words[result["outcome"]]]
    unit = "sao" if language == "vi" else "star" if result["stars"] == 1 else "stars"
    return [f"{result['stars']} {unit}", number(result["total"], language)] + [number(each, language) for each in result["parts"].values()]


def check_page(name, page, results, language, chromium, directory, faults):
    for frame, width in zip(chromium.measured(page, directory), WIDTHS):
        faults.check(frame["width"] == width, f"{name}: shown {frame['width']} wide, wanted {width}")
        faults.check(frame["scrolls"] <= width, f"{name}: {frame['scrolls']} wide on a screen of {width}")
        faults.check(not frame["cut"], f"{name}: beyond the right edge at {width}: {frame['cut']}")
        seen = " ".join(frame["text"].split()).lower().replace("\u00a0", " ")
        for result in results:
            for text in expected(result, language):
                faults.check(text.lower() in seen, f"{name}: `{text}` is not seen at {width}")


def check_paper(name, file, chromium, directory, cards, faults):
    picture, paper = directory / "shot.png", directory / "print.pdf"
    chromium.run("--window-size=1200,2000", f"--screenshot={picture}", file.as_uri())
    faults.check(not blank(picture.read_bytes()), f"{name}: the picture is blank")
    chromium.run("--no-pdf-header-footer", f"--print-to-pdf={paper}", file.as_uri())
    printed = paper.read_bytes()
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    boxes = {tuple(round(float(each)) for each in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", printed)}
    faults.check(printed.startswith(b"%PDF-") and pages >= cards, f"{name}: {pages} pages for {cards} cards")
    faults.check(boxes <= {(0, 0, 595, 842), (0, 0, 596, 842), (0, 0, 595, 841)}, f"{name}: not on A4: {boxes}")


def check_hostile(card, rate, chromium, directory, faults):
    """A product named like an element, and names without a place to break them."""
    name = "<script>document.body.remove()</script> & 'Chè'"
    text = re.sub(r'name: "[^"]*"', lambda _: f'name: "{name}"', card.read_text(encoding="utf-8"))
    text = re.sub(r'(maker|assessor): "[^"]*"', lambda found: f'{found[1]}: "{"W" * 150}{found.start()}"', text)
    copy, page = directory / "hostile.yaml", directory / "hostile.html"
    copy.write_text(text, encoding="utf-8")
    rate("--format", "html", "--lang", "vi", "-o", page, copy)
    check_page("hostile", page.read_text(encoding="utf-8"), [], "vi", chromium, directory, faults)
    seen = chromium.measured(page.read_text(encoding="utf-8"), directory)[0]["text"]
    faults.check(name in seen, "hostile: the name is not seen as it is written")


def check_portfolio(root, ocop, chromium, directory, faults):
    """The summary of the example portfolio, with its plan; makers' names that are markup or cannot be broken."""
    folder = root / "examples/portfolio"
    text = (folder / "cards.ndjson").read_text(encoding="utf-8")
    hostile = directory / "cards.ndjson"
    hostile.write_text(re.sub(r'"maker": "[^"]*"', lambda found: f'"maker": "<b>{found.start()}</b>{"W" * 150}"', text), encoding="utf-8")
    seen = {"vi": ["12 hồ sơ · 8 được phân hạng", "Thực phẩm: từ 4 sao trở lên", "66,7%", "Yêu cầu tối thiểu chặn nhiều nhất"],
            "en": ["12 scorecards · 8 rated", "Food: 4 stars or more", "66.7%", "Minima that block most often"]}
    for cards in (folder / "cards.ndjson", hostile):
        for language in ("vi", "en"):
            name, page = f"portfolio {cards.parent.name} ({language})", directory / f"summary-{language}.html"
            ran = subprocess.run([ocop, "batch", "--rules", str(root / "rules"), "--quiet", "--lang", language, "-o", str(directory / "results"),
                                  "--plan", str(folder / "plan.yaml"), "--summary", str(page), str(cards)], capture_output=True)
            faults.check(ran.returncode == 1, f"{name}: exit {ran.returncode}")  # one card is bad
            found = page.read_text(encoding="utf-8")
            check_page(name, found, [], language, chromium, directory, faults)
            shown = " ".join(chromium.measured(found, directory)[1]["text"].split()).replace("\u00a0", " ")
            for each in seen[language] + (["<b>"] if cards == hostile else []):
                faults.check(each in shown, f"{name}: `{each}` is not seen")
        check_paper(name, page, chromium, directory, 1, faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--ocop", required=True)
    given = parser.parse_args()
    program, faults = browser(), Faults()
    cards = sorted((given.root / "examples/scorecards").glob("*.yaml"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        directory = pathlib.Path(made)
        chromium = Chromium(program, directory)

        def rate(*words):
            return subprocess.run([given.ocop, "rate", "--rules", str(given.root / "rules"), *map(str, words)], capture_output=True, check=True).stdout.decode()

        for card in cards:
            results = [json.loads(line) for line in rate("--format", "ndjson", card).splitlines()]
            for language in ("vi", "en"):
                name, file = f"{card.stem} ({language})", directory / f"{card.stem}-{language}.html"
                rate("--format", "html", "--lang", language, "-o", file, card)
                check_page(name, file.read_text(encoding="utf-8"), results, language, chromium, directory, faults)
            check_paper(name, file, chromium, directory, len(results), faults)
        check_portfolio(given.root, given.ocop, chromium, directory, faults)
        check_hostile(cards[-1], rate, chromium, directory, faults)
        everything = directory / "all.html"
        rate("--format", "html", "--lang", "vi", "-o", everything, *cards)
        check_paper("all", everything, chromium, directory, len(cards), faults)
    print("\n".join(faults.all) or f"{len(cards)} cards look right")
    return 1 if faults.all else 0


if __name__ == "__main__":
    sys.exit(main())
