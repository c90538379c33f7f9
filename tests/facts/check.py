#!/usr/bin/env python3
"""Codes the articles beside this file and checks them against their fact sheets (README.md says what a sheet holds).

usage: check.py DEMARCHE [--floor SHARE] [--verbose] [--articles FOLDER] [SHEET.json…]
Fails when fewer than SHARE of all facts are found, or when any `never` is broken.
"""
import argparse
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LEAST = 0.1  # a stance nearer to zero is neither for nor against


def actor_is(actor, wanted):
    """Does the record's actor answer to a country, a code, or a part of its name or text?"""
    if isinstance(wanted, list):
        return any(actor_is(actor, one) for one in wanted)
    if actor is None:
        return wanted == "?"
    if wanted.isupper():
        code = actor.get("code") or ""
        return actor.get("country") == wanted or (len(wanted) > 2 and code.startswith(wanted)) or wanted in actor["text"].split()
    return any(wanted.lower() in (actor.get(key) or "").lower() for key in ("name", "text"))


def days_touch(when, wanted):
    return bool(when) and when["start"][: len(wanted)] <= wanted <= when["end"][: len(wanted)]


class Sheet:
    """The records of one article, asked by the conditions of its facts."""

    def __init__(self, records):
        self.records = records
        self.text = records[0]["text"]
        self.statements = {r["id"]: r for r in records if r["record"] == "statement"}
        self.dropped = [d["span"] for d in records[0]["dropped"]]

    def own_words(self, record):
        spans = list(record.get("content", []))
        spans += [record[key]["span"] for key in ("trigger", "cue") if record.get(key)]
        spans += [record["sentence"]] if "sentence" in record else []
        return " ".join(self.text[s:e] for s, e in spans).lower()

    def voices(self, record):
        if record["record"] == "statement":
            return [self.statements[record["inside"]]] if record["inside"] else []
        return [self.statements[i] for i in record.get("voices", [])]

    def condition(self, record, key, value):
        if key in ("source", "holder"):
            return actor_is(record.get(key), value)
        if key in ("target", "toward"):
            actors = record.get("targets") or [record.get("toward")]
            return any(actor_is(a, value) for a in actors if a is None or "issue" not in a)
        if key == "near":
            return value.lower() in self.own_words(record)
        if key == "trigger":
            return value.lower() in ((record.get("trigger") or record.get("cue") or {}).get("text") or "").lower()
        if key == "voice":
            voices = self.voices(record)
            return not voices if value is None else any(actor_is(v["source"], value) for v in voices)
        if key == "voice_act":
            return any(v["act"] == value or v["act"] in value for v in self.voices(record))
        if key == "when":
            return days_touch(record.get("when"), value)
        if key == "where":
            where = record.get("where") or {}
            return any(one in (where.get("country"), where.get("name")) for one in (value if isinstance(value, list) else [value]))
        if key == "issue":
            return value.lower() in ((record.get("toward") or {}).get("issue") or record.get("issue") or "").lower()
        if key == "stance":
            return record["stance"] >= LEAST if value == "for" else record["stance"] <= -LEAST
        if key == "between":
            pair = record.get("between") or []
            return len(pair) == 2 and any(actor_is(pair[0], a) and actor_is(pair[1], b) for a, b in (value, value[::-1]))
        return record.get(key) == value or (isinstance(value, list) and record.get(key) in value)

    def some_record_meets(self, conditions):
        return any(all(self.condition(r, k, v) for k, v in conditions.items()) for r in self.records)

    def holds(self, fact):
        if "dropped" in fact:
            at = self.text.find(fact["dropped"])
            return at >= 0 and any(s <= at and at + len(fact["dropped"]) <= e for s, e in self.dropped)
        if "never" in fact:
            return not any(self.some_record_meets(c) for c in fact["never"])
        return any(self.some_record_meets(c) for c in fact["any"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("sheets", nargs="*")
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--articles", metavar="FOLDER", help="where the sheets' articles lie (default: beside each sheet)")
    parser.add_argument("--verbose", action="store_true", help="every fact, not only those that fail")
    arguments = parser.parse_intermixed_args()
    found = total = broken = nevers = 0
    for path in arguments.sheets or sorted(glob.glob(os.path.join(HERE, "*.json"))):
        with open(path, encoding="utf-8") as file:
            sheet = json.load(file)
        article = os.path.join(arguments.articles or os.path.dirname(os.path.abspath(path)), sheet["article"])
        if not os.path.exists(article):
            sys.exit(f"{path}: no article {article}; --articles names the folder that has it")
        done = subprocess.run([arguments.demarche, "code", "--format", "jsonl", *sheet["options"], article], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{article}: exit {done.returncode}\n{done.stderr}")
        records = Sheet([json.loads(line) for line in done.stdout.splitlines()])
        here = 0
        for fact in sheet["facts"]:
            holds = records.holds(fact)
            if "never" in fact:
                nevers += 1
                broken += not holds
            else:
                total += 1
                here += holds
            if arguments.verbose or not holds:
                print(f"  {'yes' if holds else 'NO '} {fact['id']:>3}  {fact['says']}")
        found += here
        print(f"{sheet['article']}: {here} of {sum('never' not in f for f in sheet['facts'])}")
    print(f"fact sheets: {found} of {total} ({found / max(total, 1):.3f}), nevers broken: {broken} of {nevers}")
    if broken or found < arguments.floor * total:
        sys.exit(1)


if __name__ == "__main__":
    main()
