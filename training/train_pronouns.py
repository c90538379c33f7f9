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
# Where learning starts from and is drawn back to: what is rare in the treebank but not in news (words that are told by whom a pronoun means).
PRIOR = {
    "speaker around": 0.8, "other quote": -0.8,
    "sentence 1": -0.9, "sentence 2": -1.9, "sentence 3": -2.7, "sentence 4-5": -3.5, "sentence 6+": -4.5, "subject": 1.0, "object": 0.4,
    "possessor": 0.2, "parallel subject": 0.5, "parallel object": 0.3, "named": 0.3, "by pronoun": 0.3, "by adjective": -0.8,
    "gender unknown": -0.2, "unknown class": -0.4, "open source": -1.5, "other paragraph": -0.5, "speaking organisation": 0.5, "speaking country": 0.5}
PRIOR_OF_FORM = {("he", "open"): -3.0, ("it", "open"): -1.0, ("they", "open"): -2.0, ("they", "country"): -0.8, ("he", "other paragraph"): -1.0}
# Not learned: the treebank has hardly any of these, or others than news.
FIXED = {"last speaker": 2.5, "named in own words": -2.5, "owned conjunct": 4.0, "same clause subject": 1.5, "open quoted": 0.0, "subject before": 1.5}
# Added to what was learned. In news `it` is a state or a body far more often than in the treebank's other texts, which fact sheets show
# (tests/facts); and an actor that is named wrongly once in five times is worth more than one that is left open.
ADDED = {("it", "subject before"): 1.0, ("it", "same clause subject"): 1.0, ("it", "country"): 1.9, ("it", "organisation"): 1.6, ("they", "open"): -0.7}
NEWS = 3.0  # what a pronoun in a news text counts for
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
    result = {form: [] for form in FORMS}  # with what each counts for
    for (name, s, w, form), candidates in found.items():
        entity = gold.get((name, s, w))
        right = [bool(place and entity and entity[1] and (gold.get((name, *place)) or [None])[0] == entity[0]) for place, _ in candidates]
        if not any(right):
            if entity is None and form != "it":
                continue  # the treebank says nothing of it
            right[-1] = True
        result[form].append(([cues for _, cues in candidates], right, NEWS if "_news_" in name else 1.0))
    return result


def learn(form, examples, names, l2):
    index = {name: i for i, name in enumerate(names)}
    prior = numpy.array([PRIOR.get(name, 0.0) + PRIOR_OF_FORM.get((form, name), 0.0) for name in names])
    rows, group, right, counts = [], [], [], []
    for k, (candidates, truth, weight) in enumerate(examples):
        counts.append(weight)
        for cues, good in zip(candidates, truth):
            row = numpy.zeros(len(names))
            row[[index[cue] for cue in cues]] = 1
            rows.append(row), group.append(k), right.append(good)
    x, group, right, counts = numpy.array(rows), numpy.array(group), numpy.array(right), numpy.array(counts) / sum(counts)
    n = len(examples)

    def loss(w):
        s = x @ w
        top = numpy.full(n, -numpy.inf)
        numpy.maximum.at(top, group, s)
        e = numpy.exp(s - top[group])
        total, good = numpy.bincount(group, e, n), numpy.bincount(group, e * right, n) + 1e-12
        p, q = e / total[group], e * right / good[group]
        away = w - prior
        return counts @ -numpy.log(good / total) + l2 * (away @ away), x.T @ ((p - q) * counts[group]) + 2 * l2 * away

    bounds = [(FIXED[name], FIXED[name]) if name in FIXED else (None, None) for name in names]
    start = numpy.array([FIXED.get(name, p) for name, p in zip(names, prior)])
    w = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x
    s = x @ w
    hits = sum(right[group == k][numpy.argmax(s[group == k])] for k in range(n))
    return w, hits / n


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("treebank")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--l2", type=float, default=0.0005)
    options = parser.parse_args()
    if not os.path.exists(options.treebank):
        sys.exit(f"{options.treebank} is not there; see https://github.com/UniversalDependencies/UD_English-GUM")
    gold = gold_entities(options.treebank)
    table = os.path.join(options.data, "actors", "pronouns.tsv")
    for number in range(options.rounds):
        found = cases(options.program, options.data, options.treebank, gold)
        names = sorted({cue for examples in found.values() for candidates, _, _ in examples for cues in candidates for cue in cues})
        weights = {}
        for form in FORMS:
            weights[form], share = learn(form, found[form], names, options.l2)
            print(f"round {number + 1}, {form}: {len(found[form])} pronouns, right {share:.3f}", flush=True)
        with open(table, "w", encoding="utf-8") as out:
            out.write(HEAD)
            for i, name in enumerate(names):
                out.write(name + "".join(f"\t{weights[form][i] + ADDED.get((form, name), 0.0):.2f}" for form in FORMS) + "\n")


if __name__ == "__main__":
    main()
