"""Inventories of labels, windows of words, and batches of tensors."""

import os
import sys
from collections import Counter

import numpy as np
import torch

from .lemmas import script_of
from .pieces import CLS, SEP, UNK, Pieces, casing
from .polnear import ANCHORS, TAGS, anchored, windows_of
from .soft import joined, soft_tensors
from .ud import NAME_TAGS, documents, read_conllu

UD_LIMIT, POLNEAR_LIMIT = 200, 250
IGNORE = -100


def data_folder(given):
    """The data folder, from an option or DEMARCHE_DATA; ends the program with a clear message where it is missing."""
    folder = given or os.environ.get("DEMARCHE_DATA")
    if not folder:
        sys.exit("no data: give --data FOLDER or set DEMARCHE_DATA (see training/README.md)")
    for need in ("ud/ewt-train.conllu", "ud/gum-train.conllu", "polnear/train/text"):
        if not os.path.exists(os.path.join(folder, need)):
            sys.exit(f"no data: {os.path.join(folder, need)} does not exist (see training/README.md)")
    return folder


def inventories(sentences):
    """The label sets seen in training: {upos, xpos, feats, lemma, label, name, anchor, tag: [label]}."""
    counts = {k: Counter() for k in ("upos", "xpos", "feats", "lemma", "label")}
    for s in sentences:
        counts["upos"].update(s.upos)
        counts["xpos"].update(s.xpos)
        counts["feats"].update(s.feats)
        counts["label"].update(s.labels)
        counts["lemma"].update(script_of(f, l) for f, l in zip(s.forms, s.lemmas))
    least = {"upos": 1, "xpos": 2, "feats": 2, "lemma": 3, "label": 2}
    out = {k: sorted(v for v, n in c.items() if n >= least[k]) for k, c in counts.items()}
    return {**out, "name": NAME_TAGS, "anchor": ANCHORS, "tag": TAGS}


def window_arrays(pieces, forms, quoted):
    """ids, casing, quoted of a window's pieces, and the place of each word's first piece."""
    ids, cases, marks, firsts = [CLS], [0], [0], []
    for form, mark in zip(forms, quoted):
        word = pieces(form)
        firsts.append(len(ids))
        ids += word
        cases += [casing(form)] * len(word)
        marks += [mark] * len(word)
    return ids + [SEP], cases + [0], marks + [0], firsts


def pad(rows, value=0, dtype=torch.long):
    """Rows of unequal length as one tensor."""
    width = max(len(r) for r in rows)
    out = np.full((len(rows), width), value, dtype=np.int64)
    for i, r in enumerate(rows):
        out[i, : len(r)] = r
    return torch.from_numpy(out).to(dtype)


def input_tensors(arrays):
    """The network's inputs for several windows (as made by window_arrays)."""
    ids = pad([a[0] for a in arrays])
    return {
        "input_ids": ids,
        "attention_mask": pad([[1] * len(a[0]) for a in arrays]),
        "casing": pad([a[1] for a in arrays]),
        "quoted": pad([a[2] for a in arrays]),
        "firsts": pad([a[3] for a in arrays]),
    }


