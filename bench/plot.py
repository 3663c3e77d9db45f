#!/usr/bin/env python3
"""Turns what Google Benchmark wrote as JSON into bench/growth.svg, bench/ratios.svg and the table of bench/README.md.

    ocop_bench --benchmark_format=json > run.json && python3 bench/plot.py run.json
"""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
BEGIN, END = "<!-- table: written by plot.py -->", "<!-- end of table -->"

# What the engine does, beside the same by hand; and the least share of the yardstick's speed it shall reach, if one is set.
PAIRS = [
    ("one card: outcome, stars, total", "RateOneCard", "HandWrittenOneCard", None),
    ("one card, and every other way to read the decree", "EvaluatorOneCard", "HandWrittenOneCard", None),
    ("one card, and its findings", "RateOneCardWithSummary", "HandWrittenOneCard", None),
    ("columns in cache", "RateColumns/sheets:1/bytes:524288", "HandWrittenColumns/sheets:1/bytes:524288", 0.5),
    ("columns from memory", "RateColumns/sheets:1/bytes:2147483648", "HandWrittenColumns/sheets:1/bytes:2147483648", 0.5),
    ("columns from memory, councils of 7", "RateColumns/sheets:7/bytes:2147483648", "HandWrittenColumns/sheets:7/bytes:2147483648", 0.5),
    ("NDJSON, nothing lacking; whole lines by hand", "BatchNdjson/sheets:1/evidence:2/threads:1", "HandWrittenWholeNdjson/sheets:1/evidence:2", 0.7),
    ("NDJSON, nothing lacking, councils of 7; whole lines by hand", "BatchNdjson/sheets:7/evidence:2/threads:1", "HandWrittenWholeNdjson/sheets:7/evidence:2", 0.7),
    ("NDJSON, nothing lacking; lean lines by hand", "BatchNdjson/sheets:1/evidence:2/threads:1", "HandWrittenNdjson/sheets:1/evidence:2", 0.7),
    ("NDJSON, nothing lacking, councils of 7; lean lines by hand", "BatchNdjson/sheets:7/evidence:2/threads:1", "HandWrittenNdjson/sheets:7/evidence:2", 0.7),
    ("NDJSON, no evidence; lean lines by hand", "BatchNdjson/sheets:1/evidence:0/threads:1", "HandWrittenNdjson/sheets:1/evidence:0", 0.7),
    ("NDJSON, half of the evidence; lean lines by hand", "BatchNdjson/sheets:1/evidence:1/threads:1", "HandWrittenNdjson/sheets:1/evidence:1", 0.7),
    ("NDJSON, no evidence, councils of 7; lean lines by hand", "BatchNdjson/sheets:7/evidence:0/threads:1", "HandWrittenNdjson/sheets:7/evidence:0", 0.7),
    ("by hand, of reading alone", "HandWrittenColumns/sheets:1/bytes:2147483648", "ReadColumns/sheets:1/bytes:2147483648", None),
    ("by hand, of reading alone, 7 sheets", "HandWrittenColumns/sheets:7/bytes:2147483648", "ReadColumns/sheets:7/bytes:2147483648", None),
]
UNITS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}


def read(path):
    """The lines by name, in the order of the run: the median where a line was repeated."""
    run = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    lines = {}
    for each in run["benchmarks"]:
        if each.get("aggregate_name", "median") != "median" or "error_occurred" in each:
            continue
        name = each.get("run_name", each["name"]).removesuffix("/process_time").removesuffix("/real_time")
        if name not in lines or each.get("run_type") == "aggregate":
            lines[name] = each
    return run["context"], lines


def seconds(line):
    return line["real_time"] * UNITS[line["time_unit"]]


def with_prefix(value, names, step=1000.0):
    for name in names[:-1]:
        if value < step:
            return f"{value:.3g} {name}".strip()
        value /= step
    return f"{value:,.3g} {names[-1]}"


def duration(value):
    for name, unit in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= unit:
            return f"{value / unit:.3g} {name}"
    return f"{value / 1e-9:.3g} ns"


def row(name, line):
    rate = with_prefix(line["items_per_second"], ["", "k", "M", "G"]) if "items_per_second" in line else ""
    size = with_prefix(line["bytes_per_second"], ["B/s", "kB/s", "MB/s", "GB/s"]) if "bytes_per_second" in line else ""
    written = with_prefix(line["bytes_out"], ["B", "kB"]) if "bytes_out" in line else ""
    allocations = f"{line['allocations']:.0f}" if "allocations" in line else ""
    time = duration(1 / line["items_per_second"] if rate else seconds(line))
    return f"| `{name}` | {time} | {rate} | {size} | {written} | {allocations} |"


