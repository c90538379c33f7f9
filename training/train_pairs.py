#!/usr/bin/env python3
"""Trains the pair network (what a source does to a target) on the middle states of a trained reader.

usage: train_pairs.py [--data FOLDER] [--reader build/training/reader.pt] [--out build/training] [--folds 5] [--seeds 1]
With --folds K > 1 it cross-validates first, and says so: sentences are split into K parts (a sentence's pairs stay together), each part is
typed by a network that never saw it, and macro F1 over roots and quads is that of all parts together. It keeps each fold's network
(OUT/pairs-fold-k.pt, with the numbers of the rows it may judge) for measuring, and trains the final one on everything (OUT/pairs.pt).
The reader has seen none of the pairs.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "0")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import argparse
import random

import torch
from torch.nn import functional as F

from demarche_training.batches import data_folder
from demarche_training.network import Reader
from demarche_training.pairs import DEPTH, TYPES, PairNetwork, middle_states, read_pairs
from demarche_training.pieces import Pieces

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


def batch(items):
    """(middle, mask, marks, types) of [(states, pair)]."""
    length = max(len(p.marks) for _, p in items)
    middle = torch.zeros(len(items), length, items[0][0].shape[1])
    mask = torch.zeros(len(items), length, dtype=torch.long)
    marks = torch.zeros(len(items), length, dtype=torch.long)
    for i, (states, pair) in enumerate(items):
        n = len(pair.marks)
        middle[i, :n], mask[i, :n], marks[i, :n] = states, 1, torch.tensor(pair.marks)
    return middle, mask, marks, torch.tensor([TYPES.index(p.type) for _, p in items])


def train(encoder, items, seed, arguments):
    random.seed(seed)
    torch.manual_seed(seed)
    network = PairNetwork(encoder, arguments.depth)
    new = [p for n, p in network.named_parameters() if not n.startswith("layers")]
    optimizer = torch.optim.AdamW([{"params": network.layers.parameters(), "lr": arguments.layer_rate}, {"params": new, "lr": 1e-3}], weight_decay=0.01)
    order = list(range(len(items)))
    steps = arguments.epochs * ((len(order) + 31) // 32)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps))))
    counts = torch.tensor([sum(p.type == t for _, p in items) for t in TYPES]).float()
    weight = (counts.mean() / counts.clamp(min=1)) ** arguments.balance
    network.train()
    for _ in range(arguments.epochs):
        random.shuffle(order)
        for start in range(0, len(order), 32):
            middle, mask, marks, types = batch([items[i] for i in order[start : start + 32]])
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
def probabilities(networks, items):
    out = []
    for start in range(0, len(items), 32):
        middle, mask, marks, _ = batch(items[start : start + 32])
        out.append(sum(n(middle, mask, marks).softmax(-1) for n in networks) / len(networks))
    return torch.cat(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default=None, help="folder with plover/pairs-train.tsv (default: $DEMARCHE_DATA)")
    parser.add_argument("--reader", default="build/training/reader.pt")
    parser.add_argument("--out", default="build/training")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=1, help="networks whose probabilities are averaged")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--depth", type=int, default=DEPTH)
    parser.add_argument("--layer-rate", type=float, default=2e-4)
    parser.add_argument("--balance", type=float, default=0.3, help="0: types count by their frequency; 1: all the same")
    parser.add_argument("--no-final", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))

    saved = torch.load(arguments.reader, map_location="cpu", weights_only=False)
    reader = Reader({kind: len(labels) for kind, labels in saved["labels"].items()}).eval()
    reader.load_state_dict(saved["model"])
    pairs = read_pairs(os.path.join(data_folder(arguments.data), "plover", "pairs-train.tsv"), Pieces())
    items = [(middle_states(reader.encoder, p, arguments.depth), p) for p in pairs]

    if arguments.folds > 1:
        sentences = list(dict.fromkeys(p.text for p in pairs))
        random.Random(1).shuffle(sentences)
        fold_of = {text: i % arguments.folds for i, text in enumerate(sentences)}
        predicted = [None] * len(pairs)
        for fold in range(arguments.folds):
            rest = [item for item in items if fold_of[item[1].text] != fold]
            networks = [train(reader.encoder, rest, 100 * fold + s, arguments) for s in range(arguments.seeds)]
            rows = [i for i, p in enumerate(pairs) if fold_of[p.text] == fold]
            best = probabilities(networks, [items[i] for i in rows]).argmax(-1).tolist()
            for row, label in zip(rows, best):
                predicted[row] = TYPES[label]
            torch.save({"weights": networks[0].state_dict(), "depth": arguments.depth, "rows": rows}, os.path.join(arguments.out, f"pairs-fold-{fold}.pt"))
            part = [pairs[i].type for i in rows]
            print(f"fold {fold}: roots macro F1 {macro_f1(part, [predicted[i] for i in rows]):.3f}; {len(rows)} pairs", flush=True)
        gold = [p.type for p in pairs]
        right = sum(g == p for g, p in zip(gold, predicted)) / len(gold)
        quads = macro_f1([QUAD[g] for g in gold], [QUAD[p] for p in predicted])
        print(f"{arguments.folds}-fold cross-validation: roots macro F1 {macro_f1(gold, predicted):.3f}, accuracy {right:.3f}; quads macro F1 {quads:.3f}")
    if not arguments.no_final:
        network = train(reader.encoder, items, 1, arguments)
        torch.save({"weights": network.state_dict(), "depth": arguments.depth}, os.path.join(arguments.out, "pairs.pt"))


if __name__ == "__main__":
    main()
