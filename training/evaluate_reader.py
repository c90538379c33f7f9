#!/usr/bin/env python3
"""Measures a reader on the development parts: a checkpoint, or an exported model with --model.

usage: evaluate_reader.py CHECKPOINT [--data FOLDER] [--lexicon model/lemmas.tsv] [--part 1.0] [--window 200] [--json FILE]
       evaluate_reader.py --model FOLDER …
Treebanks with gold words and sentences, in windows of several sentences; labels of `las` without subtypes. `starts` is the F1
of sentence starts within windows at the words given. PolNeAR as the project's scorer counts, with words cut by a regular expression.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import argparse
import json
import time

import torch

from demarche_training import evaluate
from demarche_training.batches import data_folder
from demarche_training.export import THRESHOLDS, Exported
from demarche_training.lexicon import Lexicon


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", nargs="?")
    parser.add_argument("--model", help="a folder written by export_reader.py, instead of a checkpoint")
    parser.add_argument("--data")
    parser.add_argument("--lexicon", help="a lemmas.tsv (default: the model's, or made from the training data)")
    parser.add_argument("--part", type=float, default=1.0, help="share of each development file to use")
    parser.add_argument("--window", type=int, default=200, help="pieces of a treebank window at most (1: each sentence by itself)")
    parser.add_argument("--bf16", action="store_true", help="run a checkpoint in bf16, as in training: faster, for teachers")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", help="also write the figures to this file")
    arguments = parser.parse_args()
    if bool(arguments.checkpoint) == bool(arguments.model):
        parser.error("give either a checkpoint or --model")
    folder = data_folder(arguments.data)
    torch.set_num_threads(arguments.threads)
    began = time.process_time()
    if arguments.model:
        e = Exported(arguments.model, arguments.threads)
        network, columns, arrays, labels, thresholds = e.run, e.columns, e.arrays, e.labels, e.thresholds
        lexicon = Lexicon.read(arguments.lexicon or e.lemmas)
    else:
        model, labels, state = evaluate.load(arguments.checkpoint)
        evaluate.fold(model)
        print(f"checkpoint at step {state['step']}")
        network, columns, arrays, thresholds = evaluate.torch_network(model, arguments.bf16), model.columns(), evaluate.arrays_of(model), THRESHOLDS
        lexicon = Lexicon.read(arguments.lexicon) if arguments.lexicon else Lexicon.learned(folder)
    figures = evaluate.measure(network, columns, arrays, labels, lexicon, thresholds, folder, arguments.part, arguments.window)
    print(f"{time.process_time() - began:.0f} CPU seconds")
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=1)


if __name__ == "__main__":
    main()
