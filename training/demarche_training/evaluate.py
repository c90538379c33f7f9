"""Measures a reader on the development parts; the reader is any function from input tensors to `scores` [B, T, D]."""

import os

import numpy as np
import torch

from . import decode
from .batches import POLNEAR_LIMIT, UD_LIMIT, input_tensors, window_arrays
from .pieces import Pieces
from .polnear import attributions_of, read_polnear, windows_of
from .ud import documents, read_conllu


def load(path):
    """(network, inventories, settings) of a checkpoint."""
    from .network import Reader, shape_like

    state = torch.load(path, map_location="cpu", weights_only=False)
    model = Reader({k: len(v) for k, v in state["labels"].items()}, 0.0, state["arguments"].get("encoder", "minilm"))
    shape_like(model.encoder, state["model"])
    model.load_state_dict(state["model"])
    return model.eval(), state["labels"], state


def arrays_of(model):
    """The arrays that are used outside of the network, as numpy f32, by their names in reader.json."""
    found = {
        "root_arc": model.root_arc, "root_bias": model.root_bias, "root_label": model.root_label,
        "label_weight": model.label_out.weight, "label_bias": model.label_out.bias,
        "distance": model.distance.weight, "paragraph": model.paragraph.weight,
        "attribution_weight": model.attribution_out.weight, "attribution_bias": model.attribution_out.bias,
    }
    return {k: v.detach().float().numpy().copy() for k, v in found.items()}


def fold(model):
    """Puts the arcs' scale into the network, so that arc scores are plain dot products; to be done once, before use."""
    from .network import ARC_SCALE

    with torch.no_grad():
        model.bilinear.weight.mul_(ARC_SCALE)


def run_windows(network, columns, arrays):
    """Yields for each window (as of window_arrays) its columns at the words' first pieces, in order."""
    order = sorted(range(len(arrays)), key=lambda i: len(arrays[i][0]))
    out = [None] * len(arrays)
    batch = []

    def flush():
        tensors = input_tensors([arrays[i] for i in batch])
        scores = network({k: tensors[k] for k in ("input_ids", "attention_mask", "casing", "quoted")})
        for row, i in enumerate(batch):
            own = scores[row][arrays[i][3]]
            out[i] = {name: own[:, a:b].astype(np.float64) for name, (a, b) in columns.items()}
        batch.clear()

    for i in order:
        if batch and len(arrays[i][0]) * (len(batch) + 1) > 1500:
            flush()
        batch.append(i)
    if batch:
        flush()
    return out


def torch_network(model, bf16=False):
    """A checkpoint's scores; with bf16, its products as in training, which is faster and changes figures by some hundredths of a point."""

    def run(tensors):
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            return model(**tensors)[0].float().numpy()

    return run


def packed(documents_, pieces, limit):
    """Consecutive sentences of a document in windows of at most `limit` pieces."""
    out = []
    for document in documents_:
        current, size = [], 2
        for s in document:
            n = sum(len(pieces(f)) for f in s.forms)
            if current and size + n > limit:
                out.append(current)
                current, size = [], 2
            current.append(s)
            size += n
        if current:
            out.append(current)
    return out