def grouped(lengths, budget, rng):
    """Numbers of windows in batches of at most `budget` padded pieces, similar lengths together, batches shuffled."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + rng.uniform(-8, 8))
    batches, current, longest = [], [], 0
    for i in order:
        if current and max(longest, lengths[i]) * (len(current) + 1) > budget:
            batches.append(current)
            current, longest = [], 0
        current.append(i)
        longest = max(longest, lengths[i])
    if current:
        batches.append(current)
    rng.shuffle(batches)
    return batches


def noise(batch, rng, rate):
    """Replaces some pieces by [UNK], in place."""
    ids = batch["input_ids"]
    drop = torch.from_numpy(rng.random(ids.shape) < rate) & (ids != CLS) & (ids != SEP) & (batch["attention_mask"] == 1)
    ids[drop] = UNK


class UdData:
    """Treebank sentences as windows and batches for training."""

    def __init__(self, paths, labels, pieces=None):
        self.pieces = pieces or Pieces()
        self.index = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
        self.documents = [d for path in paths for d in documents(read_conllu(path))]
        self.sentences = [s for d in self.documents for s in d]
        self.sizes = {id(s): sum(len(self.pieces(f)) for f in s.forms) for s in self.sentences}
        self.numbers = {id(s): i for i, s in enumerate(self.sentences)}
        self.soft = None  # soft.SoftTargets, where there are any

    def windows(self, rng):
        """Windows of consecutive sentences of one document; their size is drawn anew for each window."""
        out = []
        for document in self.documents:
            current, size, room = [], 0, 0
            for s in document:
                n = self.sizes[id(s)]
                if current and size + n > room:
                    out.append(current)
                    current, size = [], 0
                if not current:
                    room = 1 if rng.random() < 0.15 else rng.integers(60, UD_LIMIT + 1)
                current.append(s)
                size += n
            if current:
                out.append(current)
        return out

    def batches(self, rng, budget):
        windows = self.windows(rng)
        lengths = [sum(self.sizes[id(s)] for s in w) + 2 for w in windows]
        return [[windows[i] for i in b] for b in grouped(lengths, budget, rng)]

    def tensors(self, windows, rng=None):
        """Inputs and targets of a batch; with rng, some sentences are put into capitals or small letters."""
        arrays, soft, rows = [], [], {k: [] for k in ("upos", "xpos", "feats", "lemma", "start", "name", "head", "label", "sentence")}
        for window in windows:
            forms, marks, row, base, own_soft = [], [], {k: [] for k in rows}, 0, []
            for number, s in enumerate(window):
                draw = rng.random() if rng is not None else 1
                own = [f.upper() for f in s.forms] if draw < 0.04 else [f.lower() for f in s.forms] if draw < 0.06 else s.forms
                forms += own
                marks += s.quoted
                for key, values in (("upos", s.upos), ("xpos", s.xpos), ("feats", s.feats), ("label", s.labels)):
                    row[key] += [self.index[key].get(v, IGNORE) for v in values]
                row["lemma"] += [self.index["lemma"].get(script_of(f, l), IGNORE) for f, l in zip(own, s.lemmas)]
                row["start"] += [1] + [0] * (len(own) - 1)
                row["name"] += [self.index["name"][t] for t in s.names] if s.names else [IGNORE] * len(own)
                row["head"] += [h + base + 1 if h >= 0 else 0 for h in s.heads]  # 0 is the root
                row["sentence"] += [number] * len(own)
                base += len(own)
                if self.soft:
                    targets = self.soft.of_sentence(self.numbers[id(s)])
                    if own is not s.forms:  # other letters have other edit scripts
                        targets["lemma_p"] = np.zeros_like(targets["lemma_p"])
                    own_soft.append(targets)
            if self.soft:
                soft.append(joined(own_soft))
            row["start"][0] = IGNORE
            arrays.append(window_arrays(self.pieces, forms, marks))
            for k in rows:
                rows[k].append(row[k])
        batch = input_tensors(arrays)
        for k, v in rows.items():
            batch[k] = pad(v, -1 if k == "sentence" else IGNORE)
        if soft:
            batch.update(soft_tensors(soft))
        return batch


class PolnearData:
    """Articles with attributions as windows and batches for training."""

    def __init__(self, articles, pieces=None):
        self.pieces = pieces or Pieces()
        self.articles = articles
        self.numbers = {id(a): i for i, a in enumerate(articles)}
        self.soft = None  # soft.SoftTargets, where there are any
        self.lengths = [[len(self.pieces(f)) for f in a.forms] for a in articles]

    def windows(self, rng):
        """(article, begin, end, annotation) with one annotator drawn per article and the cuts shifted at random."""
        out = []
        for article, lengths in zip(self.articles, self.lengths):
            annotation = article.annotations[rng.integers(len(article.annotations))]
            limit = int(rng.choice([120, 180, 250, 250])) - 2
            for begin, end in windows_of(article, lengths, limit, int(rng.integers(40, limit + 1))):
                out.append((article, begin, end, annotation, sum(lengths[begin:end]) + 2))
        return out

    def batches(self, rng, budget):
        windows = self.windows(rng)
        return [[windows[i] for i in b] for b in grouped([w[4] for w in windows], budget, rng)]

    def tensors(self, windows):
        arrays, anchors, row_of, place, tags, paragraphs = [], [], [], [], [], []
        for b, (article, begin, end, annotation, _) in enumerate(windows):
            arrays.append(window_arrays(self.pieces, article.forms[begin:end], article.quoted[begin:end]))
            kinds = [0] * (end - begin)
            number = np.cumsum(article.newpar[begin:end])
            for anchor, kind, own in anchored(annotation, begin, end):
                kinds[anchor] = kind
                row_of.append(b)
                place.append(anchor)
                tags.append(own)
                paragraphs.append(np.where(number == number[anchor], 0, np.where(number < number[anchor], 1, 2)))
            anchors.append(kinds)
        batch = input_tensors(arrays)
        batch["anchor"] = pad(anchors, IGNORE)
        if self.soft:
            batch.update(soft_tensors([self.soft.of_article(self.numbers[id(w[0])], w[1], w[2]) for w in windows]))
        if tags:
            width = batch["anchor"].shape[1]
            batch["row"], batch["place"] = torch.tensor(row_of), torch.tensor(place)
            full = np.full((len(tags), width), IGNORE, dtype=np.int64)
            pars = np.zeros((len(tags), width), dtype=np.int64)
            for i, (t, p) in enumerate(zip(tags, paragraphs)):
                full[i, : len(t)] = t
                pars[i, : len(p)] = p
            batch["tags"], batch["paragraph"] = torch.from_numpy(full), torch.from_numpy(pars)
        return batch
