#!/usr/bin/env python3
"""Learns the weights by which the actor that a third-person pronoun means is chosen (data/actors/pronouns.tsv).

usage: train_pronouns.py PRONOUN_CANDIDATES DATA GUM-TRAIN.conllu [--rounds 3] [--l2 0.002]
PRONOUN_CANDIDATES is the program of bench/pronoun_candidates.cpp, DATA the folder with the knowledge; the treebank (UD_English-GUM) is no part
of the project. A log-linear model over the candidates of a pronoun and `left open`: what is raised is the probability of the candidates that
are the same actor, or of leaving open where there is none. Earlier decisions change later candidates, so that the program is asked again in
each round. Nothing is drawn by chance: the same input gives the same weights.
"""
import argparse
import collections
import os
import subprocess
import sys

import numpy
from scipy.optimize import minimize

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "bench"))
from coreference import TYPES, documents, mentions  # noqa: E402

FORMS = ["he", "it", "they"]
HEAD = """# By which cues the actor that a third-person pronoun means is chosen: cue, weights for he and she, it, they. Candidates are the actors of the sentences
# before, and `open`: that it is none of them. The one whose weights have the largest sum is taken. src/actors/ranker.h says when a cue
# holds. Learned by training/train_pronouns.py from the training part of GUM (CC BY 4.0 and the licences of its texts).
"""


def gold_entities(path):
    """(document, sentence, word) of every head → its entity."""
    gold = {}
    with open(path, encoding="utf-8") as lines:
        for name, trees in documents(lines):
            for m in sorted(mentions(trees, trees), key=lambda m: m.last - m.first):
                gold[name, m.sentence, m.head] = (m.entity, m.type in TYPES)
    return gold


def cases(program, data, path, gold):
    """Per form: lists of (cues of each candidate, whether it is right)."""
    answer = subprocess.run([program, data, path], check=True, stdout=subprocess.PIPE).stdout.decode()
    found = collections.defaultdict(list)
    for line in answer.splitlines():
        name, s, w, form, cs, cw, cues = line.split("\t")
        found[name, int(s), int(w), form].append(((int(cs), int(cw)) if cs != "-" else None, cues.split(",")))
    result = {form: [] for form in FORMS}
    for (name, s, w, form), candidates in found.items():
        entity = gold.get((name, s, w))
        right = [bool(place and entity and entity[1] and (gold.get((name, *place)) or [None])[0] == entity[0]) for place, _ in candidates]
        if not any(right):
            if entity is None and form != "it":
                continue  # the treebank says nothing of it
            right[-1] = True
        result[form].append(([cues for _, cues in candidates], right))
    return result


def learn(examples, names, l2):
    index = {name: i for i, name in enumerate(names)}
    rows, group, right = [], [], []
    for k, (candidates, truth) in enumerate(examples):
        for cues, good in zip(candidates, truth):
            row = numpy.zeros(len(names))
            row[[index[cue] for cue in cues]] = 1
            rows.append(row), group.append(k), right.append(good)
    x, group, right = numpy.array(rows), numpy.array(group), numpy.array(right)
    n = len(examples)

    def loss(w):
        s = x @ w
        top = numpy.full(n, -numpy.inf)
        numpy.maximum.at(top, group, s)
        e = numpy.exp(s - top[group])
        total, good = numpy.bincount(group, e, n), numpy.bincount(group, e * right, n) + 1e-12
        p, q = e / total[group], e * right / good[group]
        return -numpy.log(good / total).mean() + l2 * (w @ w), x.T @ (p - q) / n + 2 * l2 * w

    w = minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    s = x @ w
    hits = sum(right[group == k][numpy.argmax(s[group == k])] for k in range(n))
    return w, hits / n


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("treebank")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--l2", type=float, default=0.002)
    options = parser.parse_args()
    if not os.path.exists(options.treebank):
        sys.exit(f"{options.treebank} is not there; see https://github.com/UniversalDependencies/UD_English-GUM")
    gold = gold_entities(options.treebank)
    table = os.path.join(options.data, "actors", "pronouns.tsv")
    for number in range(options.rounds):
        found = cases(options.program, options.data, options.treebank, gold)
        names = sorted({cue for examples in found.values() for candidates, _ in examples for cues in candidates for cue in cues})
        weights = {}
        for form in FORMS:
            weights[form], share = learn(found[form], names, options.l2)
            print(f"round {number + 1}, {form}: {len(found[form])} pronouns, right {share:.3f}", flush=True)
        with open(table, "w", encoding="utf-8") as out:
            out.write(HEAD)
            for i, name in enumerate(names):
                out.write(name + "".join(f"\t{weights[form][i] + 0.0:.2f}" for form in FORMS) + "\n")


if __name__ == "__main__":
    main()
