#!/usr/bin/env python3
"""Exports a checkpoint of the reader for the C++ program: OpenVINO IR, inventories, decoder arrays, vocabulary, lemmas.

usage: export_reader.py CHECKPOINT --out model [--precision int8|fp32] [--version V] [--data FOLDER]
int8 needs the training data to calibrate on (400 windows); FORMAT.md describes what is written.
"""

import argparse
import os

import numpy as np

from demarche_training import evaluate, export
from demarche_training.batches import PolnearData, UdData, data_folder, input_tensors, window_arrays
from demarche_training.lexicon import Lexicon
from demarche_training.pieces import Pieces
from demarche_training.polnear import read_article


def samples(folder, count, seed):
    """Input tensors of training windows, a quarter of them of articles."""
    import glob

    rng, pieces = np.random.default_rng(seed), Pieces()
    ud = UdData([os.path.join(folder, "ud", f"{n}-train.conllu") for n in ("ewt", "gum")], {}, pieces)
    windows = ud.windows(rng)
    arrays = []
    for i in rng.choice(len(windows), count * 3 // 4, replace=False):
        arrays.append(window_arrays(pieces, [f for s in windows[i] for f in s.forms], [q for s in windows[i] for q in s.quoted]))
    texts = sorted(glob.glob(os.path.join(folder, "polnear", "train", "text", "*.txt")))
    for i in rng.choice(len(texts), count - len(arrays), replace=False):
        article = read_article(texts[i], "", with_annotations=False)
        article.annotations = [[]]
        news = PolnearData([article], pieces).windows(rng)
        a, begin, end = news[rng.integers(len(news))][:3]
        arrays.append(window_arrays(pieces, a.forms[begin:end], a.quoted[begin:end]))
    return [input_tensors([a]) for a in arrays]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint")
    parser.add_argument("--out", default="model")
    parser.add_argument("--tables", metavar="FOLDER", help="name the vocabulary and lemmas of this export instead of writing them again")
    parser.add_argument("--precision", choices=("int8", "fp32"), default="int8")
    parser.add_argument("--version", default="1")
    parser.add_argument("--windows", type=int, default=400, help="training windows to calibrate int8 on")
    parser.add_argument("--keep", action="append", default=[], help="a pattern of operations to keep out of int8")
    parser.add_argument("--commit", help="commit of the training code (default: as the checkpoint says)")
    parser.add_argument("--data")
    arguments = parser.parse_args()
    folder = data_folder(arguments.data)
    reader, labels, state = evaluate.load(arguments.checkpoint)
    if state["arguments"].get("encoder", "minilm") != "minilm":
        parser.error(f"{arguments.checkpoint}: a teacher; only the reader's own network is exported")
    evaluate.fold(reader)
    model = export.convert(reader)
    seed = state["arguments"]["seed"]
    if arguments.precision == "int8":
        model = export.quantised(model, samples(folder, arguments.windows, seed), arguments.keep)
    about = {"version": arguments.version, "seed": seed, "commit": arguments.commit or state["commit"], "precision": arguments.precision}
    export.write(arguments.out, model, reader, labels, Lexicon.learned(folder), about, arguments.tables)
    for name in sorted(os.listdir(arguments.out)):
        print(f"{os.path.getsize(os.path.join(arguments.out, name)) / 1e6:8.2f} MB  {name}")


if __name__ == "__main__":
    main()
