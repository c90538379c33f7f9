"""Reads marked pairs (what a source does to a target), and the network that types them.

The pair network goes on from the middle of the encoder: it takes the states behind layer `6 - DEPTH` of each word's first piece as the
reader computed them, adds a mark to the words of source and target, and has its own copies of the last layers. The encoder below stays
as it is, so a sentence is read once however many pairs it holds, and folds of a cross-validation share the reader.
"""

import copy
import csv
import re
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from .pieces import CLS, SEP, casing, quoted
from .polnear import WORD

DEPTH = 2
LIMIT = 250  # pieces of a window
TYPES = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
         "SANCTION", "SUPPORT", "THREATEN", "YIELD"]
NONE, SOURCE, TARGET = 0, 1, 2
MARK = re.compile(r"</?[st]>")


@dataclass
class Pair:
    """A sentence's pieces, its words' first pieces and marks, and the type of what the source does to the target (None if unknown)."""

    text: str
    ids: list
    casing: list
    quoted: list
    first: list
    marks: list
    type: str


def unmark(marked):
    """(text without marks, source span, target span), spans in characters, None where a mark is missing."""
    at, text, last = {}, "", 0
    for m in MARK.finditer(marked):
        text += marked[last : m.start()]
        last = m.end()
        at[m.group()] = len(text)
    text += marked[last:]

    def span(k):
        return (at[f"<{k}>"], at[f"</{k}>"]) if f"<{k}>" in at and f"</{k}>" in at else None

    return text, span("s"), span("t")


def read_pairs(path, pieces):
    """[Pair] of a table with the columns marked_sentence and gold_root."""
    out = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, source, target = unmark(row["marked_sentence"])
            words = [m.span() for m in WORD.finditer(text)]
            forms = [text[s:e] for s, e in words]
            inside = quoted(forms, [i == 0 for i in range(len(forms))])
            pair = Pair(text, [CLS], [0], [0], [], [], row.get("gold_root"))
            for (start, end), form, q in zip(words, forms, inside):
                mark = NONE
                if source and start < source[1] and source[0] < end:
                    mark = SOURCE
                elif target and start < target[1] and target[0] < end:
                    mark = TARGET
                cut = pieces(form)
                if len(pair.ids) + len(cut) >= LIMIT:
                    break
                pair.first.append(len(pair.ids))
                pair.marks.append(mark)
                pair.ids += cut
                pair.casing += [casing(form)] * len(cut)
                pair.quoted += [q] * len(cut)
            for column, end in ((pair.ids, SEP), (pair.casing, 0), (pair.quoted, 0)):
                column.append(end)
            out.append(pair)
    return out


class PairNetwork(nn.Module):
    """Middle states of words [B, W, 384], mask [B, W], marks [B, W] (0, 1 source, 2 target) → scores of the types [B, 15]."""

    def __init__(self, encoder, depth=DEPTH, dropout=0.15):
        super().__init__()
        width = encoder.layers[0].out.in_features
        self.layers = copy.deepcopy(encoder.layers[len(encoder.layers) - depth :])
        for layer in self.layers:
            layer.dropout = dropout
        self.mark = nn.Embedding(3, width)
        nn.init.normal_(self.mark.weight, std=0.1)
        with torch.no_grad():
            self.mark.weight[NONE] = 0
        self.dropout = dropout
        self.inner = nn.Linear(3 * width, 256)
        self.outer = nn.Linear(256, len(TYPES))

    def forward(self, middle, attention_mask, marks):
        x = middle + self.mark(marks)
        mask = attention_mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, mask)

        def mean(where):
            weight = where.to(x.dtype).unsqueeze(1)
            return (weight @ x).squeeze(1) / weight.sum(-1).clamp(min=1)

        pooled = torch.cat([mean(marks == SOURCE), mean(marks == TARGET), mean(attention_mask > 0)], dim=-1)
        pooled = F.dropout(pooled, self.dropout, self.training)
        return self.outer(F.dropout(F.gelu(self.inner(pooled)), self.dropout, self.training))


def middle_states(encoder, pair, depth=DEPTH):
    """[W, 384] states behind layer 6 − depth of the words of a sentence read by itself."""
    columns = [torch.tensor([c]) for c in (pair.ids, pair.casing, pair.quoted)]
    layers = encoder.layers
    encoder.layers = layers[: len(layers) - depth]
    try:
        with torch.no_grad():
            return encoder(columns[0], torch.ones_like(columns[0]), columns[1], columns[2])[0, pair.first]
    finally:
        encoder.layers = layers
