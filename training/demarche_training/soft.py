"""Soft targets: what a teacher thinks of each word of the training data, and the student's batches of it.

A file of soft targets (npz) holds arrays over all words, the treebanks' sentences in the order of their files and then PolNeAR's articles:
for each question of QUESTIONS the numbers of the K likeliest labels (`upos`) and their probabilities (`upos_p`, float16); `arc`, `arc_p`:
the K likeliest heads (0 the root, else 1 + the word's place in its sentence); `head`: the head that `label` is asked for (the treebank's own;
in articles that of the teacher's tree); `start`: the probability that the word begins a sentence, NaN where the teacher's window began;
`place`: the word's place in its sentence (in articles the teacher's sentences). Words that no teacher has read have probabilities of 0.
`about` (JSON) says which labels, teacher and words these are.
"""

import json
import os
import zlib

import numpy as np
import torch

from . import decode

QUESTIONS = ("upos", "xpos", "feats", "lemma", "name", "label")
FORMAT = 1


def likeliest(logp, k):
    """The k likeliest columns of each row of log-probabilities: (numbers, probabilities)."""
    best = np.argsort(-logp, axis=1, kind="stable")[:, :k]
    p = np.exp(np.take_along_axis(logp, best, axis=1))
    short = k - best.shape[1]
    return np.pad(best, ((0, 0), (0, short))), np.pad(p, ((0, 0), (0, short)))


def sentence_targets(c, arrays, begin, end, k, heads=None):
    """The targets {name: array} of one sentence of a window, from the teacher's columns; heads (0 the root) where they are known."""
    logp = decode.head_scores(c, arrays, begin, end)
    out = {}
    out["arc"], out["arc_p"] = likeliest(logp, k)
    out["head"] = np.array(decode.tree(logp) if heads is None else heads)
    labels = decode.log_softmax(decode.label_scores(c, arrays, out["head"], begin))
    for key in QUESTIONS:
        out[key], out[key + "_p"] = likeliest(labels if key == "label" else decode.log_softmax(c[key][begin:end]), k)
    start = 1 / (1 + np.exp(-c["start"][begin:end, 0]))
    out["start"] = np.where((np.arange(begin, end) == 0), np.nan, start)
    out["place"] = np.arange(end - begin)
    return out


class SoftTargets:
    """The arrays of a file of soft targets, by units: first the treebanks' sentences, then the articles."""

    def __init__(self, units, treebank, about, k=4):
        """`units` are lists of words, the first `treebank` of them sentences. Nothing is known of them yet."""
        lengths = [len(u) for u in units]
        self.offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(int)
        n = int(self.offsets[-1])
        checksum = zlib.crc32("\n".join(w for u in units for w in u).encode())
        self.treebank = treebank
        self.about = {"format": FORMAT, "words": n, "checksum": checksum, "k": k, **about}
        self.arrays = {"start": np.full(n, np.nan, np.float16), "place": np.zeros(n, np.uint16), "head": np.zeros(n, np.uint16)}
        for key in (*QUESTIONS, "arc"):
            self.arrays[key] = np.zeros((n, k), np.uint16)
            self.arrays[key + "_p"] = np.zeros((n, k), np.float16)

    def put(self, unit, at, targets):
        """Stores the targets of consecutive words from word `at` of a unit."""
        begin = self.offsets[unit] + at
        for name, values in targets.items():
            self.arrays[name][begin : begin + len(values)] = values

    def known(self, unit):
        begin, end = self.offsets[unit : unit + 2]
        return bool((self.arrays["upos_p"][begin:end, 0] > 0).all())

    def write(self, path, compressed=True):
        with open(path + ".part", "wb") as file:
            (np.savez_compressed if compressed else np.savez)(file, about=np.array(json.dumps(self.about)), **self.arrays)
        os.replace(path + ".part", path)

    def load(self, path):
        """Takes over the targets of a file, which must be about the same words and labels."""
        with np.load(path) as file:
            about = json.loads(str(file["about"]))
            for key in ("format", "words", "checksum", "labels"):
                if about[key] != self.about[key]:
                    raise SystemExit(f"{path}: soft targets for other data ({key} differs); label anew with label_with_teacher.py")
            self.arrays = {k: file[k] for k in file.files if k != "about"}
        self.about = about

    def of_sentence(self, number):
        """The targets of a treebank's sentence."""
        begin, end = self.offsets[number : number + 2]
        return {k: v[begin:end] for k, v in self.arrays.items()}

    def of_article(self, number, begin, end):
        """The targets of an article's words begin…end, with heads counted in that window (0 the root, else 1 + the word) and the words'
        sentence numbers; sentences that the window cuts have no heads."""
        first, last = self.offsets[self.treebank + number : self.treebank + number + 2]
        a, b = first + begin, first + end
        out = {k: v[a:b].copy() for k, v in self.arrays.items()}
        place = out["place"].astype(int)
        own = np.arange(b - a) - place  # where the word's sentence begins in the window
        cut = own < 0
        if b < last and self.arrays["place"][b] != 0:
            cut |= own == own[-1]
        for key in ("arc", "head"):
            values = out[key].astype(int)
            shift = own[:, None] if values.ndim == 2 else own
            out[key] = np.where(values > 0, values + shift, 0)
        for key in ("arc", "arc_p", "label_p", "head"):
            out[key][cut] = 0
        out["sentence"] = np.cumsum(place == 0)
        return out


def targets_for(sentences, articles, labels, k=4, **about):
    """Soft targets, still unknown, for the words of the training data as UdData and PolnearData read it."""
    units = [s.forms for s in sentences] + [a.forms for a in articles]
    return SoftTargets(units, len(sentences), {"labels": {q: labels[q] for q in QUESTIONS}, **about}, k)


def joined(parts):
    """Targets of consecutive sentences of one window, heads counted in the window."""
    base, out = 0, {}
    for part in parts:
        for key, values in part.items():
            if key in ("arc", "head"):
                values = np.where(values > 0, values.astype(int) + base, 0)
            out.setdefault(key, []).append(values)
        base += len(part["start"])
    return {k: np.concatenate(v) for k, v in out.items()}


def soft_tensors(rows):
    """The targets of a batch's windows as tensors `soft_…`, filled with probabilities of 0; the first word's start is unknown."""
    width = max(len(r["start"]) for r in rows)
    out = {}
    for key in rows[0]:
        if key == "place":
            continue
        own = []
        for r in rows:
            values = r[key].astype(np.float32 if key == "start" or key.endswith("_p") else np.int64)
            filled = np.full((width, *values.shape[1:]), np.nan if key == "start" else -1 if key == "sentence" else 0, values.dtype)
            filled[: len(values)] = values
            own.append(filled)
        out["soft_" + key] = torch.from_numpy(np.stack(own))
    out["soft_start"][:, 0] = float("nan")
    return out
