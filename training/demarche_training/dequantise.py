"""The weights of an exported reader, taken back into the network that is trained; where there is no checkpoint, training can go on from these.

int8 weights lie in the IR as whole numbers and one scale for each row; SmoothQuant's factors, which stand before a matrix product, are put
back into it. What comes out reads as the export does, up to the rounding of its activations.
"""

import json
import os

import numpy as np
import torch

from .network import ARC_SCALE


def _value(node):
    """The value of a constant, converted or scaled constants among them; None where it depends on the inputs."""
    kind = node.get_type_name()
    if kind == "Constant":
        return np.array(node.data).astype(np.float32)
    sources = [_value(node.input_value(i).get_node()) for i in range(node.get_input_size())]
    if not sources or any(s is None for s in sources):
        return None
    return {"Convert": lambda x: x, "Multiply": lambda x, y: x * y, "Subtract": lambda x, y: x - y}[kind](*sources)


def _constant(node):
    """The constant input of an operation with two inputs."""
    for i in (1, 0):
        other = node.input_value(i).get_node()
        if other.get_type_name() in ("Constant", "Convert", "Multiply", "Subtract"):
            value = _value(other)
            if value is not None:
                return value
    raise ValueError(f"{node.get_friendly_name()}: no constant")


class _Weights:
    def __init__(self, path):
        import openvino as ov

        self.model = ov.Core().read_model(path)
        self.by_name = {op.get_friendly_name(): op for op in self.model.get_ops()}

    def linear(self, name, bias=True):
        """(weight, bias) of a module; (weight, None) where it has none."""
        product = self.by_name[f"__module.{name}/aten::linear/MatMul"]
        weight = _value(product.input_value(1).get_node())
        node = product.input_value(0).get_node()
        if node.get_type_name() == "FakeQuantize":
            node = node.input_value(0).get_node()
        if node.get_friendly_name().endswith("nncf_smooth_quant"):
            weight = weight * _constant(node).reshape(1, -1)
        return weight, _constant(self.by_name[f"__module.{name}/aten::linear/Add"]).reshape(-1) if bias else None

    def norm(self, name):
        place = f"__module.{name}/aten::layer_norm/"
        return _constant(self.by_name[place + "Multiply_1"]).reshape(-1), _constant(self.by_name[place + "Add"]).reshape(-1)

    def embedding(self, name):
        return _value(self.by_name[f"__module.{name}/aten::embedding/Gather"].input_value(0).get_node())


def load_exported(model, folder):
    """Puts the weights of the export in `folder` into a Reader that has the pretrained encoder (whose word and position embeddings, which training
    never changes, are kept); returns the export's inventories."""
    with open(os.path.join(folder, "reader.json"), encoding="utf-8") as file:
        about = json.load(file)
    weights = _Weights(os.path.join(folder, about["network"]))
    own = {}

    def put(name, values):
        for part, value in zip(("weight", "bias"), values):
            if value is not None:
                own[f"{name}.{part}"] = value

    for name in ("encoder.casing", "encoder.quoted"):
        own[name + ".weight"] = weights.embedding(name)
    put("encoder.norm", weights.norm("encoder.norm"))
    for i in range(len(model.encoder.layers)):
        for part in ("qkv", "out", "up", "down"):
            put(f"encoder.layers.{i}.{part}", weights.linear(f"encoder.layers.{i}.{part}"))
        for part in ("norm1", "norm2"):
            put(f"encoder.layers.{i}.{part}", weights.norm(f"encoder.layers.{i}.{part}"))
    weight, bias = weights.linear("all")
    plain = model.linear.out_features
    put("linear", (weight[:plain], bias[:plain]))
    put("arcs", (weight[plain:], bias[plain:]))
    own["bilinear.weight"] = weights.linear("bilinear", bias=False)[0] / ARC_SCALE
    put("head_bias", weights.linear("head_bias"))
    flat = np.fromfile(os.path.join(folder, about["decoder"]), "<f4")
    names = {"label_weight": "label_out.weight", "label_bias": "label_out.bias", "distance": "distance.weight", "paragraph": "paragraph.weight",
             "attribution_weight": "attribution_out.weight", "attribution_bias": "attribution_out.bias"}
    for name, a in about["arrays"].items():
        own[names.get(name, name)] = flat[a["offset"] : a["offset"] + int(np.prod(a["shape"]))].reshape(a["shape"])
    missing, unexpected = model.load_state_dict({k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in own.items()}, strict=False)
    assert not unexpected and set(missing) == {f"encoder.{k}.weight" for k in ("words", "positions", "types")}, (missing, unexpected)
    return about["labels"]
