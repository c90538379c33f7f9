#!/usr/bin/env python3
"""Cross-validates the program itself: each pair, and each sentence, is coded with weights that were not trained on it.

usage: cross_validate.py DEMARCHE [--data FOLDER] [--folds build/training] [--precision int8|fp16] [--events SCORER] [--tune]
Needs the folds' networks of train_pairs.py (FOLDS/pairs-fold-k.pt). For each fold it lays a home folder with that fold's pair network beside the
project's other weights and knowledge, and runs `demarche --home … pairs --explain` on the fold's rows; the figures are of all folds together, for
the network alone and for what the program makes of it and of the lexicon. --tune tries weights of the lexicon's testimony (weight_of in
src/coder/pair_types.cpp) on the same rows. With --events, the scorer of events from bare sentences (a program that takes a table and calls
$DEMARCHE) is run on each fold's rows, and its figures are averaged.
"""

import argparse
import csv
import glob
import itertools
import math
import os
import re
import subprocess
import sys
import tempfile

import torch

from demarche_training.batches import data_folder
from train_pairs import QUAD, macro_f1

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def network_says(answer):
    return {name: float(p) for name, p in (part.split("=") for part in answer["network"].split())}


def combined(answer, weights):
    """The type by the network's probabilities and the lexicon's nearest event of each type, as the program combines them."""
    added = {}
    for part in answer["lexicon"].split():
        kind, rest = part.split("=", 1)
        kind = MERGED.get(kind, kind)
        added[kind] = max(added.get(kind, 0.0), weights[rest.split(":")[0]])
    scores = {kind: math.log(max(p, 1e-6)) + added.get(kind, 0.0) for kind, p in network_says(answer).items()}
    return max(scores, key=scores.get) if scores else "none"


def figures(gold, predicted):
    right = sum(g == p for g, p in zip(gold, predicted)) / len(gold)
    quads = macro_f1([QUAD[g] for g in gold], [QUAD.get(p, "none") for p in predicted])
    return f"roots macro F1 {macro_f1(gold, predicted):.3f}, accuracy {right:.3f}; quads macro F1 {quads:.3f}"


def tune(gold, answers):
    """The best weights for all rows, and what rows get by weights that were chosen on the other folds."""
    grid = [{"both": b, "one": o} for b, o in itertools.product((0, 0.5, 1, 1.5, 2, 2.5, 3), (0, 0.5, 1, 1.5, 2))]
    predicted = [[combined(a, w) for _, a in answers] for w in grid]

    def worth(k, rows):
        g, p = [gold[i] for i in rows], [predicted[k][i] for i in rows]
        return macro_f1(g, p) + macro_f1([QUAD[x] for x in g], [QUAD.get(x, "none") for x in p]) + sum(map(str.__eq__, g, p)) / len(g)

    every = range(len(gold))
    best = max(range(len(grid)), key=lambda k: worth(k, every))
    print(f"best weights {grid[best]}: {figures(gold, predicted[best])}")
    honest = list(gold)
    for fold in sorted({f for f, _ in answers}):
        chosen = max(range(len(grid)), key=lambda k: worth(k, [i for i in every if answers[i][0] != fold]))
        for i in every:
            if answers[i][0] == fold:
                honest[i] = predicted[chosen][i]
    print(f"weights chosen on the other folds: {figures(gold, honest)}")


def lay_home(home, checkpoint, precision):
    """A folder as --home takes it: the project's knowledge and weights, and the fold's pair network."""
    os.makedirs(os.path.join(home, "model"))
    os.symlink(os.path.join(ROOT, "data"), os.path.join(home, "data"))
    for path in glob.glob(os.path.join(ROOT, "model", "*")):
        if not os.path.basename(path).startswith("pairs."):
            os.symlink(path, os.path.join(home, "model", os.path.basename(path)))
    subprocess.run([sys.executable, os.path.join(HERE, "export_pairs.py"), "--checkpoint", checkpoint,
                    "--precision", precision, "--out", os.path.join(home, "model")], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("--data", default=None)
    parser.add_argument("--folds", default="build/training")
    parser.add_argument("--precision", choices=("int8", "fp16"), default="int8")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--events", default=None, help="scorer of events from bare sentences")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.demarche)
    with open(os.path.join(data_folder(arguments.data), "plover", "pairs-train.tsv"), encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        columns, rows = reader.fieldnames, list(reader)
    gold, predicted, answered, found, total = [], [], [], 0.0, 0
    for checkpoint in sorted(glob.glob(os.path.join(arguments.folds, "pairs-fold-*.pt"))):
        mine = [rows[i] for i in torch.load(checkpoint, weights_only=True)["rows"]]
        with tempfile.TemporaryDirectory() as home:
            lay_home(home, checkpoint, arguments.precision)
            table = os.path.join(home, "rows.tsv")
            with open(table, "w", encoding="utf-8") as file:
                file.write("\t".join(c or "row" for c in columns) + "\n")
                for row in mine:
                    file.write("\t".join(row[c] or "" for c in columns) + "\n")
            done = subprocess.run([program, "--home", home, "pairs", "--explain", table], capture_output=True, text=True)
            if done.returncode not in (0, 1):
                sys.exit(done.stderr)
            sys.stderr.write(done.stderr)
            answers = list(csv.DictReader(done.stdout.split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))
            answered += [(checkpoint, a) for a in answers]
            predicted += [MERGED.get(a["type"], a["type"]) for a in answers]
            gold += [row["gold_root"] for row in mine]
            if arguments.events:
                environment = {**os.environ, "DEMARCHE": f"{program} --home {home}"}
                done = subprocess.run([arguments.events, table], capture_output=True, text=True, env=environment)
                if done.returncode:
                    sys.exit(done.stderr)
                print(f"{os.path.basename(checkpoint)}:\n{done.stdout}", end="", flush=True)
                match = re.search(r"found ([\d.]+) of (\d+)", done.stdout)
                found += float(match[1]) * int(match[2])
                total += int(match[2])
    if not gold:
        sys.exit(f"{arguments.folds}: no pairs-fold-*.pt (run train_pairs.py --folds 5)")
    for label in sorted(set(gold)):
        part = [(g == label, p == label) for g, p in zip(gold, predicted)]
        right = sum(g and p for g, p in part)
        print(f"  {label:10} F1 {2 * right / max(sum(g for g, _ in part) + sum(p for _, p in part), 1):.3f}  of {gold.count(label)}")
    if arguments.events:
        print(f"events by folds: found {found / total:.3f} of {total}")
    says = [network_says(a) for _, a in answered]
    print(f"the network alone: {figures(gold, [max(p, key=p.get) if p else 'none' for p in says])}")
    if arguments.tune:
        tune(gold, answered)
    print(f"pairs by folds: {figures(gold, predicted)}; {len(gold)} pairs")


if __name__ == "__main__":
    main()
