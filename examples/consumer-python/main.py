"""Rates a scorecard from Python and says why: python3 main.py RULES_DIRECTORY CARD.json"""
import json
import sys

import ocop

with open(sys.argv[2], encoding="utf-8") as file:
    card = json.load(file)
with ocop.Library(sys.argv[1]) as library:
    result = library.rate(card)
    print(result["scorecard"], result["outcome"], result["stars"], result["total"])
    print(library.explain(card))