def read_treebank(network, columns, arrays, labels, sentences, pieces, limit=UD_LIMIT):
    """For each sentence, in order: {upos, xpos, feats, lemma (scripts), heads, label, name (tags), start (probabilities)}."""
    windows = packed(documents(sentences), pieces, limit)
    inputs = [window_arrays(pieces, [f for s in w for f in s.forms], [q for s in w for q in s.quoted]) for w in windows]
    # a sentence longer than the encoder's positions is cut by the C++ reader; no treebank sentence here is
    root = labels["label"].index("root")
    out = []
    for window, c in zip(windows, run_windows(network, columns, inputs)):
        begin = 0
        for s in window:
            end = begin + len(s.forms)
            heads = decode.tree(decode.weighed_head_scores(c, arrays, begin, end, root))
            chosen = decode.choose_labels(decode.label_scores(c, arrays, heads, begin), heads, root)
            one = {k: [labels[k][j] for j in c[k][begin:end].argmax(axis=1)] for k in ("upos", "xpos", "feats")}
            one["lemma"] = [decode.scripts(row, labels["lemma"]) for row in c["lemma"][begin:end]]
            one["heads"], one["label"] = list(heads), [labels["label"][j] for j in chosen]
            one["name"] = [labels["name"][j] for j in decode.viterbi(c["name"][begin:end], labels["name"])]
            one["start"] = list(1 / (1 + np.exp(-c["start"][begin:end, 0])))
            one["first"] = begin == 0
            out.append(one)
            begin = end
    return out


def f1(right, predicted, gold):
    return 2 * right / max(predicted + gold, 1)


def treebank_scores(sentences, read, lexicon):
    """The figures of one treebank: shares right, and F1 of names and sentence starts (within windows)."""
    n, right = 0, dict.fromkeys(("upos", "xpos", "feats", "lemma", "uas", "las", "las_subtypes"), 0)
    names = {"typed": [0, 0, 0], "untyped": [0, 0, 0], "named_kinds": [0, 0, 0]}  # the last: typed, without those of kind `other`
    starts = [0, 0, 0]
    for s, r in zip(sentences, read):
        n += len(s.forms)
        for i in range(len(s.forms)):
            for k, gold in (("upos", s.upos), ("xpos", s.xpos), ("feats", s.feats)):
                right[k] += r[k][i] == gold[i]
            right["lemma"] += lexicon.lemma(s.forms[i], r["upos"][i], r["lemma"][i]) == s.lemmas[i]
            attached = r["heads"][i] == s.heads[i] + 1
            right["uas"] += attached
            right["las"] += attached and r["label"][i].split(":")[0] == s.labels[i].split(":")[0]
            right["las_subtypes"] += attached and r["label"][i] == s.labels[i]
            if not (r["first"] and i == 0):
                says, is_ = r["start"][i] >= 0.5, i == 0
                starts = [starts[0] + (says and is_), starts[1] + says, starts[2] + is_]
        if s.names:
            gold, found = decode.spans(s.names), decode.spans(r["name"])
            kinds = [{x for x in side if x[2] != "other"} for side in (gold, found)]
            for key, cut, (g, p) in (("typed", 3, (gold, found)), ("untyped", 2, (gold, found)), ("named_kinds", 3, kinds)):
                g, p = {x[:cut] for x in g}, {x[:cut] for x in p}
                names[key] = [a + b for a, b in zip(names[key], (len(g & p), len(p), len(g)))]
    out = {k: v / n for k, v in right.items()}
    out["starts"] = f1(*starts)
    if names["typed"][2]:
        out.update({f"names_{key}": f1(*counts) for key, counts in names.items()})
    return out


def read_articles(network, columns, arrays, labels, articles, pieces, thresholds, limit=POLNEAR_LIMIT):
    """For each article its attributions, {role: [(first word, last word)]} in words of the article."""
    inputs, places = [], []
    for k, article in enumerate(articles):
        lengths = [len(pieces(f)) for f in article.forms]
        for begin, end in windows_of(article, lengths, limit - 2):
            inputs.append(window_arrays(pieces, article.forms[begin:end], article.quoted[begin:end]))
            places.append((k, begin, end))
    out = [[] for _ in articles]
    for (k, begin, end), c in zip(places, run_windows(network, columns, inputs)):
        newpar = articles[k].newpar[begin:end]
        for anchor, kind in decode.anchors(c, thresholds):
            found = decode.attribution(decode.tag_scores(c, arrays, anchor, newpar), anchor, kind, labels["tag"])
            if found:
                out[k].append({role: [(a + begin, b + begin) for a, b in parts] for role, parts in found.items()})
    return out


