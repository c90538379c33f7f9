#!/usr/bin/env python3
"""Fits data/speech/trust.tsv: how far each finding of speech is to be believed (src/speech/trust.h).

usage: fit_trust.py FEATURES --data FOLDER [--least 0.35] [--out data/speech/trust.tsv]
FEATURES is what `trust_features FOLDER/polnear/dev/text/*.txt` printed (bench/; configure with -DDEMARCHE_BENCH=ON). Logistic
regression on the first, third, fifth … article by name; a finding is right where its content shares half of its words (Jaccard) with
a marked one's and their sources meet, each counted once. Prints the calibration on both halves: the other half has taught nothing.
"""

import argparse
import collections
import glob
import os
import re

import numpy as np

from demarche_training.polnear import attributions_of

WORD = re.compile(r"\w+|[^\w\s]")
STRENGTH = 3.0  # of the penalty on squared weights of standardised features


def feature_names():
    """The features in their order, from the program's own list."""
    header = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "speech", "trust.h")
    with open(header, encoding="utf-8") as file:
        listed = re.search(r"trust_features = \{(.*?)\}", file.read(), re.S).group(1)
    return re.findall(r'"([a-z-]+)"', listed)


def spans(field):
    return [] if field == "-" else [tuple(map(int, part.split(":"))) for part in field.split(",")]


def words_in(words, parts):
    return {i for i, (begin, end) in enumerate(words) if any(b < end and begin < e for b, e in parts)}


def right_ones(gold, found):
    """Which of the findings match a marked attribution; both are lists of (source words, content words)."""
    pairs = sorted(
        ((len(g[1] & f[1]) / len(g[1] | f[1]), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g[1] & f[1]),
        reverse=True,
    )
    taken, right = set(), set()
    for overlap, i, j in pairs:
        meet = gold[i][0] & found[j][0] or not (gold[i][0] or found[j][0])
        if overlap >= 0.5 and meet and i not in taken and j not in right:
            taken.add(i)
            right.add(j)
    return right


def examples(path, folder):
    """(features, right or not, half) of all findings; half is 0 for odd articles."""
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            found[os.path.basename(fields[0])].append((spans(fields[1]), spans(fields[3]), [float(x) for x in fields[4:]]))
    rows, right, half = [], [], []
    texts = sorted(glob.glob(os.path.join(folder, "polnear", "dev", "text", "*.txt")))
    for number, text_path in enumerate(texts):
        name = os.path.basename(text_path)
        marked = sorted(glob.glob(os.path.join(folder, "polnear", "dev", "attributions", glob.escape(name[:-4]) + "*.ann")))
        if not marked:
            continue
        with open(text_path, encoding="utf-8", newline="") as file:
            words = [m.span() for m in WORD.finditer(file.read())]
        gold = [(words_in(words, a["source"]), words_in(words, a["content"])) for a in attributions_of(marked[0]) if a["content"]]
        ours = [(words_in(words, source), words_in(words, content)) for source, content, _ in found[name]]
        good = right_ones(gold, ours)
        for j, finding in enumerate(found[name]):
            rows.append(finding[2])
            right.append(j in good)
            half.append(number % 2)
    return np.array(rows), np.array(right, float), np.array(half)


def fit(rows, right):
    """Weights of the features as they are, the first of them the constant one."""
    mean, spread = rows.mean(0), rows.std(0)
    mean[0], spread[0] = 0, 1
    spread[spread == 0] = 1
    scaled = (rows - mean) / spread
    penalty = np.full(rows.shape[1], STRENGTH)
    penalty[0] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(60):  # Newton's method
        p = 1 / (1 + np.exp(-scaled @ weights))
        curvature = scaled.T @ (scaled * (p * (1 - p))[:, None]) + np.diag(penalty)
        weights -= np.linalg.solve(curvature, scaled.T @ (p - right) + penalty * weights)
    weights = weights / spread
    weights[0] -= (weights[1:] * mean[1:]).sum()
    return weights


def calibration_error(p, right):
    """Expected calibration error over ten bins."""
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs(right[bins == b].mean() - p[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("features")
    parser.add_argument("--data", default=os.environ.get("DEMARCHE_DATA"))
    parser.add_argument("--least", type=float, default=0.35)
    parser.add_argument("--out")
    options = parser.parse_args()
    if not options.data or not os.path.isdir(os.path.join(options.data, "polnear", "dev")):
        parser.error("no polnear/dev in the data folder: --data FOLDER or DEMARCHE_DATA")
    names = feature_names()
    rows, right, half = examples(options.features, options.data)
    if rows.shape[1] != len(names):
        parser.error(f"{options.features} has {rows.shape[1]} features, src/speech/trust.h {len(names)}")
    weights = fit(rows[half == 0], right[half == 0])
    for number, title in enumerate(("fitted", "held out")):
        p = 1 / (1 + np.exp(-rows[half == number] @ weights))
        print(f"{title} half: {len(p)} findings, calibration error {calibration_error(p, right[half == number]):.3f}")
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            file.write("# How far each finding of speech is to be believed: a feature (src/speech/trust.cpp) and its weight a line, by\n")
            file.write("# training/fit_trust.py. `least` is the probability below which a finding is dropped.\n")
            file.write(f"least\t{options.least}\n")
            for name, weight in zip(names, weights):
                file.write(f"{name}\t{weight:.4f}\n")


if __name__ == "__main__":
    main()
