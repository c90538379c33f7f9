#!/usr/bin/env python3
"""Is an event with confidence 0.8 right four times of five? Fits the weights of confidence and measures them on folds held out.

usage: calibration.py DEMARCHE --data FOLDER [--svg docs/calibration.svg] [--write data/lexicon/confidence.tsv]

Two kinds of truth, both of texts that are not in the repository (FOLDER is the data folder that training/README.md names):
- the PLOVER pairs (plover/pairs-train.tsv): an event between the two marked actors is right if its type is the marked one; other events of
  the sentence are unknown, and left out;
- judged_events.tsv beside this file: events of news articles (polnear/*/text) that were judged by hand: would a careful coder sign
  type, source and target? The ones drawn `first` were read while the lexicon was written, so that more of what is left of them is right:
  they are fitted with a sign of their own, `read`, and measured on not at all. An event that the program no longer gives, or gives
  otherwise, drops out.
The program is run with --explain, which names the signs of each event; a logistic model over them (ridge, Newton's method, no randomness; both
kinds of truth weigh the same) is fitted on four fifths of sentences and articles and measured on the fifth. --write fits it on everything and writes the weights.
Expected calibration error: ten bins of equal width, the distance of mean confidence and share of right ones weighted by their events. Of few
events even a perfect model shows some; what it would show by chance is printed beside.
"""
import argparse
import collections
import csv
import json
import math
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "training"))
from demarche_training.marks import unmark  # noqa: E402

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
FOLDS, BINS, RIDGE = 5, 10, 16.0
OFTEN = 6  # a word of the lexicon that was seen less often has no weight of its own


def coded(program, paths):
    """(documents by id, events) of the files."""
    done = subprocess.run([program, "code", "--explain", "--format", "jsonl", "--threads", "1", *paths], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    documents = {r["id"]: r for r in records if r["record"] == "document"}
    return documents, [r for r in records if r["record"] == "event"]


def touches(actor, span):
    return span is None or bool(actor) and actor["span"][0] < span[1] and span[0] < actor["span"][1]


def of_pairs(program, data):
    """(signs, right, fold, "pairs") of each event between marked actors."""
    path = os.path.join(data, "plover", "pairs-train.tsv")
    if not os.path.exists(path):
        sys.exit(f"{path} is missing (training/README.md says what it is)")
    with open(path, encoding="utf-8", newline="") as file:
        rows = [(row["gold_root"], *unmark(row["marked_sentence"])) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    sentences = list(dict.fromkeys(row[1] for row in rows))
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{number:05}.txt") for number in range(len(sentences))]
        for name, text in zip(paths, sentences):
            with open(name, "w", encoding="utf-8") as file:
                file.write(text + "\n")
        documents, events = coded(program, paths)
    by_number = {}
    for event in events:
        by_number.setdefault(int(os.path.basename(documents[event["document"]]["uri"])[:5]), []).append(event)
    number_of = {text: number for number, text in enumerate(sentences)}
    for gold, text, source, target in rows:
        number = number_of[text]
        for event in by_number.get(number, []):
            if touches(event["source"], source) and (target is None or any(touches(t, target) for t in event["targets"])):
                if "kind.network" in event["explanation"]["signs"]:
                    continue  # it was trained on these sentences
                yield event["explanation"]["signs"], MERGED.get(event["type"], event["type"]) == gold, number % FOLDS, "pairs"


def span(actor):
    return "-" if actor is None else "{}-{}".format(*actor["span"])


def of_news(program, data):
    """The same of each judged event."""
    with open(os.path.join(HERE, "judged_events.tsv"), encoding="utf-8", newline="") as file:
        judged = {tuple(row[:5]): (row[5] == "right", row[6]) for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#")}
    names = sorted({key[0] for key in judged})
    paths = []
    for name in names:
        places = [os.path.join(data, "polnear", part, "text", name + ".txt") for part in ("dev", "train")]
        paths += [path for path in places if os.path.exists(path)][:1]
        if not any(os.path.exists(path) for path in places):
            sys.exit(f"{places[0]} is missing (training/README.md says what it is)")
    documents, events = coded(program, paths)
    for event in events:
        name = os.path.basename(documents[event["document"]]["uri"])[:-4]
        targets = ";".join(span(t) for t in event["targets"]) or "-"
        key = (name, "{}-{}".format(*event["trigger"]["span"]), event["type"], span(event["source"]), targets)
        if key in judged:
            right, draw = judged[key]
            signs = event["explanation"]["signs"]
            yield (signs, right, names.index(name) % FOLDS, "news") if draw == "later" else ([*signs, "read"], right, names.index(name) % FOLDS, "read")


def solved(matrix, vector):
    """Gaussian elimination with pivots."""
    size = len(vector)
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    for i in range(size):
        best = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    answer = [0.0] * size
    for i in reversed(range(size)):
        answer[i] = (rows[i][size] - sum(rows[i][k] * answer[k] for k in range(i + 1, size))) / rows[i][i]
    return answer


def confidence(weights, signs):
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in signs)))


