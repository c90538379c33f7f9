#!/usr/bin/env python3
"""Codes a corpus over and over in one process, and says whether its memory grows.

usage: soak.py DEMARCHE FOLDER [--minutes M] [--threads N] [--every SECONDS]
FOLDER holds text files, an article each (the project measures on PolNeAR's 840 training articles). One process is given the folder's files as
many times over as the minutes need, and stopped when they are over; its resident memory is read from /proc. Prints the memory over time, the peak, and the slope after the first fifth of the time, by which all is warm: status 1 where it is
steeper than --most MiB an hour or the peak is beyond --peak MiB.
"""
import argparse
import glob
import os
import signal
import subprocess
import sys
import time

PAGE = os.sysconf("SC_PAGE_SIZE") / 2**20


def resident(pid):
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * PAGE


def peak_of(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))


def slope(points):
    """Least squares: MiB an hour of (seconds, MiB)."""
    mean_t = sum(t for t, _ in points) / len(points)
    mean_m = sum(m for _, m in points) / len(points)
    spread = sum((t - mean_t) ** 2 for t, _ in points)
    return 3600 * sum((t - mean_t) * (m - mean_m) for t, m in points) / spread if spread else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("folder")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--every", type=float, default=2)
    parser.add_argument("--most", type=float, default=30, help="MiB an hour (default 30)")
    parser.add_argument("--peak", type=float, default=350 * 1e6 / 2**20, help="MiB (default: 350 MB)")
    arguments = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(arguments.folder, "*.txt")))
    if not paths:
        sys.exit(f"{arguments.folder}: no *.txt files (PolNeAR's texts, or any articles, a file each)")
    # Paths of one command line are bounded by the system; relative ones are short. Twenty articles a second are more than a thread can code.
    names = [os.path.basename(path) for path in paths]
    room = 1_500_000 // (sum(len(name) + 9 for name in names))
    rounds = min(max(1, room), max(1, int(arguments.minutes * 60 * 20 * arguments.threads / len(names)) + 1))
    command = [os.path.abspath(arguments.demarche), "code", "--format", "jsonl", "--threads", str(arguments.threads)]
    points, peak = [], 0.0
    began = time.monotonic()
    process = subprocess.Popen(command + names * rounds, stdout=subprocess.DEVNULL, cwd=arguments.folder)
    while process.poll() is None and time.monotonic() - began < arguments.minutes * 60:
        time.sleep(arguments.every)
        try:
            points.append((time.monotonic() - began, resident(process.pid)))
            peak = peak_of(process.pid)
        except (OSError, StopIteration):  # it is over
            break
        if len(points) % max(1, int(60 / arguments.every)) == 0:
            print(f"{points[-1][0] / 60:5.1f} min: {points[-1][1]:.1f} MiB", flush=True)
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    if process.wait() not in (0, 130):
        sys.exit(f"demarche failed with status {process.returncode}")
    warm = [p for p in points if p[0] > points[-1][0] / 5]
    grows = slope(warm)
    print(f"{points[-1][0] / 60:.1f} minutes, {rounds} rounds of {len(names)} articles at most: peak {peak:.1f} MiB, {grows:+.1f} MiB an hour")
    return 1 if grows > arguments.most or peak > arguments.peak else 0


if __name__ == "__main__":
    sys.exit(main())
