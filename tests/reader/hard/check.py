#!/usr/bin/env python3
"""Reads the passages beside this file with the real program and checks what must be read right in them (README.md says how they are written).

usage: check.py DEMARCHE [--floor SHARE] [--quiet] [FILE.txt…]
Prints each check that fails with what was read instead, the share of checks and of passages read right by category, and the whole. Fails
where fewer than SHARE of the checks hold.
"""
import argparse
import collections
import glob
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
Word = collections.namedtuple("Word", "form lemma upos head deprel sentence")


def passages(path):
    """(line, text, checks) of each passage: lines at the margin, and the checks indented below them."""
    found, text, checks, first = [], [], [], 0
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for number, line in enumerate([*lines, "end"], 1):
        if line.startswith("    "):
            checks += [check.strip() for check in line.split(";") if check.strip()]
            continue
        if checks and line:
            found.append((first, "\n".join(text).strip("\n"), checks))
            text, checks = [], []
        if not any(text):
            if line.startswith("# "):
                continue
            first = number
        text.append(line)
    return found


def read(program, texts):
    """The words of each text, in order; heads are indices, −1 for a root."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{i}.txt") for i in range(len(texts))]
        for path, text in zip(paths, texts):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text + "\n")
        done = subprocess.run([program, "parse", *paths], capture_output=True, check=True)
    readings, sentence, start = [], -1, 0
    for line in done.stdout.decode().split("\n"):
        if line.startswith("# newdoc id"):
            readings.append([])
            sentence, start = -1, 0
        columns = line.split("\t")
        if not columns[0].isdigit():
            continue
        if columns[0] == "1":
            sentence, start = sentence + 1, len(readings[-1])
        head = int(columns[6]) - 1 + start if columns[6] != "0" else -1
        readings[-1].append(Word(columns[1], columns[2], columns[3], head, columns[7], sentence))
    return readings


def places(words, name):
    """Indices of the words that a check means: `form`, or `form#2` for its second place in the passage."""
    numbered = re.fullmatch(r"(.+)#(\d+)", name)
    at = [i for i, word in enumerate(words) if word.form == (numbered[1] if numbered else name)]
    return at[int(numbered[2]) - 1 : int(numbered[2])] if numbered else at


def fails(words, check):
    """What was read instead, where the check does not hold; else None."""
    kind, *rest = check.split()
    sentences = words[-1].sentence + 1 if words else 0
    starts = [i for i, word in enumerate(words) if i == 0 or words[i - 1].sentence != word.sentence]
    if kind == "sentences":
        return None if sentences == int(rest[0]) else f"{sentences} sentences"
    if kind == "start":
        return None if any(i in starts for i in places(words, rest[0])) else "starts: " + " ".join(words[i].form for i in starts)
    if kind == "root":
        return None if any(words[i].head < 0 for i in places(words, rest[0])) else "roots: " + " ".join(w.form for w in words if w.head < 0)
    if kind in ("lemma", "upos"):
        got = [getattr(words[i], kind) for i in places(words, rest[0])]
        return None if rest[1] in got else f"{kind}: {' '.join(got) or 'no such word'}"
    # `dependent <relation[,relation] head[,head]`
    relations, heads = rest[0][1:].split(","), rest[1].split(",")
    if not rest[0].startswith("<"):
        raise ValueError(f"'{check}' is no check")
    at = places(words, kind)
    for i in at:
        word = words[i]
        relation_holds = any(word.deprel == r or (":" not in r and word.deprel.split(":")[0] == r) for r in relations)
        head_holds = word.head in {place for head in heads for place in places(words, head)} or ("root" in relations and word.head < 0)
        if relation_holds and head_holds:
            return None
    return "read: " + (", ".join(f"{words[i].form} <{words[i].deprel} {words[words[i].head].form if words[i].head >= 0 else 'root'}" for i in at) or "no such word")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--floor", type=float, default=0)
    parser.add_argument("--quiet", action="store_true")
    arguments = parser.parse_args()
    files = arguments.files or sorted(glob.glob(os.path.join(HERE, "*.txt")))
    cases = [(path, *passage) for path in files for passage in passages(path)]
    readings = read(os.path.abspath(arguments.demarche), [text for _, _, text, _ in cases])
    held, whole = collections.defaultdict(list), collections.defaultdict(list)
    for (path, line, _, checks), words in zip(cases, readings):
        category = os.path.splitext(os.path.basename(path))[0]
        results = [(check, fails(words, check)) for check in checks]
        held[category] += [failure is None for _, failure in results]
        whole[category].append(all(failure is None for _, failure in results))
        for check, failure in results:
            if failure and not arguments.quiet:
                print(f"{category}.txt:{line}: {check}: {failure}")
    for category in held:
        print(f"{category}: {sum(held[category])} of {len(held[category])} checks, {sum(whole[category])} of {len(whole[category])} passages whole")
    total = [h for category in held.values() for h in category]
    right = [w for category in whole.values() for w in category]
    share = sum(total) / len(total)
    print(f"all: {sum(total)} of {len(total)} checks ({share:.3f}), {sum(right)} of {len(right)} passages whole")
    return 0 if share >= arguments.floor else 1


if __name__ == "__main__":
    sys.exit(main())
