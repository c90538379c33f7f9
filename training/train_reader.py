#!/usr/bin/env python3
"""Trains the reader: one encoder, all heads together, on treebanks (EWT, GUM) and attributions (PolNeAR).

usage: train_reader.py [--data FOLDER] [--out build/training] [--ud-epochs N] [--polnear-epochs N] [--encoder mpnet] [--soft-targets FILE] [--resume] …
Writes OUT/reader.pt (the averaged weights, inventories and settings) and, every few minutes, OUT/state.pt, from which
--resume goes on. Batches of the two sources are mixed at random over the whole run.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "0")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import argparse
import subprocess
import time

import numpy as np
import torch

from demarche_training.batches import PolnearData, UdData, data_folder, inventories, noise
from demarche_training.dequantise import load_exported
from demarche_training.losses import polnear_losses, ud_losses
from demarche_training.mpnet import mpnet_folder
from demarche_training.network import ENCODERS, Reader, frozen, keep_inner, keep_layers, shape_like
from demarche_training.pieces import Pieces, encoder_folder
from demarche_training.polnear import read_polnear
from demarche_training.soft import targets_for

PLANNED = ("encoder", "ud_epochs", "polnear_epochs", "ud_budget", "polnear_budget", "encoder_rate", "head_rate", "seed", "steps", "layers", "inner")  # what a run keeps


def save(path, content):
    torch.save(content, path + ".part")
    os.replace(path + ".part", path)


def plan(arguments, ud, polnear):
    """All batches of the run in order, [(source, windows)], and the same for the same seed."""
    rng = np.random.default_rng(arguments.seed)
    steps = []
    for epochs, name, data, budget in (
        (arguments.ud_epochs, "ud", ud, arguments.ud_budget),
        (arguments.polnear_epochs, "polnear", polnear, arguments.polnear_budget),
    ):
        own = []
        while len(own) == 0 or epochs > 0:
            batches = data.batches(rng, budget)
            own += batches[: max(1, int(len(batches) * min(epochs, 1)))]
            epochs -= 1
        # each source's batches stay in their order and are spread evenly
        steps += [((i + rng.random()) / len(own), name, b) for i, b in enumerate(own)]
    steps.sort(key=lambda s: s[0])
    return [(name, b) for _, name, b in steps]


def begin_with(model, labels, place):
    """Takes over the weights of an export's folder, which must have all layers, or of a checkpoint, with the layers and units that it has."""
    if os.path.isdir(place):
        found = load_exported(model, place)
    else:
        state = torch.load(place, map_location="cpu", weights_only=False)
        shape_like(model.encoder, state["model"])
        model.load_state_dict(state["model"])
        found = state["labels"]
    if found != labels:
        raise SystemExit(f"{place}: has other inventories of labels than the data")


