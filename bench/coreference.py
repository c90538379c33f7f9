#!/usr/bin/env python3
"""Measures coreference of persons, organisations and places on a treebank with `Entity=` spans (GUM): MUC, B³, CEAFe and their mean (CoNLL F1).

usage: coreference.py TEST_ACTORS FILE.conllu [--errors]
TEST_ACTORS is the test program of actors/, which dumps what find_actors makes of the gold trees (no statements are given). A gold mention
and one of ours are the same when their heads are. Ours that are adjectives of nationality or relative pronouns are left out, as the
treebank has none. As is usual,
mentions that stand alone do not count; the second line counts them too.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

TYPES = {"person", "organization", "place"}


def documents(path):
    name, sentences, current = None, [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if name:
                yield name, sentences
            name, sentences = line.split("= ")[1], []
        elif not line:
            if current:
                sentences.append(current)
            current = []
        elif not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                current.append(fields)
    if current:
        sentences.append(current)
    yield name, sentences


def gold_mentions(sentences):
    """(sentence, first, last word, entity, type) of every span."""
    opened, found = collections.defaultdict(list), []
    for s, words in enumerate(sentences):
        for w, fields in enumerate(words):
            entity = re.search(r"Entity=([^|]*)", fields[9])
            for mark in re.finditer(r"\(([^()]+)\)?|([0-9][^()]*)\)", entity.group(1) if entity else ""):
                if mark.group(1):
                    parts = mark.group(1).split("-")
                    record = [s, w, w, parts[0], parts[1]]
                    if mark.group(0).endswith(")"):
                        found.append(record)
                    else:
                        opened[parts[0]].append(record)
                elif opened[mark.group(2).split("-")[0]]:
                    record = opened[mark.group(2).split("-")[0]].pop()
                    record[2] = w
                    found.append(record)
    return found


def head(words, first, last):
    for i in range(first, last + 1):
        if not first <= int(words[i][6]) - 1 <= last and words[i][7] != "punct":
            return i
    return first


def muc(keys, responses):
    where = {m: i for i, c in enumerate(responses) for m in c}
    up = down = 0
    for cluster in keys:
        parts = {where.get(m, ("alone", m)) for m in cluster}
        up += len(cluster) - len(parts)
        down += len(cluster) - 1
    return up, down


def b_cubed(keys, responses):
    where = {m: c for c in responses for m in c}
    up = sum(len(k & where[m]) / len(k) for k in keys for m in k if m in where)
    return up, sum(len(k) for k in keys)


def ceafe(keys, responses):
    """Best one-to-one alignment by phi4 (Hungarian algorithm on the small blocks that overlap)."""
    pairs = collections.defaultdict(dict)
    where = {m: j for j, c in enumerate(responses) for m in c}
    for i, cluster in enumerate(keys):
        for m in cluster:
            if m in where:
                j = where[m]
                pairs[i][j] = 2 * len(cluster & responses[j]) / (len(cluster) + len(responses[j]))
    try:
        from scipy.optimize import linear_sum_assignment
        import numpy
        matrix = numpy.zeros((len(keys), len(responses)))
        for i in pairs:
            for j, value in pairs[i].items():
                matrix[i, j] = value
        rows, columns = linear_sum_assignment(-matrix)
        return float(matrix[rows, columns].sum())
    except ImportError:  # greedy: never more than the best
        total, rows, columns = 0.0, set(), set()
        for value, i, j in sorted(((v, i, j) for i in pairs for j, v in pairs[i].items()), reverse=True):
            if i not in rows and j not in columns:
                rows.add(i), columns.add(j)
                total += value
        return total


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def score(all_keys, all_responses):
    sums = collections.Counter()
    for keys, responses in zip(all_keys, all_responses):
        for name, measure in (("muc", muc), ("b3", b_cubed)):
            a, b = measure(keys, responses)
            c, d = measure(responses, keys)
            sums.update({name + "r": a, name + "R": b, name + "p": c, name + "P": d})
        sums.update({"ceaf": ceafe(keys, responses), "keys": len(keys), "responses": len(responses)})
    result = {}
    for name in ("muc", "b3"):
        p, r = sums[name + "p"] / max(1, sums[name + "P"]), sums[name + "r"] / max(1, sums[name + "R"])
        result[name] = (p, r, f1(p, r))
    p, r = sums["ceaf"] / max(1, sums["responses"]), sums["ceaf"] / max(1, sums["keys"])
    result["ceafe"] = (p, r, f1(p, r))
    result["conll"] = sum(result[m][2] for m in ("muc", "b3", "ceafe")) / 3
    return result


def main():
    program, path = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        dump = os.path.join(folder, "dump.tsv")
        subprocess.run([program, "--gtest_filter=Coreference.Dump", "--gtest_brief=1"], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "DEMARCHE_COREFERENCE_IN": path, "DEMARCHE_COREFERENCE_OUT": dump})
        ours = collections.defaultdict(list)
        for line in open(dump, encoding="utf-8"):
            name, s, first, last, h, entity, kind, label = line.rstrip("\n").split("\t")
            ours[name].append((int(s), int(h), int(entity), int(kind), label))
    keys, responses, keys_all, responses_all, pronouns = [], [], [], [], collections.Counter()
    for name, sentences in documents(path):
        clusters, types = collections.defaultdict(set), {}
        everything = set()
        for s, first, last, entity, kind in sorted(gold_mentions(sentences), key=lambda g: g[1] - g[2]):
            place = (s, head(sentences[s], first, last))
            if kind not in TYPES:
                everything.add(place)
                continue
            if place in types:
                continue  # a span within another of the same head
            types[place] = (entity, kind)
            clusters[entity].add(place)
        mine, labels = collections.defaultdict(set), {}
        for s, h, entity, kind, label in ours[name]:
            word = sentences[s][h]
            if kind == 3 and word[3] != "PROPN":
                continue
            if word[4] in ("WP", "WP$", "WDT"):
                continue
            if (s, h) in everything and (s, h) not in types and entity < 0:
                continue
            mine[entity if entity >= 0 else ("open", s, h)].add((s, h))
            labels[(s, h)] = label
            if word[3] == "PRON" and word[2] not in ("who", "which", "that", "whose", "whom"):
                gold = types.get((s, h))
                lemma = word[1].lower()
                pronouns[lemma, "gold"] += gold is not None
                if entity >= 0:
                    pronouns[lemma, "answered"] += 1
                    same = {types[m][0] for m in mine[entity] if m in types and m != (s, h)} if gold else set()
                    pronouns[lemma, "right"] += bool(gold) and gold[0] in same
        keys_all.append(list(clusters.values()))
        responses_all.append(list(mine.values()))
        keys.append([c for c in clusters.values() if len(c) > 1])
        responses.append([c for c in mine.values() if len(c) > 1])
        if "--errors" in sys.argv:
            one = score(keys[-1:], responses[-1:])
            print(f"== {name}: {one['conll']:.3f}")
            text = lambda m: sentences[m[0]][m[1]][1]
            for c in keys[-1]:
                split = collections.Counter(labels.get(m, "-missed-" if m not in labels else "-open-") for m in c)
                if len(split) > 1:
                    print("  gold", [text(m) for m in sorted(c)][:14], dict(split.most_common(8)))
            for c in responses[-1]:
                split = collections.Counter(types.get(m, ("none", ""))[0] for m in c)
                if len(split) > 1:
                    print("  ours", labels[min(c)], [f"{text(m)}:{types.get(m, ('x',))[0]}" for m in sorted(c)][:14])
    for title, k, r in (("", keys, responses), ("with lone mentions: ", keys_all, responses_all)):
        result = score(k, r)
        print(title + ", ".join(f"{m} P {result[m][0]:.3f} R {result[m][1]:.3f} F1 {result[m][2]:.3f}" for m in ("muc", "b3", "ceafe")),
              f"– CoNLL F1 {result['conll']:.3f}")
    for lemma in sorted({p for p, _ in pronouns}, key=lambda p: -pronouns[p, "gold"])[:16]:
        print(f"  {lemma}: {pronouns[lemma, 'gold']} gold, {pronouns[lemma, 'answered']} answered, {pronouns[lemma, 'right']} linked right")


if __name__ == "__main__":
    main()
