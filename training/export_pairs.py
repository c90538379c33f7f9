#!/usr/bin/env python3
"""Writes the trained pair network as OpenVINO IR: pairs.xml, pairs.bin, pairs.json.

usage: export_pairs.py [--checkpoint build/training/pairs.pt] [--reader build/training/reader.pt] [--out model]
The weights are stored in 16 bits; the network is small beside the reader.
"""

import argparse
import json
import os

import openvino as ov
import torch

from demarche_training.network import Reader
from demarche_training.pairs import TYPES, PairNetwork


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", default="build/training/pairs.pt")
    parser.add_argument("--reader", default="build/training/reader.pt")
    parser.add_argument("--out", default="model")
    arguments = parser.parse_args()
    saved = torch.load(arguments.reader, map_location="cpu", weights_only=False)
    pairs = torch.load(arguments.checkpoint, map_location="cpu", weights_only=False)
    reader = Reader({kind: len(labels) for kind, labels in saved["labels"].items()})
    network = PairNetwork(reader.encoder, pairs["depth"]).eval()
    network.load_state_dict(pairs["weights"])
    example = {"middle": torch.randn(2, 7, 384), "attention_mask": torch.ones(2, 7, dtype=torch.long), "marks": torch.tensor([[0, 1, 0, 2, 0, 0, 0]] * 2)}
    names = list(example)
    shapes = {"middle": [-1, -1, 384], "attention_mask": [-1, -1], "marks": [-1, -1]}
    with torch.no_grad():
        exported = ov.convert_model(network, example_input=example, input=[(n, ov.PartialShape(shapes[n])) for n in names])
    for port, name in zip(exported.inputs, names):
        port.get_tensor().set_names({name})
    exported.outputs[0].get_tensor().set_names({"scores"})
    os.makedirs(arguments.out, exist_ok=True)
    ov.save_model(exported, os.path.join(arguments.out, "pairs.xml"), compress_to_fp16=True)
    description = {"format": 1, "network": "pairs.xml", "hidden": 384, "depth": pairs["depth"], "types": TYPES, "reader_commit": saved.get("commit")}
    with open(os.path.join(arguments.out, "pairs.json"), "w", encoding="utf-8") as file:
        json.dump(description, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
