"""Reads marked pairs (what a source does to a target), and the network that types them.

The pair network goes on from the middle of the reader: it takes the states of each word's first piece behind one of the reader's layers
(export.MIDDLE), adds a mark to the words of source and target, and has layers of its own, which start as the last ones of the pretrained
encoder. The exported reader gives these states (its output `middle`), so that training needs no checkpoint of it, a sentence is read once
however many pairs it holds, and folds of a cross-validation share the reader.
"""

import csv
import json
import os
import subprocess
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .marks import unmark
from .network import Layer
from .pieces import CLS, SEP, casing, quoted
from .polnear import WORD

DEPTH = 3  # layers of its own
LIMIT = 250  # pieces of a window
NOTHING = "NONE"  # the sentence says of no deed that this source does it to this target
TYPES = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
         "RETREAT", "SANCTION", "SUPPORT", "THREATEN", NOTHING]
EITHER = {"YIELD": ("CONCEDE", "RETREAT")}  # types of the PLOVER pairs that may be one or the other
MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}  # what the target does to the source as well
NONE, SOURCE, TARGET, PREDICATE = 0, 1, 2, 3  # marks of words


@dataclass
class Pair:
    """A sentence's words, as the reader takes them (the pieces, casing class and quotation of each), their marks, and the type of what the
    source does to the target (None if unknown)."""

    text: str
    pieces: list
    casing: list
    quoted: list
    marks: list
    type: str


def words_of(conllu, texts):
    """[(spans, heads)] of the words of texts, from what `demarche parse --from lines` printed of them: spans in characters, heads as indices
    of words (-1: none). Words of one token (do, n't) have their own parts of it where they can be told apart."""
    out, at, token, first = [([], []) for _ in texts], 0, None, 0
    for line in conllu.splitlines():
        if line.startswith("# newdoc id = "):
            number, at, token = int(line.rsplit(" ", 1)[1]) - 1, 0, None
        if not line or line[0] == "#":
            continue
        index, form, *_, head = line.split("\t")[:7]
        text, (spans, heads) = texts[number], out[number]
        if "-" in index:
            start = text.index(form, at)
            token, last = (start, start + len(form)), int(index.split("-")[1])
            at = start
            continue
        if index == "1":
            first = len(spans)
        start = text.find(form, at, token[1] if token else len(text))
        if start < 0 and not token:
            raise ValueError(f"{form!r} is not in {text[at:]!r}")
        spans.append((start, start + len(form)) if start >= 0 else token)
        heads.append(first + int(head) - 1 if int(head) else -1)
        at = start + len(form) if start >= 0 else at
        if token and int(index) == last:
            at, token = token[1], None
    return out


