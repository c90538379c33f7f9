#!/usr/bin/env python3
"""Times the start of the program: from process start to the first and to the last line that it prints, and the CPU time of it all.

usage: start.py DEMARCHE [ARTICLE] [--runs N] [--threads N]
ARTICLE is the example article unless another is named. The files are read once before, so that they lie in memory. Prints the best and the
median of the runs; on a machine that does other work as well, CPU seconds say more than seconds.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time

EXAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "examples", "aegean.txt")


def start(command):
    """Seconds to the first line and to the end, CPU seconds, and peak MiB of one run."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    process.stdout.readline()
    first = time.perf_counter() - began
    process.stdout.read()
    last = time.perf_counter() - began
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: failed with status {status}")
    return first, last, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("article", nargs="?", default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--threads", type=int)
    arguments = parser.parse_args()
    threads = ["--threads", str(arguments.threads)] if arguments.threads else []
    command = [arguments.demarche, "code", "--format", "jsonl", *threads, arguments.article]
    start(command)
    runs = list(zip(*(start(command) for _ in range(arguments.runs))))
    for name, unit, values in zip(("first line", "last line", "CPU", "peak memory"), ("s", "s", "s", "MiB"), runs):
        print(f"{name}: best {min(values):.3f} {unit}, median {statistics.median(values):.3f} {unit}")


if __name__ == "__main__":
    main()
