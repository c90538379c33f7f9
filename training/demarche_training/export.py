"""Writes a checkpoint as OpenVINO IR with its tables, and runs such an export for measuring."""

import json
import os
import shutil

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from . import decode, evaluate
from .network import ARC, ATTRIBUTION, DISTANCE_ENDS, LABEL
from .pieces import CASING, CLOSING, MAX_WORD_PIECES, OPENING, encoder_folder

THRESHOLDS = {"cue": 0.4, "content": 0.4, "start": 0.5}
FORMAT = 1
MIDDLE = 3  # the layer whose states are given too; the pair network goes on from them
INPUTS = ("input_ids", "attention_mask", "casing", "quoted")


class Fused(nn.Module):
    """The reader with its heads in one matrix product, as it is exported."""

    def __init__(self, reader):
        super().__init__()
        self.encoder = reader.encoder
        plain = reader.linear.out_features
        self.sizes = [plain, ARC, ARC]
        self.all = nn.Linear(reader.linear.in_features, sum(self.sizes))
        with torch.no_grad():
            self.all.weight.copy_(torch.cat([reader.linear.weight, reader.arcs.weight]))
            self.all.bias.copy_(torch.cat([reader.linear.bias, reader.arcs.bias]))
        self.bilinear, self.head_bias = reader.bilinear, reader.head_bias

    def forward(self, input_ids, attention_mask, casing, quoted):
        hidden, middle = self.encoder(input_ids, attention_mask, casing, quoted, middle=MIDDLE)
        plain, dep, head = self.all(hidden).split(self.sizes, dim=-1)
        head = F.relu(head)
        return torch.cat([plain, self.bilinear(F.relu(dep)), head, self.head_bias(head)], dim=-1), middle


def convert(reader):
    """The network as an OpenVINO model with named inputs and outputs and free shapes."""
    import openvino as ov

    example = {k: torch.ones(2, 9, dtype=torch.long) for k in INPUTS}
    example["input_ids"] = torch.randint(1000, 2000, (2, 9))
    fused = Fused(reader).eval()
    for p in fused.parameters():
        p.requires_grad_(False)
    model = ov.convert_model(fused, example_input=example, input=[(k, [-1, -1], np.int64) for k in INPUTS])
    for port, name in zip(model.inputs, INPUTS):
        assert name in port.get_names(), port.get_names()
        port.get_tensor().set_names({name})
    for port, name in zip(model.outputs, ("scores", "middle")):
        port.get_tensor().set_names({name})
    return model


def quantised(model, samples, ignored=()):
    """The int8 model by post-training quantisation on the samples (lists of input tensors)."""
    import nncf

    scope = nncf.IgnoredScope(patterns=list(ignored), validate=False) if ignored else None
    data = nncf.Dataset(samples, lambda s: {k: s[k].numpy() for k in INPUTS})
    return nncf.quantize(model, data, model_type=nncf.ModelType.TRANSFORMER, preset=nncf.QuantizationPreset.PERFORMANCE,
                         subset_size=len(samples), ignored_scope=scope)


def write(folder, model, reader, labels, lexicon, about, tables=None):
    """Writes everything but the model card. `about`: version, seed, commit, precision; `tables`: the folder of another export, whose vocabulary
    and lemmas are named instead of written."""
    import openvino as ov

    os.makedirs(folder, exist_ok=True)
    ov.save_model(model, os.path.join(folder, "reader.xml"), compress_to_fp16=about["precision"] != "fp32")
    layout, at = {}, 0
    with open(os.path.join(folder, "reader-decoder.bin"), "wb") as file:
        for name, values in evaluate.arrays_of(reader).items():
            layout[name] = {"offset": at, "shape": list(values.shape)}
            file.write(values.astype("<f4").tobytes())
            at += values.size
    columns = reader.columns()
    place = {name: os.path.relpath(os.path.join(tables or folder, name), folder).replace(os.sep, "/") for name in ("vocab.txt", "lemmas.tsv")}
    described = {
        "format": FORMAT, **about,
        "network": "reader.xml", "vocabulary": place["vocab.txt"], "lemmas": place["lemmas.tsv"], "decoder": "reader-decoder.bin",
        "dimensions": {"hidden": 384, "scores": max(b for _, b in columns.values()), "arc": ARC, "label": LABEL, "attribution": ATTRIBUTION},
        "limits": {"window": 250, "word": MAX_WORD_PIECES},
        "casing": CASING,
        "quotation": {"opening": sorted(OPENING), "closing": sorted(CLOSING), "toggling": ['"']},
        "middle_layer": MIDDLE, "script_margin": decode.SCRIPT_MARGIN, "thresholds": THRESHOLDS, "distance_ends": DISTANCE_ENDS, "columns": columns, "arrays": layout, "labels": labels,
    }
    with open(os.path.join(folder, "reader.json"), "w", encoding="utf-8", newline="\n") as file:
        json.dump(described, file, ensure_ascii=False, indent=1)
        file.write("\n")
    if tables:
        return
    shutil.copyfile(os.path.join(encoder_folder(), "vocab.txt"), os.path.join(folder, "vocab.txt"))
    lexicon.write(os.path.join(folder, "lemmas.tsv"))


class Exported:
    """An exported model, run by OpenVINO."""

    def __init__(self, folder, threads=2):
        import openvino as ov

        with open(os.path.join(folder, "reader.json"), encoding="utf-8") as file:
            about = json.load(file)
        self.columns, self.labels, self.thresholds = about["columns"], about["labels"], about["thresholds"]
        self.lemmas = os.path.join(folder, about["lemmas"])
        flat = np.fromfile(os.path.join(folder, about["decoder"]), "<f4")
        self.arrays = {k: flat[a["offset"] : a["offset"] + int(np.prod(a["shape"]))].reshape(a["shape"]) for k, a in about["arrays"].items()}
        core = ov.Core()
        self.compiled = core.compile_model(os.path.join(folder, about["network"]), "CPU", {"INFERENCE_NUM_THREADS": threads})

    def run(self, tensors):
        return self.compiled({k: tensors[k].numpy() for k in INPUTS})["scores"]