def attribution_scores(articles, found):
    """Relations and words right, as the project's scorer counts them: {relation, relation_p, relation_r, quoted, source, cue, content}."""
    import re

    word = re.compile(r"\w+|[^\w\s]")
    tokens = {role: [0, 0, 0] for role in ("source", "cue", "content")}
    hits, predicted, total, quoted_hits, quoted_total = 0, 0, 0, 0, 0
    for article, guesses in zip(articles, found):
        words = [m.span() for m in word.finditer(article.text)]

        def inside(fragments):
            return {i for i, (s, e) in enumerate(words) if any(s < end and start < e for start, end in fragments)}

        marks = article.gold
        gold = [{role: inside(g[role]) for role in tokens} for g in marks]
        guess = [{role: inside([(article.words[a][0], article.words[b][1]) for a, b in g[role]]) for role in tokens} for g in guesses]
        for role in tokens:
            g, p = set().union(*(x[role] for x in gold)), set().union(*(x[role] for x in guess))
            tokens[role] = [a + b for a, b in zip(tokens[role], (len(g & p), len(p), len(g)))]
        pairs = sorted(((len(g["content"] & p["content"]) / len(g["content"] | p["content"]), i, j) for i, g in enumerate(gold)
                        for j, p in enumerate(guess) if g["content"] & p["content"]), reverse=True)
        taken_gold, taken_guess = set(), set()
        for jaccard, i, j in pairs:
            same = gold[i]["source"] & guess[j]["source"] or not (gold[i]["source"] or guess[j]["source"])
            if jaccard >= 0.5 and same and i not in taken_gold and j not in taken_guess:
                taken_gold.add(i)
                taken_guess.add(j)
        hits, predicted, total = hits + len(taken_gold), predicted + len(guess), total + len(gold)
        for i, g in enumerate(marks):
            text = article.text[min(s for s, _ in g["content"]) : max(e for _, e in g["content"])].strip()
            if text[:1] in "\"“'‘" and text[-1:] in "\"”'’":
                quoted_total += 1
                quoted_hits += i in taken_gold
    out = {"relation": f1(hits, predicted, total), "relation_p": hits / max(predicted, 1), "relation_r": hits / max(total, 1),
           "quoted": quoted_hits / max(quoted_total, 1)}
    return {**out, **{role: f1(*t) for role, t in tokens.items()}}


def dev_articles(folder):
    """The development articles of PolNeAR, each with its first annotator's marks as `gold`."""
    import glob

    articles = read_polnear(os.path.join(folder, "polnear", "dev"))
    for a in articles:
        pattern = os.path.join(glob.escape(os.path.join(folder, "polnear", "dev", "attributions")), glob.escape(a.name) + "*.ann")
        a.gold = attributions_of(sorted(glob.glob(pattern))[0])
    return articles


def line(name, figures):
    return f"{name}: " + ", ".join(f"{k} {v:.4f}" for k, v in figures.items())


def measure(network, columns, arrays, labels, lexicon, thresholds, folder, part=1.0, window=UD_LIMIT, say=print):
    """Measures on all development files (or the first part of each); returns {name: figures}."""
    pieces, out = Pieces(), {}
    for name in ("ewt-dev", "gum-dev"):
        sentences = read_conllu(os.path.join(folder, "ud", name + ".conllu"))
        sentences = sentences[: int(len(sentences) * part)]
        read = read_treebank(network, columns, arrays, labels, sentences, pieces, window)
        out[name] = treebank_scores(sentences, read, lexicon)
        say(line(name, out[name]))
    articles = dev_articles(folder)
    articles = articles[: int(len(articles) * part)]
    found = read_articles(network, columns, arrays, labels, articles, pieces, thresholds)
    out["polnear-dev"] = attribution_scores(articles, found)
    say(line("polnear-dev", out["polnear-dev"]))
    return out
