#!/usr/bin/env python3
"""Trains the pair network (what a source does to a target) on the middle states of the exported reader.

usage: train_pairs.py [--data FOLDER] [--model model] [--demarche PROGRAM] [--out build/training] [--folds 5]
With --folds K > 1 it cross-validates first, and says so: sentences are split into K parts (a sentence's pairs stay together), each part is
typed by a network that never saw it, and macro F1 over roots and quads is that of all parts together. It keeps each fold's network
(OUT/pairs-fold-k.pt, with the numbers of the rows it may judge) for measuring, and trains the final one on everything (OUT/pairs.pt).
The reader has seen none of the pairs. With --demarche the words are cut as the program cuts them, otherwise by a regular expression.
Half of the time a sentence is seen as the reader reads it by itself, half of the time between other sentences of the table, as in articles.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "0")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import argparse
import random
import subprocess
import time
from dataclasses import dataclass

import torch
from torch.nn import functional as F

from demarche_training.batches import data_folder
from demarche_training.network import Encoder
from demarche_training.pairs import DEPTH, TYPES, MiddleStates, PairNetwork, cut_by, read_pairs
from demarche_training.pieces import Pieces, encoder_folder

ROWS = 16  # of a batch
SAMPLES = 300  # pairs kept beside the weights, to quantise with

QUADS = {
    "verbal cooperation": "AGREE CONSULT SUPPORT",
    "material cooperation": "COOPERATE AID YIELD",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
QUAD = {root: quad for quad, roots in QUADS.items() for root in roots.split()}


def macro_f1(gold, predicted):
    total = 0.0
    for label in sorted(set(gold)):
        right = sum(g == label == p for g, p in zip(gold, predicted))
        total += 2 * right / max(sum(g == label for g in gold) + sum(p == label for p in predicted), 1)
    return total / len(set(gold))


@dataclass
class Item:
    """A pair as the network sees it."""

    alone: torch.Tensor  # [W, 384] middle states of the sentence read by itself
    among: list  # of the sentence read among others
    marks: torch.Tensor
    type: int


def items_of(pairs, reader, windows=2):
    rng, out = random.Random(3), []
    for pair in pairs:
        among = []
        for k in range(windows):
            others = rng.sample([p for p in pairs if p.text != pair.text], 3)
            cut = (1, 2)[k % 2]
            among.append(reader(pair, others[:cut], others[cut:]))
        out.append(Item(reader(pair), among, torch.tensor(pair.marks), TYPES.index(pair.type)))
    return out


def batch(states, items):
    """(middle, mask, marks, types)."""
    length = max(len(s) for s in states)
    middle = torch.zeros(len(items), length, states[0].shape[1])
    mask = torch.zeros(len(items), length, dtype=torch.long)
    marks = torch.zeros(len(items), length, dtype=torch.long)
    for i, (own, item) in enumerate(zip(states, items)):
        middle[i, : len(own)], mask[i, : len(own)], marks[i, : len(own)] = own, 1, item.marks
    return middle, mask, marks, torch.tensor([item.type for item in items])


def epoch_of(items, rng):
    """Batches of an epoch, each of pairs of like length."""
    order, out = list(range(len(items))), []
    rng.shuffle(order)
    for start in range(0, len(order), 8 * ROWS):
        chunk = sorted(order[start : start + 8 * ROWS], key=lambda i: len(items[i].marks))
        out += [chunk[i : i + ROWS] for i in range(0, len(chunk), ROWS)]
    rng.shuffle(out)
    return [[items[i] for i in rows] for rows in out]


def train(encoder, items, seed, arguments):
    rng = random.Random(seed)
    torch.manual_seed(seed)
    network = PairNetwork(arguments.depth, encoder)
    new = [p for n, p in network.named_parameters() if not n.startswith("layers")]
    rates = [{"params": network.layers.parameters(), "lr": arguments.layer_rate}, {"params": new, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = arguments.epochs * len(epoch_of(items, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps))))
    counts = torch.tensor([sum(item.type == k for item in items) for k in range(len(TYPES))]).float()
    weight = (counts.mean() / counts.clamp(min=1)) ** arguments.balance
    network.train()
    for _ in range(arguments.epochs):
        for rows in epoch_of(items, rng):
            states = [rng.choice(item.among) if item.among and rng.random() < 0.5 else item.alone for item in rows]
            middle, mask, marks, types = batch(states, rows)
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(middle, mask, marks)
            loss = F.cross_entropy(scores.float(), types, weight=weight, label_smoothing=0.1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network.eval()


@torch.no_grad()
def predictions(network, items, states):
    out = []
    for start in range(0, len(items), 32):
        middle, mask, marks, _ = batch(states[start : start + 32], items[start : start + 32])
        out += network(middle, mask, marks).argmax(-1).tolist()
    return [TYPES[k] for k in out]


def figures(gold, predicted):
    right = sum(g == p for g, p in zip(gold, predicted)) / len(gold)
    quads = macro_f1([QUAD[g] for g in gold], [QUAD[p] for p in predicted])
    return f"roots macro F1 {macro_f1(gold, predicted):.3f}, accuracy {right:.3f}; quads macro F1 {quads:.3f}"


def commit():
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default=None, help="folder with plover/pairs-train.tsv (default: $DEMARCHE_DATA)")
    parser.add_argument("--model", default="model", help="folder of the exported reader")
    parser.add_argument("--demarche", default=None, help="the program, to cut words")
    parser.add_argument("--out", default="build/training")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--depth", type=int, default=DEPTH)
    parser.add_argument("--layer-rate", type=float, default=1e-4)
    parser.add_argument("--balance", type=float, default=0.3, help="0: types count by their frequency; 1: all the same")
    parser.add_argument("--no-final", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    os.makedirs(arguments.out, exist_ok=True)

    begun = time.time()
    reader = MiddleStates(arguments.model)
    encoder = Encoder()
    encoder.load_pretrained(encoder_folder())
    pairs = read_pairs(os.path.join(data_folder(arguments.data), "plover", "pairs-train.tsv"), Pieces(), cut_by(arguments.demarche))
    items = items_of(pairs, reader)
    print(f"{len(pairs)} pairs read after {time.time() - begun:.0f} s", flush=True)

    def save(name, network, own, **more):
        samples = [(item.alone.half(), item.marks) for item in own[:SAMPLES]]
        about = {"depth": arguments.depth, "middle_layer": reader.layer, "reader_commit": reader.commit, "seed": arguments.seed, "commit": commit()}
        torch.save({"weights": network.state_dict(), "samples": samples, **about, **more}, os.path.join(arguments.out, name))

    if arguments.folds > 1:
        sentences = list(dict.fromkeys(p.text for p in pairs))
        random.Random(1).shuffle(sentences)
        fold_of = {text: i % arguments.folds for i, text in enumerate(sentences)}
        gold, alone, among = [], [], []
        for fold in range(arguments.folds):
            rest = [item for item, p in zip(items, pairs) if fold_of[p.text] != fold]
            network = train(encoder, rest, 100 * fold + arguments.seed, arguments)
            rows = [i for i, p in enumerate(pairs) if fold_of[p.text] == fold]
            held = [items[i] for i in rows]
            here = [TYPES[item.type] for item in held], predictions(network, held, [item.alone for item in held])
            gold += here[0]
            alone += here[1]
            among += predictions(network, held, [item.among[0] for item in held])
            save(f"pairs-fold-{fold}.pt", network, rest, rows=rows)
            print(f"fold {fold}: {figures(*here)}; {len(rows)} pairs, {time.time() - begun:.0f} s", flush=True)
        print(f"{arguments.folds}-fold cross-validation: {figures(gold, alone)}")
        print(f"the same, sentences read among others: {figures(gold, among)}", flush=True)
    if not arguments.no_final:
        save("pairs.pt", train(encoder, items, arguments.seed, arguments), items)


if __name__ == "__main__":
    main()
