#!/usr/bin/env python3
"""Measures coreference of persons, organisations and places on a treebank with `Entity=` spans (GUM), through the program itself.

usage: coreference.py DEMARCHE FILE.conllu [--errors] [--genres] [--arguments]
       coreference.py --self-test
FILE.conllu is no part of the project (https://github.com/UniversalDependencies/UD_English-GUM). The program reads its tokens, sentences and
speakers with `parse --from conllu --coreference`; tags, trees and mentions are its own.

Mentions are the same when their heads are (the primary measure of the CorefUD shared tasks); where gold has several with one head (`Anna`
and `Anna and Ben`), ours is the one whose span is nearest, as there. A line shows the mean with whole spans, too.
Gold mentions are those of persons, organisations and places; ours are all but the pronouns that were left open. As in CoNLL-2012,
mentions that stand alone do not count; the next line counts them too. Measures: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998),
CEAFe (Luo 2005), and their mean, the CoNLL F1.

A pronoun is resolved right when the nearest name or nominal of its chain (or pronoun, if there are none) is the gold actor's. It is left open
right when it means no person, organisation or place, or one that the document never mentions otherwise. `--arguments` says the same of those
pronouns alone that `code` shows as source or target of an event, where a wrong one does most harm.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy
from scipy.optimize import linear_sum_assignment

TYPES = {"person", "organization", "place"}
Mention = collections.namedtuple("Mention", "sentence first last head entity type kind")


def documents(lines):
    """Yields (name, sentences); a sentence is a list of rows of ten columns."""
    name, sentences, rows = None, [], []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences = line.split("= ")[-1], []
        elif not line:
            if rows:
                sentences.append(rows)
            rows = []
        elif not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
    if rows:
        sentences.append(rows)
    if sentences:
        yield name, sentences


def head(rows, first, last):
    """The first word whose head lies outside of the span."""
    for i in range(first, last + 1):
        if not first <= int(rows[i][6]) - 1 <= last and rows[i][7] != "punct":
            return i
    return first


def mentions(sentences, trees):
    """Spans of `Entity=`; heads by `trees`, so that both sides are looked at with the same (gold) trees."""
    opened, found = collections.defaultdict(list), []
    for s, rows in enumerate(sentences):
        for w, fields in enumerate(rows):
            entity = re.search(r"(?:^|\|)Entity=([^|]*)", fields[9])
            for mark in re.finditer(r"\(([^()]+)(\)?)|([^()]+)\)", entity.group(1) if entity else ""):
                if mark.group(1):
                    parts = mark.group(1).split("-")
                    opened[parts[0]].append((s, w, parts))
                closes = mark.group(3) or (mark.group(2) and mark.group(1))
                name = closes.split("-")[0] if closes else None
                if name and opened[name]:
                    s0, first, parts = opened[name].pop()
                    if s0 == s:
                        at = head(trees[s], first, w)
                        kind = parts[3] if len(parts) == 4 else None
                        found.append(Mention(s, first, w, at, parts[0], parts[1], kind))
    return found


def muc(keys, responses):
    where = {m: i for i, c in enumerate(responses) for m in c}
    up = down = 0
    for cluster in keys:
        up += len(cluster) - len({where.get(m, ("alone", m)) for m in cluster})
        down += len(cluster) - 1
    return up, down


def b_cubed(keys, responses):
    where = {m: c for c in responses for m in c}
    return sum(len(k & where[m]) / len(k) for k in keys for m in k if m in where), sum(len(k) for k in keys)


def ceafe(keys, responses):
    """The best one-to-one alignment's sum of phi4."""
    if not keys or not responses:
        return 0.0
    where = {m: j for j, c in enumerate(responses) for m in c}
    matrix = numpy.zeros((len(keys), len(responses)))
    for i, cluster in enumerate(keys):
        for j in {where[m] for m in cluster if m in where}:
            matrix[i, j] = 2 * len(cluster & responses[j]) / (len(cluster) + len(responses[j]))
    rows, columns = linear_sum_assignment(-matrix)
    return float(matrix[rows, columns].sum())


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def score(all_keys, all_responses):
    """Sums over documents, each with its list of sets of mentions."""
    sums = collections.Counter()
    for keys, responses in zip(all_keys, all_responses):
        for name, measure in (("muc", muc), ("b3", b_cubed)):
            a, b = measure(keys, responses)
            c, d = measure(responses, keys)
            sums.update({name + "r": a, name + "R": b, name + "p": c, name + "P": d})
        sums.update({"ceaf": ceafe(keys, responses), "keys": len(keys), "responses": len(responses)})
        k, r = (set().union(*c) if c else set() for c in (keys, responses))
        sums.update({"both": len(k & r), "k": len(k), "r": len(r)})
    result = {"mentions": (sums["both"] / max(1, sums["r"]), sums["both"] / max(1, sums["k"]))}
    for name in ("muc", "b3"):
        result[name] = sums[name + "p"] / max(1, sums[name + "P"]), sums[name + "r"] / max(1, sums[name + "R"])
    result["ceafe"] = sums["ceaf"] / max(1, sums["responses"]), sums["ceaf"] / max(1, sums["keys"])
    result = {name: (p, r, f1(p, r)) for name, (p, r) in result.items()}
    result["conll"] = sum(result[m][2] for m in ("muc", "b3", "ceafe")) / 3
    return result


