#!/usr/bin/env python3
"""Trains the pair network (what a source does to a target) on the middle states of the exported reader.

usage: train_pairs.py [--data FOLDER] [--model model] [--demarche PROGRAM] [--out build/training] [--folds 5]
First it learns from the project's own tables (training/pairs/: sentences of our own, and judged pairs of PolNeAR's training articles), then
from the PLOVER pairs with others of our own in each epoch. OUT/pairs-own.pt holds the network in between.
The final network is trained on everything (OUT/pairs.pt). With --folds K > 1 the second part is cross-validated then: sentences are split
into K parts (a sentence's pairs stay together), each part is typed by a network that never saw it, and macro F1 over roots and quads is
that of all parts together. It keeps each fold's network (OUT/pairs-fold-k.pt, with the numbers of the rows it may judge) for measuring.
What a network makes of the judged pairs of PolNeAR's development articles (training/pairs/polnear-dev.tsv) is printed as well: how many of
the types that it is sure of are right, and how many of the judges' types it finds.
The reader has seen none of the pairs. With --demarche the words are cut as the program cuts them, otherwise by a regular expression.
Half of the time a sentence is seen as the reader reads it by itself, half of the time between other sentences of the table, as in articles.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "0")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import argparse
import copy
import glob
import random
import subprocess
import time
from dataclasses import dataclass, replace

import torch
from torch.nn import functional as F

from demarche_training.batches import data_folder
from demarche_training.network import Encoder
from demarche_training.pairs import (DEPTH, EITHER, MUTUAL, NOTHING, SOURCE, TARGET, TYPES, MiddleStates, PairNetwork, cut_by, judged_rows,
                                     own_rows, plover_rows, read_pairs)
from demarche_training.pieces import Pieces, encoder_folder

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = 16  # of a batch
SMOOTHING = 0.1  # share of the loss that asks for all types alike
SWAPPED = 0.1  # how often a deed of one to the other is shown with its marks exchanged, as no deed
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

    alone: torch.Tensor  # [W, 384] middle states of the sentence read by itself, as half floats
    among: list  # of the sentence read among others
    marks: torch.Tensor
    type: str

    @property
    def types(self):
        """[17] which of TYPES are right."""
        return torch.tensor([kind in EITHER.get(self.type, (self.type,)) for kind in TYPES])


def items_of(pairs, reader, windows=1):
    rng, out = random.Random(3), []
    for pair in pairs:
        among = []
        for k in range(windows):
            others = rng.sample([p for p in rng.sample(pairs, min(len(pairs), 10)) if p.text != pair.text], 3)
            cut = (1, 2)[k % 2]
            among.append(reader(pair, others[:cut], others[cut:]).half())
        out.append(Item(reader(pair).half(), among, torch.tensor(pair.marks), pair.type))
    return out


def exchanged(item):
    """The item with its marks exchanged: no deed of the target to the source."""
    marks = torch.where(item.marks == SOURCE, TARGET, torch.where(item.marks == TARGET, SOURCE, 0))
    return replace(item, marks=marks, type=NOTHING)


def may_be_exchanged(item):
    return item.type not in MUTUAL and item.type != NOTHING and bool((item.marks == SOURCE).any() and (item.marks == TARGET).any())


def batch(states, items):
    """(middle, mask, marks, types)."""
    length = max(len(s) for s in states)
    middle = torch.zeros(len(items), length, states[0].shape[1])
    mask = torch.zeros(len(items), length, dtype=torch.long)
    marks = torch.zeros(len(items), length, dtype=torch.long)
    for i, (own, item) in enumerate(zip(states, items)):
        middle[i, : len(own)], mask[i, : len(own)], marks[i, : len(own)] = own.float(), 1, item.marks
    return middle, mask, marks, torch.stack([item.types for item in items])


def batches_of(items, rng):
    """Batches of pairs of like length."""
    order, out = list(range(len(items))), []
    rng.shuffle(order)
    for start in range(0, len(order), 8 * ROWS):
        chunk = sorted(order[start : start + 8 * ROWS], key=lambda i: len(items[i].marks))
        out += [chunk[i : i + ROWS] for i in range(0, len(chunk), ROWS)]
    rng.shuffle(out)
    return [[items[i] for i in rows] for rows in out]


def loss_of(scores, types, weight):
    """Cross entropy, where any of the types that are right will do; each pair counts by its type's weight."""
    log = F.log_softmax(scores, dim=-1)
    right = -log.masked_fill(~types, float("-inf")).logsumexp(-1)
    own = (weight * types).sum(-1) / types.sum(-1)
    return (own * ((1 - SMOOTHING) * right - SMOOTHING * log.mean(-1))).sum() / own.sum()


