#!/usr/bin/env python3
"""Writes the trained pair network as OpenVINO IR: pairs.xml, pairs.bin, pairs.json.

usage: export_pairs.py [--checkpoint build/training/pairs.pt] [--out model] [--precision int8|fp16]
int8 is calibrated on pairs that the checkpoint was trained on and holds.
"""

import argparse
import json
import os

import numpy as np
import openvino as ov
import torch

from demarche_training.pairs import TYPES, PairNetwork

INPUTS = {"middle": [-1, -1, 384], "attention_mask": [-1, -1], "marks": [-1, -1]}


def converted(network):
    example = {"middle": torch.randn(2, 7, 384), "attention_mask": torch.ones(2, 7, dtype=torch.long), "marks": torch.tensor([[0, 1, 0, 2, 0, 0, 0]] * 2)}
    with torch.no_grad():
        model = ov.convert_model(network, example_input=example, input=[(n, ov.PartialShape(s)) for n, s in INPUTS.items()])
    for port, name in zip(model.inputs, INPUTS):
        port.get_tensor().set_names({name})
    model.outputs[0].get_tensor().set_names({"scores"})
    return model


def quantised(model, samples):
    import nncf

    def tensors(sample):
        states, marks = sample
        return {"middle": states.float().numpy()[None], "attention_mask": np.ones((1, len(marks)), np.int64), "marks": marks.numpy()[None]}

    return nncf.quantize(model, nncf.Dataset(samples, tensors), model_type=nncf.ModelType.TRANSFORMER,
                         preset=nncf.QuantizationPreset.PERFORMANCE, subset_size=len(samples))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", default="build/training/pairs.pt")
    parser.add_argument("--out", default="model")
    parser.add_argument("--precision", choices=("int8", "fp16"), default="int8")
    arguments = parser.parse_args()
    saved = torch.load(arguments.checkpoint, map_location="cpu", weights_only=True)
    network = PairNetwork(saved["depth"]).eval()
    network.load_state_dict(saved["weights"])
    model = converted(network)
    if arguments.precision == "int8":
        model = quantised(model, saved["samples"])
    os.makedirs(arguments.out, exist_ok=True)
    ov.save_model(model, os.path.join(arguments.out, "pairs.xml"), compress_to_fp16=True)
    description = {"format": 1, "network": "pairs.xml", "hidden": 384, "types": TYPES, "precision": arguments.precision,
                   **{k: saved[k] for k in ("depth", "middle_layer", "reader_commit", "seed", "commit")}}
    with open(os.path.join(arguments.out, "pairs.json"), "w", encoding="utf-8") as file:
        json.dump(description, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
