#!/usr/bin/env python3
"""Says how many 8-bit products a core can do through OpenVINO, and how near the reader's network comes to it.

usage: int8_peak.py [--model model] [--rows N] [--length T] [--seconds S]   (needs what training/requirements.txt names)
First a single large matrix product (N×T rows of 1536 by 1536×1536, 8 bits, as the reader's are), then the network itself on N rows of T
pieces; each the best of many runs, in CPU time of one thread, so that other work on the machine matters little. The network's products are counted
from its matrices. Attention's products are not counted: they are 2·T·W more for each piece and layer.
"""
import argparse
import os
import time

import numpy as np
import openvino as ov
import openvino.opset13 as op

OPTIONS = {"NUM_STREAMS": 1, "INFERENCE_NUM_THREADS": 1, "INFERENCE_PRECISION_HINT": "f32", "ENABLE_CPU_PINNING": False}


def best_time(request, inputs, seconds):
    """The least CPU seconds of a run."""
    request.infer(inputs)
    best, until = float("inf"), time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.process_time()
        request.infer(inputs)
        best = min(best, time.process_time() - began)
    return best


def product(width):
    """x [rows, width] → quantised to 8 bits → 8-bit weights [width, width]."""
    random = np.random.default_rng(1)
    x = op.parameter([-1, width], np.float32)
    low, high = np.float32(-1), np.float32(127 / 128)
    quantised = op.fake_quantize(x, op.constant(low), op.constant(high), op.constant(low), op.constant(high), 256)
    weights = op.constant(random.integers(-127, 128, (width, width)).astype(np.int8))
    scaled = op.multiply(op.convert(weights, np.float32), op.constant(np.full((width, 1), 0.01, np.float32)))
    return ov.Model([op.matmul(quantised, scaled, False, True)], [x])


def products_per_piece(model):
    """Multiplications for one piece in the network's matrices of weights."""
    total = 0
    for node in model.get_ops():
        if node.get_type_name() == "MatMul":
            shape = node.input(1).get_partial_shape()
            if shape.is_static and len(shape) == 2:
                total += shape[0].get_length() * shape[1].get_length()
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "model"))
    parser.add_argument("--rows", type=int, default=2)
    parser.add_argument("--length", type=int, default=160)
    parser.add_argument("--seconds", type=float, default=5)
    arguments = parser.parse_args()
    core, pieces, width = ov.Core(), arguments.rows * arguments.length, 1536

    request = core.compile_model(product(width), "CPU", OPTIONS).create_infer_request()
    seconds = best_time(request, [np.ones((pieces, width), np.float32) / 3], arguments.seconds)
    peak = pieces * width * width / seconds
    print(f"one product, {pieces} rows of {width} by {width}×{width}: {seconds * 1e3:.2f} ms, {peak / 1e9:.0f} billion products a second")

    network = core.read_model(os.path.join(arguments.model, "reader.xml"))
    each = products_per_piece(network)
    request = core.compile_model(network, "CPU", OPTIONS).create_infer_request()
    shape = (arguments.rows, arguments.length)
    ids = np.arange(pieces, dtype=np.int64).reshape(shape) * 37 % 20000 + 1000
    inputs = {"input_ids": ids, "attention_mask": np.ones(shape, np.int64), "casing": np.ones(shape, np.int64), "quoted": np.zeros(shape, np.int64)}
    seconds = best_time(request, inputs, arguments.seconds)
    rate = pieces * each / seconds
    print(f"the network on {arguments.rows}×{arguments.length} pieces: {seconds * 1e3:.2f} ms, {pieces / seconds:.0f} pieces a second, {each / 1e6:.2f} million products a piece")
    print(f"{rate / 1e9:.0f} billion products a second: {rate / peak:.2f} of the one product's")


if __name__ == "__main__":
    main()