def clusters(found, place, least):
    sets = collections.defaultdict(set)
    for m in found:
        sets[m.entity].add(place(m))
    return [c for c in sets.values() if len(c) >= least]


def places_by_head(gold, ours):
    """A function from a mention to (sentence, head, which of those with that head): the pair whose spans are nearest has 0, others are alone."""
    at = collections.defaultdict(lambda: ([], []))
    for side, found in enumerate((gold, ours)):
        for m in found:
            at[m.sentence, m.head][side].append(m)
    which = {}
    for theirs, mine in at.values():
        pairs = [(abs(m.first - o.first) + abs(m.last - o.last), k, l) for k, m in enumerate(theirs) for l, o in enumerate(mine)]
        _, k0, l0 = min(pairs, default=(0, 0, 0))
        for side, one, found in ((1, k0, theirs), (-1, l0, mine)):
            for k, m in enumerate(found):
                which[side, m] = 0 if k == one else side * (k + 1)
    return (lambda m: (m.sentence, m.head, which[1, m])), (lambda m: (m.sentence, m.head, which[-1, m]))


def show(title, keys, responses):
    result = score(keys, responses)
    print(title, "  ".join(f"{m} P {result[m][0]:.3f} R {result[m][1]:.3f} F1 {result[m][2]:.3f}" for m in ("mentions", "muc", "b3", "ceafe")),
          f" CoNLL F1 {result['conll']:.3f}")


PERSONAL = re.compile(r"(i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself|yourselves|he|him|his|himself|she|her|hers|"
                      r"herself|it|its|itself|they|them|their|theirs|themselves)$")


def count_pronouns(sentences, gold, ours, counts, among=None):
    """Adds to counts[group, what] for every personal pronoun of the text that means one of the three or that we resolved; `among`: places."""
    gold_at, others = collections.defaultdict(list), collections.Counter()
    for m in sorted(gold, key=lambda m: m.last - m.first):
        if m.type in TYPES:
            gold_at[m.sentence, m.head].append(m.entity)
            others[m.entity] += 1
    chains = collections.defaultdict(list)
    for m in ours:
        chains[m.entity].append(m)
    seen = {(m.sentence, m.head): m for m in ours}
    for s, rows in enumerate(sentences):
        for w, fields in enumerate(rows):
            form = fields[1].lower().replace("’", "'")
            if not PERSONAL.match(form) or fields[3] != "PRON" or fields[7] == "expl" or (among is not None and (s, w) not in among):
                continue
            group = ("he, she" if form[0] == "h" or form.startswith("she") else "it" if form.startswith("it") else
                     "they" if form.startswith("the") else "you" if form.startswith("y") else "we" if form[0] in "wou" else "I")
            mine = seen.get((s, w))
            entity = gold_at[s, w][0] if (s, w) in gold_at else None
            counts[group, "all"] += 1
            counts[group, "actor"] += entity is not None
            others_of_chain = [m for m in chains[mine.entity] if m != mine] if mine and mine.kind != "open" else []
            if mine and mine.kind != "open":
                counts[group, "resolved"] += 1
                best = min(others_of_chain, key=lambda m: (m.kind == "pronoun", (m.sentence, m.head) > (s, w),
                                                           abs(m.sentence - s), abs(m.head - w)), default=None)
                right = entity is not None and (entity in gold_at.get((best.sentence, best.head), ()) if best else others[entity] == 1)
                counts[group, "right"] += right
            else:
                counts[group, "open"] += 1
                counts[group, "open right"] += entity is None or others[entity] == 1


def show_pronouns(title, pronouns):
    total = collections.Counter()
    for (_, what), n in pronouns.items():
        total[what] += n
    for group in ["I", "we", "you", "he, she", "it", "they", "all"]:
        c = total if group == "all" else {what: pronouns[group, what] for what in total}
        if c:
            print(f"{title} ({group}): {c['all']}, of them {c['actor']} actors; resolved {c['resolved']}, right "
                  f"{c['right'] / max(1, c['resolved']):.3f}; left open {c['open']}, rightly {c['open right'] / max(1, c['open']):.3f}")


def plain_text(sentences):
    """The document as it was before it was cut into words, and the place of the word at each code point."""
    text, place = "", {}
    for s, rows in enumerate(sentences):
        for w, fields in enumerate(rows):
            place.update({len(text) + k: (s, w) for k in range(len(fields[1]))})
            text += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
        text = text.rstrip() + ("\n\n" if s % 5 == 4 else " ")
    return text, place


