#!/usr/bin/env python3
"""Which predicates does the lexicon know? Codes short sentences that say one event each, and others that only sound like one.

usage: predicates.py DEMARCHE [--verbose] [TABLE.tsv…]   (default: the tables in bench/predicates/)
A row: PLOVER types (any of them will do), a part of the source's and of the target's name (- where nobody is asked for), the sentence. The row is right
when one event has such a type, source and target. In `no_such_event.tsv` a row is right when no event of that type stands as done: actual and not negated.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def rows_of(path):
    """The rows of a table: (types, source, target, sentence)."""
    rows = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip() or line.startswith("#"):
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 4:
                sys.exit(f"{path}:{number}: {len(fields)} fields, but 4 are needed: types, source, target, sentence")
            rows.append((fields[0].rstrip("?").split(","), *fields[1:]))
    return rows


def coded(demarche, sentences):
    """The events of each sentence, coded as a document of its own."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{number:05}.txt") for number in range(len(sentences))]
        for path, sentence in zip(paths, sentences):
            with open(path, "w", encoding="utf-8") as file:
                file.write(sentence + "\n")
        done = subprocess.run([demarche, "code", "--format", "jsonl", "--date", "2024-05-10", *paths], capture_output=True, text=True, check=True)
    events = [[] for _ in sentences]
    where = {}
    for record in map(json.loads, done.stdout.splitlines()):
        if record["record"] == "document":
            where[record["id"]] = int(os.path.basename(record["uri"])[:5])
        elif record["record"] == "event":
            events[where[record["document"]]].append(record)
    return events


def answers(actor, wanted):
    """Is a part of the actor's text or name what is wanted?"""
    return wanted == "-" or any(wanted.lower() in ((actor or {}).get(key) or "").lower() for key in ("text", "name"))


def is_right(event, types, source, target):
    return event["type"] in types and answers(event["source"], source) and (target == "-" or any(answers(t, target) for t in event["targets"]))


def stands_as_done(event, types):
    somebody = event["source"] or event["targets"]
    return event["type"] in types and event["modality"] == "actual" and not event["negated"] and event["status"] != "denied" and bool(somebody)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("tables", nargs="*")
    parser.add_argument("--verbose", action="store_true", help="the rows that are wrong, with what was coded")
    arguments = parser.parse_args()
    for path in arguments.tables or sorted(glob.glob(os.path.join(HERE, "predicates", "*.tsv"))):
        rows = rows_of(path)
        none = os.path.basename(path) == "no_such_event.tsv"
        right = typed = 0
        for (types, source, target, sentence), events in zip(rows, coded(arguments.demarche, [row[3] for row in rows])):
            good = not any(stands_as_done(e, types) for e in events) if none else any(is_right(e, types, source, target) for e in events)
            right += good
            typed += any(e["type"] in types for e in events)
            if arguments.verbose and not good:
                found = "; ".join(f"{e['type']} {(e['source'] or {}).get('text')} > {[t['text'] for t in e['targets']]}" for e in events)
                print(f"  {','.join(types)} {source} > {target} | {sentence} | {found or 'no event'}")
        print(f"{os.path.basename(path)}: {right} of {len(rows)}" + ("" if none else f"; the type alone in {typed}"))


if __name__ == "__main__":
    main()