def fitted(examples, names):
    """Ridge logistic regression; how often events are right at all (`always`, `picked`) is hardly held back."""
    place = {name: i for i, name in enumerate(names)}
    ridge = [1e-3 if name in ("always", "picked", "read") else RIDGE for name in names]
    news = sum(kind != "pairs" for _, _, _, kind in examples)
    of_news = (len(examples) - news) / max(news, 1)
    share = {"pairs": 1.0, "news": of_news, "read": of_news}
    weights = [0.0] * len(names)
    for _ in range(12):
        gradient = [-r * w for r, w in zip(ridge, weights)]
        curvature = [[r if i == k else 0.0 for k in range(len(names))] for i, r in enumerate(ridge)]
        for signs, right, _, kind in examples:
            weight = share[kind]
            here = [place[s] for s in signs if s in place]
            p = 1 / (1 + math.exp(-sum(weights[i] for i in here)))
            for i in here:
                gradient[i] += weight * (right - p)
                for k in here:
                    curvature[i][k] += weight * p * (1 - p)
        weights = [w + step for w, step in zip(weights, solved(curvature, gradient))]
    return dict(zip(names, weights))


def bins_of(told):
    """[(events, mean confidence, share right)] of the bins that hold any."""
    bins = [[] for _ in range(BINS)]
    for p, right in told:
        bins[min(int(p * BINS), BINS - 1)].append((p, right))
    return [(len(b), sum(p for p, _ in b) / len(b), sum(r for _, r in b) / len(b)) for b in bins if b]


def calibration_error(told):
    return sum(n * abs(p - r) for n, p, r in bins_of(told)) / len(told)


def by_chance(told):
    """The error that a perfect model would show on average, were each event right with just the probability that was told."""
    dice, rounds = random.Random(0), 200
    return sum(calibration_error([(p, dice.random() < p) for p, _ in told]) for _ in range(rounds)) / rounds


def plot(path, kinds):
    """A reliability diagram: what was said across, what came true upward; the size of a dot is the number of its events."""
    size, margin = 360, 50
    at = lambda v: margin + v * size
    up = lambda v: margin + (1 - v) * size
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{size + 2 * margin}" height="{size + 2 * margin}" font-family="sans-serif" font-size="12">',
           f'<rect x="{margin}" y="{margin}" width="{size}" height="{size}" fill="white" stroke="#888"/>',
           f'<line x1="{at(0)}" y1="{up(0)}" x2="{at(1)}" y2="{up(1)}" stroke="#bbb" stroke-dasharray="4"/>']
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        out.append(f'<text x="{at(tick):.0f}" y="{up(0) + 18:.0f}" text-anchor="middle">{tick}</text>')
        out.append(f'<text x="{at(0) - 8:.0f}" y="{up(tick) + 4:.0f}" text-anchor="end">{tick}</text>')
    for (name, told), colour in zip(kinds, ("#1f77b4", "#d62728")):
        points = bins_of(told)
        out.append(f'<polyline fill="none" stroke="{colour}" points="' + " ".join(f"{at(p):.1f},{up(r):.1f}" for _, p, r in points) + '"/>')
        for n, p, r in points:
            out.append(f'<circle cx="{at(p):.1f}" cy="{up(r):.1f}" r="{2 + math.sqrt(n) / 2:.1f}" fill="{colour}" fill-opacity="0.6"/>')
    for i, ((name, told), colour) in enumerate(zip(kinds, ("#1f77b4", "#d62728"))):
        out.append(f'<text x="{at(0.03):.0f}" y="{margin + 18 + 16 * i}" fill="{colour}">{name}: {len(told)} events, error {calibration_error(told):.3f}</text>')
    out.append(f'<text x="{at(0.5):.0f}" y="{up(0) + 38:.0f}" text-anchor="middle">confidence</text>')
    out.append(f'<text x="16" y="{up(0.5):.0f}" text-anchor="middle" transform="rotate(-90 16 {up(0.5):.0f})">share of right events</text></svg>')
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("--data", required=True)
    parser.add_argument("--svg", help="write the reliability plot there")
    parser.add_argument("--write", help="fit on everything and write the weights there")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.demarche)
    examples = [*of_pairs(program, arguments.data), *of_news(program, arguments.data)]
    seen = collections.Counter(sign for signs, *_ in examples for sign in signs)
    names = sorted(sign for sign, count in seen.items() if count >= OFTEN or not sign.startswith("word."))
    told = []
    for fold in range(FOLDS):
        weights = fitted([e for e in examples if e[2] != fold], names)
        told += [(confidence(weights, signs), right, kind) for signs, right, where, kind in examples if where == fold and kind != "read"]
    kinds = [(kind, [(p, r) for p, r, k in told if k == kind]) for kind in ("pairs", "news")]
    for kind, part in [*kinds, ("all", [(p, r) for p, r, _ in told])]:
        print(f"{kind}: {len(part)} events, {sum(r for _, r in part) / len(part):.3f} right, mean confidence {sum(p for p, _ in part) / len(part):.3f}, "
              f"expected calibration error {calibration_error(part):.3f} (a perfect model, by chance: {by_chance(part):.3f})")
        for least in (0.5, 0.6, 0.7, 0.8, 0.9):
            kept = [r for p, r in part if p >= least]
            if kept:
                print(f"  from {least}: {len(kept)} events, {sum(kept) / len(kept):.3f} right")
    if arguments.svg:
        plot(arguments.svg, kinds)
    if arguments.write:
        weights = fitted(examples, names)
        with open(arguments.write, encoding="utf-8") as file:
            lines = file.read().split("\n")
        head = [line for line in lines if line.startswith("#")]
        known = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
        known = [name for name in known if name in names or not name.startswith("word.")]
        with open(arguments.write, "w", encoding="utf-8") as file:
            for line in head + [f"{name}\t{weights.get(name, 0):.2f}" for name in known + [n for n in names if n not in known and n != "read"]]:
                file.write(line + "\n")


if __name__ == "__main__":
    main()