def train(network, epoch, epochs, seed, arguments):
    """`epoch(rng)`: the items of one."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    new = [p for n, p in network.named_parameters() if not n.startswith("layers")]
    rates = [{"params": network.layers.parameters(), "lr": arguments.layer_rate}, {"params": new, "lr": 10 * arguments.layer_rate}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    example = epoch(random.Random(0))
    steps = epochs * len(batches_of(example, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps))))
    counts = torch.stack([item.types / item.types.sum() for item in example]).sum(0)
    weight = (counts.mean() / counts.clamp(min=1)) ** arguments.balance
    network.train()
    for _ in range(epochs):
        for rows in batches_of(epoch(rng), rng):
            rows = [exchanged(item) if may_be_exchanged(item) and rng.random() < SWAPPED else item for item in rows]
            states = [rng.choice(item.among) if item.among and rng.random() < 0.5 else item.alone for item in rows]
            middle, mask, marks, types = batch(states, rows)
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(middle, mask, marks)
            loss = loss_of(scores.float(), types, weight)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network.eval()


@torch.no_grad()
def probabilities(network, items, states):
    """[N, 17]."""
    out = []
    for start in range(0, len(items), 32):
        middle, mask, marks, _ = batch(states[start : start + 32], items[start : start + 32])
        out.append(network(middle, mask, marks).softmax(-1))
    return torch.cat(out)


def merged(probability):
    """The likeliest type of the PLOVER pairs (which are all deeds), by probabilities [17]."""
    scores = {kind: float(p) for kind, p in zip(TYPES, probability) if kind != NOTHING}
    for kind, parts in EITHER.items():
        scores[kind] = sum(scores.pop(part) for part in parts)
    return max(scores, key=scores.get)


def figures(gold, predicted):
    right = sum(g == p for g, p in zip(gold, predicted)) / len(gold)
    quads = macro_f1([QUAD[g] for g in gold], [QUAD[p] for p in predicted])
    return f"roots macro F1 {macro_f1(gold, predicted):.3f}, accuracy {right:.3f}; quads macro F1 {quads:.3f}"


def print_judged(network, items):
    """What the network makes of judged pairs, by how sure it has to be."""
    probability = probabilities(network, items, [item.among[0] for item in items])
    deeds = sum(item.type != NOTHING for item in items)
    for sure in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        said = [(TYPES[int(p.argmax())], item.type) for p, item in zip(probability, items) if float(p.max()) >= sure and TYPES[int(p.argmax())] != NOTHING]
        right, real = sum(a == b for a, b in said), sum(b != NOTHING for _, b in said)
        print(f"  sure by {sure}: {len(said)} of {len(items)} pairs are deeds, {right} of them right ({right / max(len(said), 1):.2f}), {real} deeds "
              f"at all; found {right} of {deeds} ({right / max(deeds, 1):.2f})", flush=True)


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
    parser.add_argument("--own-epochs", type=int, default=4, help="on our own tables")
    parser.add_argument("--epochs", type=int, default=3, help="on the PLOVER pairs, and some of our own in each")
    parser.add_argument("--times", type=int, default=3, help="how often each PLOVER pair is seen in an epoch of the second part")
    parser.add_argument("--share", type=float, default=4.0, help="rows of our own for each PLOVER pair in an epoch of the second part")
    parser.add_argument("--go-on", action="store_true", help="from OUT/pairs-own.pt of an earlier run: the second part alone")
    parser.add_argument("--depth", type=int, default=DEPTH)
    parser.add_argument("--layer-rate", type=float, default=1e-4)
    parser.add_argument("--balance", type=float, default=0.3, help="0: types count by their frequency; 1: all the same")
    parser.add_argument("--no-final", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    os.makedirs(arguments.out, exist_ok=True)

    begun = time.time()
    reader = MiddleStates(arguments.model, 2)
    data, tables, pieces, cut = data_folder(arguments.data), os.path.join(HERE, "pairs"), Pieces(), cut_by(arguments.demarche)

    def items_of_rows(rows):
        return items_of(read_pairs(rows, pieces, cut), reader)

    own = [row for path in sorted(glob.glob(os.path.join(tables, "*.tsv"))) if "polnear-" not in path for row in own_rows(path)]
    own = items_of_rows(own + judged_rows(os.path.join(tables, "polnear-train.tsv"), data))
    judged = items_of_rows(judged_rows(os.path.join(tables, "polnear-dev.tsv"), data))
    pairs = read_pairs(plover_rows(os.path.join(data, "plover", "pairs-train.tsv")), pieces, cut)
    items = items_of(pairs, reader)
    print(f"{len(own)} pairs of our own, {len(items)} PLOVER pairs, {len(judged)} judged ones read after {time.time() - begun:.0f} s", flush=True)

    def save(name, network, seen, **more):
        samples = [(item.alone, item.marks) for item in seen[:SAMPLES]]
        about = {"depth": arguments.depth, "middle_layer": reader.layer, "reader_commit": reader.commit, "seed": arguments.seed, "commit": commit()}
        torch.save({"weights": network.state_dict(), "samples": samples, **about, **more}, os.path.join(arguments.out, name))

    encoder = Encoder()
    encoder.load_pretrained(encoder_folder())
    begin = PairNetwork(arguments.depth, encoder)
    if arguments.go_on:
        begin.load_state_dict(torch.load(os.path.join(arguments.out, "pairs-own.pt"), weights_only=True)["weights"])
        begin.eval()
    else:
        begin = train(begin, lambda rng: own, arguments.own_epochs, arguments.seed, arguments)
        save("pairs-own.pt", begin, own)
    print(f"on our own tables, after {time.time() - begun:.0f} s: PLOVER pairs "
          f"{figures([item.type for item in items], list(map(merged, probabilities(begin, items, [item.alone for item in items]))))}; judged:")
    print_judged(begin, judged)

    def gone_on(seen, seed):
        def epoch(rng):
            return arguments.times * seen + rng.sample(own, min(len(own), int(arguments.share * len(seen))))

        return train(copy.deepcopy(begin), epoch, arguments.epochs, seed, arguments)

    if not arguments.no_final:
        network = gone_on(items, arguments.seed)
        save("pairs.pt", network, items)
        print(f"the final network, after {time.time() - begun:.0f} s; judged:")
        print_judged(network, judged)
    if arguments.folds > 1:
        sentences = list(dict.fromkeys(p.text for p in pairs))
        random.Random(1).shuffle(sentences)
        fold_of = {text: i % arguments.folds for i, text in enumerate(sentences)}
        gold, alone, among = [], [], []
        for fold in range(arguments.folds):
            rest = [item for item, p in zip(items, pairs) if fold_of[p.text] != fold]
            network = gone_on(rest, 100 * fold + arguments.seed)
            rows = [i for i, p in enumerate(pairs) if fold_of[p.text] == fold]
            held = [items[i] for i in rows]
            here = [item.type for item in held], list(map(merged, probabilities(network, held, [item.alone for item in held])))
            gold += here[0]
            alone += here[1]
            among += map(merged, probabilities(network, held, [item.among[0] for item in held]))
            save(f"pairs-fold-{fold}.pt", network, rest, rows=rows)
            print(f"fold {fold}: {figures(*here)}; {len(rows)} pairs, {time.time() - begun:.0f} s", flush=True)
        print(f"{arguments.folds}-fold cross-validation: {figures(gold, alone)}")
        print(f"the same, sentences read among others: {figures(gold, among)}", flush=True)


if __name__ == "__main__":
    main()
