#!/usr/bin/env python3
"""Codes PolNeAR's articles and compares events with what readers judged of pairs of actors in their sentences.

usage: judged_pairs.py DEMARCHE [--part dev|train] [--data FOLDER] [--verbose] [--type TYPE]
The pairs (training/pairs/polnear-PART.tsv) are those of which an earlier lexicon had found no deed: what is found of them now was missed then,
and an event from the source to the target of a pair that is no deed is a mistake. The training part is for choosing what to add to the lexicon,
the development part for measuring. DATA (default: $DEMARCHE_DATA) has the articles (training/README.md).
--verbose prints each pair that is judged otherwise than coded (--type: of that type alone), with the sentence.
"""
import argparse
import collections
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def judged(path):
    """{article: [(sentence, source, target, type)]}, spans in characters."""
    pairs = collections.defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                article, *at, kind = line.rstrip("\n").split("\t")
                at = list(map(int, at))
                pairs[article].append((tuple(at[:2]), tuple(at[2:4]), tuple(at[4:]), kind))
    return pairs


def events_of(program, paths):
    """{path: (text, [event])} as the program codes them."""
    done = subprocess.run([program, "code", "--format", "jsonl", *paths], capture_output=True, text=True)
    if not done.stdout:
        sys.exit(done.stderr)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    name = {r["id"]: os.path.basename(r["uri"]) for r in records if r["record"] == "document"}
    out = {os.path.basename(r["uri"]): (r["text"], []) for r in records if r["record"] == "document"}
    for r in records:
        if r["record"] == "event":
            out[name[r["document"]]][1].append(r)
    return {path: out[os.path.basename(path)] for path in paths if os.path.basename(path) in out}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--data", default=os.environ.get("DEMARCHE_DATA"))
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--type", default=None)
    arguments = parser.parse_args()
    if not arguments.data or not os.path.isdir(os.path.join(arguments.data, "polnear")):
        sys.exit("judged_pairs.py: --data FOLDER (or $DEMARCHE_DATA): the folder with polnear/ in it, which training/README.md describes")
    pairs = judged(os.path.join(HERE, "..", "training", "pairs", f"polnear-{arguments.part}.tsv"))
    paths = {article: os.path.join(arguments.data, "polnear", article) for article in pairs}
    coded = events_of(arguments.demarche, list(paths.values()))
    deeds, found, mistyped, false = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter()
    for article, rows in sorted(pairs.items()):
        text, events = coded[paths[article]]
        for sentence, source, target, kind in rows:
            # The source as it stands in the sentence, or shown by a clearer mention of the same actor there.
            between = [e for e in events if overlap(e["sentence"], sentence) and e["source"] and overlap(e["source"]["span"], source)
                       and any(t and overlap(t["span"], target) for t in e["targets"])]
            types = {e["type"] for e in between}
            deeds[kind] += 1
            wrong = None
            if kind in types:
                found[kind] += 1
            elif types and kind == "NONE":
                false.update(types)
                wrong = "no deed"
            elif types:
                mistyped[kind] += 1
                wrong = "another type"
            elif kind != "NONE":
                wrong = "missed"
            if arguments.verbose and wrong and (not arguments.type or arguments.type in types | {kind}):
                marked = text
                for at, mark in sorted(zip((*source, *target), ("[S:", "]", "[T:", "]")), reverse=True):
                    marked = marked[:at] + mark + marked[at:]
                last = sentence[1] + len(marked) - len(text)
                why = ",".join(f"{e['type']} by {e.get('rule', '')}" for e in between)
                print(f"{wrong}\t{kind}\t{why}\t{' '.join(marked[sentence[0]:last].split())}")
    for kind in sorted(set(deeds) - {"NONE"}):
        print(f"  {kind:10} found {found[kind]:4} of {deeds[kind]:4}; of another type {mistyped[kind]}; where there is no deed {false[kind]}")
    real = sum(deeds.values()) - deeds["NONE"]
    right, other, wrong = sum(found.values()), sum(mistyped.values()), sum(false.values())
    print(f"judged pairs ({arguments.part}): found {right} of {real} deeds ({right / real:.3f}); of another type {other}; "
          f"no deed {wrong} (precision {right / max(right + other + wrong, 1):.3f})")


if __name__ == "__main__":
    main()