def ratios(lines):
    return [(label, lines[ours]["items_per_second"] / lines[theirs]["items_per_second"], aim)
            for label, ours, theirs, aim in PAIRS if ours in lines and theirs in lines]


def table(context, lines):
    text = [f"{context['num_cpus']} × {context['mhz_per_cpu']} MHz, {context['date'][:10]}; medians. The two lines without cards are for one load.", "",
            "| line | time a card | cards a second | read | written a card | allocations a card |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    text += [row(name, line) for name, line in lines.items() if not name.startswith("GrowthOf")]
    text += ["", "| share of the yardstick's speed | | aim |", "| --- | ---: | ---: |"]
    text += [f"| {label} | {ratio:.2g} | {'' if aim is None else aim} |" for label, ratio, aim in ratios(lines)]
    return "\n".join(text)


def write_table(context, lines):
    readme = HERE / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    readme.write_text(f"{before}{BEGIN}\n{table(context, lines)}\n{END}{after}", encoding="utf-8")


def style():
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams.update({
        "svg.fonttype": "none", "svg.hashsalt": "ocop", "font.family": "sans-serif", "font.size": 9, "figure.facecolor": "white",
        "axes.facecolor": "white", "axes.spines.top": False, "axes.spines.right": False, "axes.grid": True, "grid.color": "#e5e5e5", "axes.axisbelow": True})
    import matplotlib.pyplot
    return matplotlib.pyplot


def save(figure, name):
    figure.savefig(HERE / name, bbox_inches="tight", metadata={"Date": None})


def growth(lines):
    """{what grows: {how it is rated: [(how many, seconds a card or in all)]}}"""
    panels = {}
    for name, line in lines.items():
        if name.startswith("GrowthOf"):
            panel, series, many = name.removeprefix("GrowthOf").split("/")[:3]
            each = 1 / line["items_per_second"]
            panels.setdefault(panel.lower(), {}).setdefault(series, []).append((int(many), each * int(many) if panel == "Cards" else each))
    return panels


def plot_growth(lines):
    panels = growth(lines)
    if not panels:
        return
    plot = style()
    figure, axes = plot.subplots(1, len(panels), figsize=(3.0 * len(panels), 2.6), squeeze=False)
    for axis, (panel, every) in zip(axes[0], panels.items()):
        for series, points in every.items():
            many, times = zip(*sorted(points))
            axis.plot(many, [1e6 * each for each in times] if panel != "cards" else times, marker="o", markersize=3, label=series)
        axis.set_yscale("log")  # columns take a thousandth of what one card takes
        if panel in ("cards", "criteria"):
            axis.set_xscale("log")
        axis.set_xlabel(panel)
        axis.set_ylabel("seconds in all" if panel == "cards" else "µs a card")
        if len(every) > 1:
            axis.legend(fontsize=7, frameon=False)
    figure.tight_layout()
    save(figure, "growth.svg")


def plot_ratios(lines):
    bars = ratios(lines)[::-1]
    if not bars:
        return
    plot = style()
    figure, axis = plot.subplots(figsize=(6.5, 0.32 * len(bars) + 0.8))
    axis.barh([label for label, _, _ in bars], [ratio for _, ratio, _ in bars], color="#4878a8", height=0.6)
    for at, (_, ratio, aim) in enumerate(bars):
        axis.text(ratio * 1.08, at, f"{ratio:.2g}", va="center", fontsize=8)
        if aim is not None:
            axis.plot([aim, aim], [at - 0.38, at + 0.38], color="#c03030", linewidth=1.5)
    axis.set_xscale("log")
    axis.set_xlim(right=2)
    axis.axvline(1, color="#888888", linewidth=0.8)
    axis.set_xlabel("cards a second, as a share of the yardstick's; red: the aim")
    axis.grid(axis="y", visible=False)
    save(figure, "ratios.svg")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    context, lines = read(sys.argv[1])
    write_table(context, lines)
    try:
        plot_growth(lines)
        plot_ratios(lines)
    except ImportError:
        print("matplotlib is not installed: the table is new, the pictures are not", file=sys.stderr)


if __name__ == "__main__":
    main()
