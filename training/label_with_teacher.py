#!/usr/bin/env python3
"""Lets a teacher read the training data, and writes what it thinks of each word for the student to learn (train_reader.py --soft-targets).

usage: label_with_teacher.py CHECKPOINT [--data FOLDER] [--out build/training/soft.npz] [--sources treebanks articles] [--part 1.0] …
Treebanks are read in windows of several sentences, with the treebank's sentences and heads (labels are asked for those); PolNeAR's training
articles in windows of whole paragraphs, with the teacher's sentences and trees. Goes on with what OUT has already, so that it may be broken off.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "0")

import argparse
import time

import numpy as np
import torch

from demarche_training import evaluate, soft
from demarche_training.batches import POLNEAR_LIMIT, PolnearData, UdData, data_folder, window_arrays
from demarche_training.pieces import Pieces
from demarche_training.polnear import read_polnear, windows_of

AT_ONCE = 60  # windows that are read between two looks at the clock


def sentences_of(c, newpar, threshold=0.5):
    """[(begin, end)] of the teacher's sentences in a window: at paragraphs' starts and where it says so."""
    starts = (c["start"][:, 0] >= np.log(threshold / (1 - threshold))) | np.array(newpar)
    starts[0] = True
    begins = np.flatnonzero(starts)
    return list(zip(begins, [*begins[1:], len(newpar)]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint")
    parser.add_argument("--data", help="folder with ud/ and polnear/ (default: DEMARCHE_DATA)")
    parser.add_argument("--out", default="build/training/soft.npz")
    parser.add_argument("--sources", nargs="+", choices=("treebanks", "articles"), default=["treebanks", "articles"])
    parser.add_argument("--part", type=float, default=1.0, help="share of each source to read")
    parser.add_argument("--window", type=int, default=120, help="pieces of a treebank window at most")
    parser.add_argument("--k", type=int, default=4, help="how many labels and heads of each word are kept")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-minutes", type=float, default=5)
    arguments = parser.parse_args()
    folder = data_folder(arguments.data)
    torch.set_num_threads(arguments.threads)
    model, labels, state = evaluate.load(arguments.checkpoint)
    evaluate.fold(model)
    network, columns, arrays, pieces = evaluate.torch_network(model, bf16=True), model.columns(), evaluate.arrays_of(model), Pieces()
    ud = UdData([os.path.join(folder, "ud", f"{n}-train.conllu") for n in ("ewt", "gum")], {}, pieces)
    polnear = PolnearData(read_polnear(os.path.join(folder, "polnear", "train")), pieces)
    targets = soft.targets_for(ud.sentences, polnear.articles, labels, arguments.k, teacher_step=state["step"], teacher_commit=state["commit"])
    if os.path.exists(arguments.out):
        targets.load(arguments.out)

    # a window: its inputs, and [(unit, first word in the unit, begin, end in the window, heads)] or what is needed to find its sentences
    todo = []
    if "treebanks" in arguments.sources:
        for window in evaluate.packed(ud.documents[: int(len(ud.documents) * arguments.part)], pieces, arguments.window):
            if not all(targets.known(ud.numbers[id(s)]) for s in window):
                inputs = window_arrays(pieces, [f for s in window for f in s.forms], [q for s in window for q in s.quoted])
                todo.append((inputs, ("treebank", window)))
    if "articles" in arguments.sources:
        for number, (a, lengths) in enumerate(list(zip(polnear.articles, polnear.lengths))[: int(len(polnear.articles) * arguments.part)]):
            if not targets.known(targets.treebank + number):
                for begin, end in windows_of(a, lengths, POLNEAR_LIMIT - 2):
                    todo.append((window_arrays(pieces, a.forms[begin:end], a.quoted[begin:end]), ("article", (number, begin, end))))
    print(f"{len(todo)} windows to read", flush=True)
    began = saved = shown = time.time()
    seen = 0
    for at in range(0, len(todo), AT_ONCE):
        some = todo[at : at + AT_ONCE]
        for (inputs, (kind, what)), c in zip(some, evaluate.run_windows(network, columns, [t[0] for t in some])):
            seen += len(inputs[0])
            if kind == "treebank":
                begin = 0
                for s in what:
                    end = begin + len(s.forms)
                    heads = [h + 1 if h >= 0 else 0 for h in s.heads]
                    targets.put(ud.numbers[id(s)], 0, soft.sentence_targets(c, arrays, begin, end, arguments.k, heads))
                    begin = end
            else:
                number, first, last = what
                for begin, end in sentences_of(c, polnear.articles[number].newpar[first:last]):
                    targets.put(targets.treebank + number, first + begin, soft.sentence_targets(c, arrays, begin, end, arguments.k))
        now = time.time()
        if now - shown > 20:
            left = (now - began) / (at + len(some)) * (len(todo) - at - len(some)) / 60
            print(f"window {at + len(some)}/{len(todo)}, {seen / (now - began):.0f} pieces/s, {left:.1f} min left", flush=True)
            shown = now
        if now - saved > 60 * arguments.save_minutes:
            targets.write(arguments.out, compressed=False)
            saved = now
    targets.write(arguments.out)
    print(f"{os.path.getsize(arguments.out) / 1e6:.1f} MB in {(time.time() - began) / 60:.1f} min: {arguments.out}")


if __name__ == "__main__":
    main()