def cut_by(program):
    """A function from texts to spans and heads of their words: as the program reads them; by a regular expression, without heads, where none
    is given."""
    if not program:
        return lambda texts: [([m.span() for m in WORD.finditer(text)], None) for text in texts]

    def cut(texts):
        done = subprocess.run([program, "parse", "--from", "lines", "-"], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
        return words_of(done.stdout, texts)

    return cut


def predicate_of(heads, marks):
    """Index of the word below which source and target hang, where that is neither of them; None otherwise."""

    def above(mark):
        inside = [i for i, m in enumerate(marks) if m == mark]
        word = next((i for i in inside if heads[i] not in inside), None)
        chain = []
        while word is not None and word >= 0 and len(chain) < len(heads):
            chain.append(word)
            word = heads[word]
        return chain

    of_target = above(TARGET)
    common = next((word for word in above(SOURCE) if word in of_target), None)
    return common if common is not None and marks[common] == NONE else None


def plover_rows(path):
    """[(type, marked sentence)] of a table of PLOVER pairs, with the columns marked_sentence and gold_root (None where it has none)."""
    with open(path, encoding="utf-8", newline="") as file:
        return [(row.get("gold_root"), row["marked_sentence"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def own_rows(path):
    """[(type, marked sentence)] of a table of our own: two columns, `#` begins a comment. Raises ValueError with file and line."""
    out = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#") or not line.strip():
                continue
            kind, _, marked = line.rstrip("\n").partition("\t")
            if kind not in TYPES or None in unmark(marked)[1:]:
                raise ValueError(f"{path}:{number}: wanted one of {', '.join(TYPES)}, a tab, and a sentence with <s>…</s> and <t>…</t>")
            out.append((kind, marked))
    return out


def judged_rows(path, data):
    """[(type, marked sentence)] of a table of judged pairs in PolNeAR's articles, whose text is in the data folder: article, spans of
    sentence, source and target (in characters of the article), type. Raises ValueError where a span lies outside of its article."""
    out, texts = [], {}
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#"):
                continue
            article, *places, kind = line.rstrip("\n").split("\t")
            if article not in texts:
                with open(os.path.join(data, "polnear", article), encoding="utf-8", newline="") as text:
                    texts[article] = text.read()
            first, last, *marks = map(int, places)
            if kind not in TYPES or not first <= min(marks) < max(marks) <= last <= len(texts[article]):
                raise ValueError(f"{path}:{number}: no type, or a span outside of its sentence")
            sentence = texts[article][first:last]
            for at, mark in sorted(zip(marks, ("<s>", "</s>", "<t>", "</t>")), reverse=True):
                sentence = sentence[: at - first] + mark + sentence[at - first :]
            out.append((kind, " ".join(sentence.split())))
    return out


def read_pairs(rows, pieces, cut):
    """[Pair] of rows of type and marked sentence, which the functions above give."""
    rows = [(kind, *unmark(marked)) for kind, marked in rows]
    out = []
    for (kind, text, source, target), (words, heads) in zip(rows, cut([row[1] for row in rows])):
        forms = [text[s:e] for s, e in words]

        def mark(start, end):
            if source and start < source[1] and source[0] < end:
                return SOURCE
            return TARGET if target and start < target[1] and target[0] < end else NONE

        marks = [mark(*w) for w in words]
        predicate = predicate_of(heads, marks) if heads else None
        if predicate is not None:
            marks[predicate] = PREDICATE
        out.append(Pair(text, [pieces(f) for f in forms], [casing(f) for f in forms], quoted(forms, [i == 0 for i in range(len(forms))]),
                        marks, kind))
    return out


class MiddleStates:
    """The exported reader, as far as its middle states."""

    def __init__(self, folder, threads=1):
        import openvino as ov

        with open(os.path.join(folder, "reader.json"), encoding="utf-8") as file:
            about = json.load(file)
        self.commit, self.layer = about["commit"], about["middle_layer"]
        settings = {"INFERENCE_NUM_THREADS": threads, "INFERENCE_PRECISION_HINT": "f32"}
        self.compiled = ov.Core().compile_model(os.path.join(folder, about["network"]), "CPU", settings)

    def __call__(self, pair, before=(), after=()):
        """[W, 384] states of the first pieces of the pair's words, its sentence read in one window with the others (each a paragraph)."""
        ids, kinds, inside, first = [CLS], [0], [0], []
        for part in (*before, pair, *after):
            for cut, kind, q in zip(part.pieces, part.casing, part.quoted):
                if part is pair:
                    first.append(len(ids))
                ids += cut
                kinds += [kind] * len(cut)
                inside += [q] * len(cut)
        columns = {"input_ids": ids + [SEP], "attention_mask": [1] * (len(ids) + 1), "casing": kinds + [0], "quoted": inside + [0]}
        if len(ids) >= LIMIT and (before or after):
            return self(pair)
        out = self.compiled({k: np.array([v], np.int64) for k, v in columns.items()})["middle"]
        return torch.from_numpy(out[0, first].copy())


class PairNetwork(nn.Module):
    """Middle states of words [B, W, 384], mask [B, W], marks [B, W] (0, 1 source, 2 target, 3 predicate) → scores of the types [B, 17]."""

    def __init__(self, depth=DEPTH, encoder=None, dropout=0.15):
        """Layers start as the last ones of the encoder; at random where none is given (weights are loaded then)."""
        super().__init__()
        width, inner, heads = 384, 1536, 12
        self.layers = nn.ModuleList([Layer(width, inner, heads, 0.1) for _ in range(depth)])
        if encoder:
            for own, start in zip(self.layers, encoder.layers[len(encoder.layers) - depth :]):
                own.load_state_dict(start.state_dict())
        self.mark = nn.Embedding(4, width)
        nn.init.normal_(self.mark.weight, std=0.1)
        with torch.no_grad():
            self.mark.weight[NONE] = 0
        self.dropout = dropout
        self.inner = nn.Linear(4 * width, 256)
        self.outer = nn.Linear(256, len(TYPES))

    def forward(self, middle, attention_mask, marks):
        x = middle + self.mark(marks)
        mask = attention_mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, mask)

        def mean(where):
            weight = where.to(x.dtype).unsqueeze(1)
            return (weight @ x).squeeze(1) / weight.sum(-1).clamp(min=1)

        pooled = torch.cat([*(mean(marks == mark) for mark in (SOURCE, TARGET, PREDICATE)), mean(attention_mask > 0)], dim=-1)
        pooled = F.dropout(pooled, self.dropout, self.training)
        return self.outer(F.dropout(F.gelu(self.inner(pooled)), self.dropout, self.training))