def commit():
    here = os.path.dirname(os.path.abspath(__file__))
    done = subprocess.run(["git", "-C", here, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", help="folder with ud/ and polnear/ (default: DEMARCHE_DATA)")
    parser.add_argument("--out", default="build/training")
    parser.add_argument("--ud-epochs", type=float, default=6.5)
    parser.add_argument("--polnear-epochs", type=float, default=3)
    parser.add_argument("--ud-budget", type=int, default=1300, help="padded pieces of a batch")
    parser.add_argument("--polnear-budget", type=int, default=1500)
    parser.add_argument("--encoder", choices=ENCODERS, default="minilm", help="mpnet: the teacher's")
    parser.add_argument("--start-from", metavar="PLACE", help="begin with the weights of an exported reader (model/) or of a checkpoint (reader.pt), not with the pretrained ones alone")
    parser.add_argument("--layers", type=int, nargs="+", metavar="N", help="keep these layers of the weights that are begun with (1: the first), for a faster network")
    parser.add_argument("--inner", type=int, metavar="N", help="keep so many units of each layer's feed-forward part, likewise")
    parser.add_argument("--soft-targets", metavar="FILE", help="what a teacher thinks of the words, from label_with_teacher.py")
    parser.add_argument("--soft-weight", type=float, default=0.5, help="the teacher's share in treebank losses; the treebank's own labels have the rest")
    parser.add_argument("--polnear-soft-weight", type=float, default=1.0, help="weight of the teacher's word on PolNeAR words, beside the attributions")
    parser.add_argument("--untaught", nargs="+", default=[], metavar="QUESTION", help="what the teacher knows worse than the treebanks' labels do (feats, say): its word on it does not count")
    parser.add_argument("--encoder-rate", type=float, help="default: 2e-4 for minilm, 8e-5 for mpnet")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--piece-dropout", type=float, default=0.04)
    parser.add_argument("--average", type=float, default=0.995, help="decay of the weights' running average")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-minutes", type=float, default=4)
    parser.add_argument("--stop-after", type=int, default=0, help="stop after so many steps (for trying out)")
    parser.add_argument("--steps", type=int, default=0, help="cut the plan to so many steps (the rate then falls to 0 by then)")
    parser.add_argument("--finish-at", type=int, metavar="STEP", help="end the planned run early, at this step; the rate falls to 0 over the last quarter of the steps before it")
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    arguments.encoder_rate = arguments.encoder_rate or {"minilm": 2e-4, "mpnet": 8e-5}[arguments.encoder]
    folder = data_folder(arguments.data)
    os.makedirs(arguments.out, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)

    pieces = Pieces()
    ud = UdData([os.path.join(folder, "ud", f"{n}-train.conllu") for n in ("ewt", "gum")], {}, pieces)
    labels = inventories([s for d in ud.documents for s in d])
    ud.index = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
    polnear = PolnearData(read_polnear(os.path.join(folder, "polnear", "train")), pieces)
    if arguments.soft_targets:
        ud.soft = polnear.soft = targets_for(ud.sentences, polnear.articles, labels)
        ud.soft.load(arguments.soft_targets)
    steps = plan(arguments, ud, polnear)
    steps = steps[: arguments.steps or len(steps)]
    print({k: len(v) for k, v in labels.items()})
    words = sum(len(s.forms) for d in ud.documents for s in d)
    print(f"{words} treebank words, {sum(len(a.forms) for a in polnear.articles)} PolNeAR words, {len(steps)} steps: "
          f"{sum(n == 'ud' for n, _ in steps)} treebank, {sum(n == 'polnear' for n, _ in steps)} PolNeAR", flush=True)

    model = Reader({k: len(v) for k, v in labels.items()}, arguments.dropout, arguments.encoder)
    model.encoder.load_pretrained(mpnet_folder() if arguments.encoder == "mpnet" else encoder_folder())
    if arguments.start_from:
        begin_with(model, labels, arguments.start_from)
    if arguments.layers:
        keep_layers(model.encoder, arguments.layers)
    if arguments.inner:
        keep_inner(model.encoder, arguments.inner)
    groups = {}
    for name, p in model.named_parameters():
        if frozen(name):
            p.requires_grad_(False)
            continue
        rate = arguments.encoder_rate if name.startswith("encoder.") and "casing" not in name and "quoted" not in name else arguments.head_rate
        decay = 0.01 if p.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(p)
    optimizer = torch.optim.AdamW([{"params": ps, "lr": r, "weight_decay": d} for (r, d), ps in groups.items()], betas=(0.9, 0.98), fused=True)
    warm = max(int(0.06 * len(steps)), 1)
    planned = len(steps)
    end = min(arguments.finish_at or planned, planned)
    steps = steps[:end]

    def rate_at(i):
        rate = min((i + 1) / warm, max((planned - i) / max(planned - warm, 1), 0.0))
        return rate if end == planned else rate * min(1.0, max(end - i, 0) / max(end // 4, 1))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_at)
    trained = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    average = {n: p.detach().clone() for n, p in trained}
    settings = {"labels": labels, "arguments": vars(arguments), "commit": commit()}

    def averaged():
        return {**model.state_dict(), **{n: v.clone() for n, v in average.items()}}

    at = 0
    state_path = os.path.join(arguments.out, "state.pt")
    if arguments.resume and os.path.exists(state_path):
        state = torch.load(state_path, weights_only=False)
        other = [k for k in PLANNED if k in state.get("arguments", {}) and state["arguments"][k] != getattr(arguments, k)]
        if other:
            raise SystemExit(f"{state_path}: of a run with another {', '.join(other)}; delete it, or give the same options")
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average, at = state["average"], state["step"]
        torch.set_rng_state(state["random"])
        print(f"goes on at step {at}", flush=True)

    model.train()
    began = saved = shown = time.time()
    start_at, seen, sums, counts = at, 0, {}, {}
    for at in range(at, len(steps)):
        name, windows = steps[at]
        rng = np.random.default_rng([arguments.seed, at])
        batch = ud.tensors(windows, rng) if name == "ud" else polnear.tensors(windows)
        noise(batch, rng, arguments.piece_dropout)
        loss, parts = ud_losses(model, batch, arguments.soft_weight, arguments.untaught) if name == "ud" else polnear_losses(model, batch, arguments.polnear_soft_weight, arguments.untaught)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for _, p in trained], 2.0)
        optimizer.step()
        schedule.step()
        decay = min(arguments.average, (at + 1) / (at + 20))
        torch._foreach_lerp_([average[n] for n, _ in trained], [p.detach() for _, p in trained], 1 - decay)
        seen += int(batch["attention_mask"].sum())
        for k, v in parts.items():
            sums[k] = sums.get(k, 0.0) + float(v.detach())
            counts[k] = counts.get(k, 0) + 1
        now = time.time()
        if now - shown > 20 or at + 1 == len(steps):
            done = at + 1 - start_at
            left = (now - began) / done * (len(steps) - at - 1) / 60
            means = " ".join(f"{k} {sums[k] / counts[k]:.3f}" for k in sorted(sums))
            print(f"step {at + 1}/{len(steps)}, {seen / (now - began):.0f} pieces/s, {left:.1f} min left: {means}", flush=True)
            shown, sums, counts = now, {}, {}
        stop = arguments.stop_after and at + 1 >= arguments.stop_after
        if now - saved > 60 * arguments.save_minutes or stop:
            save(state_path, {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
                              "average": average, "step": at + 1, "random": torch.get_rng_state(), "arguments": vars(arguments)})
            save(os.path.join(arguments.out, "reader.pt"), {"model": averaged(), "step": at + 1, **settings})
            saved = now
        if stop:
            return
    save(os.path.join(arguments.out, "reader.pt"), {"model": averaged(), "step": len(steps), **settings})
    print(f"done in {(time.time() - began) / 60:.1f} min: {os.path.join(arguments.out, 'reader.pt')}")


if __name__ == "__main__":
    main()