def arguments(program, documents_of):
    """Per document: the places of words that `code` shows as source or target of an event."""
    with tempfile.TemporaryDirectory() as folder:
        places, paths = [], []
        for k, (_, sentences) in enumerate(documents_of):
            text, place = plain_text(sentences)
            paths.append(os.path.join(folder, f"{k:04}.txt"))
            places.append(place)
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(text)
        answer = subprocess.run([program, "code", "--format", "jsonl", *paths], check=True, stdout=subprocess.PIPE).stdout.decode()
    found, document = [set() for _ in places], -1
    for record in map(json.loads, answer.splitlines()):
        document += record["record"] == "document"
        if record["record"] == "event":
            for actor in [record["source"], *record["targets"]]:
                if actor:
                    start, end = actor["span"]
                    found[document] |= {places[document][i] for i in range(start, end) if i in places[document]} if " " not in actor["text"] else set()
    return found


def main():
    program, path = sys.argv[1:3]
    if not os.path.exists(path):
        sys.exit(f"{path} is not there; this needs a treebank with Entity= spans, as GUM's")
    answer = subprocess.run([program, "parse", "--from", "conllu", "--coreference", path], check=True, stdout=subprocess.PIPE).stdout.decode()
    sets = collections.defaultdict(lambda: ([], []))
    pronouns, of_arguments = collections.Counter(), collections.Counter()
    with open(path, encoding="utf-8") as lines:
        among = arguments(program, list(documents(lines))) if "--arguments" in sys.argv else []
    whole = (lambda m: (m.sentence, m.first, m.last),) * 2
    with open(path, encoding="utf-8") as lines:
        for k, ((name, trees), (same, answered)) in enumerate(zip(documents(lines), documents(answer.splitlines()))):
            assert name == same
            gold, ours = mentions(trees, trees), mentions(answered, trees)
            keys = [m for m in gold if m.type in TYPES]
            responses = [m for m in ours if m.kind != "open"]
            count_pronouns(trees, gold, ours, pronouns)
            if among:
                count_pronouns(trees, gold, ours, of_arguments, among[k])
            at_head = places_by_head(keys, responses)
            for title, place, least in (("chains", at_head, 2), ("with lone mentions", at_head, 1), ("chains, whole spans", whole, 2)):
                pair = clusters(keys, place[0], least), clusters(responses, place[1], least)
                sets[title][0].append(pair[0]), sets[title][1].append(pair[1])
                if least == 2 and place is at_head:
                    genre = name.split("_")[1] if "_" in name else name
                    sets["genre " + genre][0].append(pair[0]), sets["genre " + genre][1].append(pair[1])
                    if "--errors" in sys.argv:
                        print_errors(name, trees, gold, ours, *pair)
    for title, (keys, responses) in sets.items():
        if not title.startswith("genre") or "--genres" in sys.argv:
            show(title + ":", keys, responses)
    show_pronouns("pronouns", pronouns)
    if "--arguments" in sys.argv:
        show_pronouns("pronouns that are sources or targets", of_arguments)


def print_errors(name, trees, gold, ours, keys, responses):
    """Chains that were split or mixed, with what each mention was taken for."""
    print(f"== {name}: {score([keys], [responses])['conll']:.3f}")
    text = lambda place: trees[place[0]][place[1]][1]
    mine = {(m.sentence, m.head, 0): m.entity if m.kind != "open" else "open" for m in ours}
    truth = {(m.sentence, m.head, 0): m.entity + m.type[:3] for m in sorted(gold, key=lambda m: m.first - m.last)}
    for title, chains, other in (("gold", keys, mine), ("ours", responses, truth)):
        for c in chains:
            split = collections.Counter(other.get(m, "missed") for m in c)
            if len(split) > 1:
                print(" ", title, mine.get(min(c)) if title == "ours" else truth.get(min(c)), " ".join(f"{text(m)}:{other.get(m, 'x')}" for m in sorted(c)[:16]))


def self_test():
    """Numbers worked by hand: key {a b c} {d e}, response {a b} {c d e}."""
    keys, responses = [{"a", "b", "c"}, {"d", "e"}], [{"a", "b"}, {"c", "d", "e"}]
    assert muc(keys, responses) == (2, 3) and muc(responses, keys) == (2, 3)
    up, down = b_cubed(keys, responses)
    assert abs(up - (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1)) < 1e-9 and down == 5
    assert abs(ceafe(keys, responses) - (4 / 5 + 4 / 5)) < 1e-9
    assert score([keys], [keys])["conll"] == 1.0
    alone, both = Mention(0, 0, 0, 0, "1", "person", None), Mention(0, 0, 2, 0, "2", "person", None)
    of_gold, of_ours = places_by_head([alone, both], [alone])
    assert of_gold(alone) == of_ours(alone) != of_gold(both)
    rows = [f"{i + 1}\t{form}\t_\t_\t_\t_\t{h}\t{label}\t_\t{misc}" for i, (form, h, label, misc) in enumerate([
        ("the", 2, "det", "Entity=(1-person-new"), ("aide", 4, "nsubj", "_"), ("he", 2, "nmod", "Entity=(2-place-x)1)"), ("left", 0, "root", "_")])]
    (_, sentences), = documents(["# newdoc id = x", *rows, ""])
    assert [(m.first, m.last, m.head, m.entity) for m in mentions(sentences, sentences)] == [(2, 2, 2, "2"), (0, 2, 1, "1")]
    print("ok")


if __name__ == "__main__":
    self_test() if "--self-test" in sys.argv else main()
