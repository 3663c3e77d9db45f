#!/usr/bin/python3
"""What the shells offer while a call of ocop is typed: completions_test.py SHELL --root SOURCES --build BUILD (77: no such shell)"""
import argparse
import os
import shutil
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("shell", choices=["bash", "zsh", "fish"])
parser.add_argument("--root", required=True)
parser.add_argument("--build", required=True)
call = parser.parse_args()
if not shutil.which(call.shell):
    sys.exit(77)

completions = f"{call.root}/src/install/completions"
environment = dict(os.environ, PATH=call.build + ":" + os.environ["PATH"], LC_ALL="C.UTF-8")
environment.pop("OCOP_RULES", None)


def told(*words):
    done = subprocess.run(words, cwd=call.root, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout


def bash(line):
    return told("bash", "-c", 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ocop; printf "%s\\n" "${COMPREPLY[@]}"',
                "bash", completions + "/ocop.bash", *line.split(" ")).split()


def fish(line):
    return [each.split("\t")[0] for each in told("fish", "--no-config", "-c", f"source {completions}/ocop.fish; complete -C '{line}'").splitlines()]


if call.shell == "zsh":  # what it offers takes a terminal to see
    told("zsh", "-n", completions + "/_ocop")
    sys.exit()

offered = {"bash": bash, "fish": fish}[call.shell]
for line, wanted in {
    "ocop re": ["redact"],
    "ocop rate --for": ["--format"],
    "ocop rate --format ": ["html", "json", "markdown", "ndjson", "text"],
    "ocop batch --format ": ["csv", "ndjson"],
    "ocop improve --lang ": ["en", "vi"],
    "ocop show 26-2026/food/te": ["26-2026/food/tea"],
    "ocop check 26-2026/food/te": ["26-2026/food/tea"],
    "ocop form --rules examples/own-scheme/rules ": ["clean-kitchen"],
    "ocop schema sc": ["scorecard"],
    "ocop batch READ": ["README.md"],
    "ocop rate -o READ": ["README.md"],
    "ocop batch --threads ": [],
    "ocop key ": [],
}.items():
    assert sorted(offered(line)) == wanted, (line, offered(line))
