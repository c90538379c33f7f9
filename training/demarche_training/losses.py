"""The losses of a batch of treebank windows and of a batch of PolNeAR windows."""

import torch
from torch.nn import functional as F

from .batches import IGNORE
from .network import ARC_SCALE

PLAIN = ("upos", "xpos", "feats", "lemma", "name")
WEIGHTS = {"upos": 1.0, "xpos": 0.5, "feats": 0.5, "lemma": 0.7, "start": 0.5, "name": 0.7, "arc": 1.0, "label": 1.0}


def word_scores(model, batch):
    """The fused heads at the words' first pieces [B, W, D]; the encoder in bf16, the heads in f32."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model.encoder(batch["input_ids"], batch["attention_mask"], batch["casing"], batch["quoted"])
        index = batch["firsts"].unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        scores = model.heads(hidden.gather(1, index))
    scores = scores.float()
    return {name: scores[..., a:b] for name, (a, b) in model.columns().items()}


def arc_scores(model, c, sentence):
    """[B, W, W+1] scores of heads, the root first; −1e4 where head and word are not of one sentence."""
    heads = torch.einsum("bwd,bhd->bwh", c["arc_dep"], c["arc_head"]) * ARC_SCALE + c["arc_bias"].transpose(1, 2)
    root = (c["arc_dep"] @ model.root_arc * ARC_SCALE + model.root_bias).unsqueeze(-1)
    allowed = (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & (sentence >= 0).unsqueeze(1)
    w = sentence.shape[1]
    allowed = allowed & ~torch.eye(w, dtype=torch.bool)
    return torch.cat([root, heads.masked_fill(~allowed, -1e4)], dim=-1)


def label_scores(model, c, head, real):
    """[words, labels] of the words that `real` chooses, for their heads (0 the root, else word + 1)."""
    rows = torch.cat([model.root_label.expand(len(head), 1, -1), c["label_head"]], dim=1)
    rows = rows.gather(1, head.unsqueeze(-1).expand(-1, -1, rows.shape[-1]))
    return model.label_scores(c["label_dep"][real], rows[real])


def soft_losses(model, c, batch, arcs, untaught=()):
    """Cross-entropies with the teacher's probabilities (soft.py), as means over the words that it has read, but for the questions `untaught`."""
    asked = {key: c[key] for key in PLAIN}
    asked["arc"] = arcs
    out = {}
    for key in (*asked, "label"):
        if key in untaught:
            continue
        numbers, p = batch[f"soft_{key}"], batch[f"soft_{key}_p"]
        known = p.sum(-1) > 0
        if not known.any():
            continue
        scores = label_scores(model, c, batch["soft_head"], known) if key == "label" else asked[key][known]
        p = p[known] / p[known].sum(-1, keepdim=True)
        out[key] = -(p * F.log_softmax(scores, dim=-1).gather(-1, numbers[known])).sum(-1).mean()
    known = ~batch["soft_start"].isnan()
    if known.any() and "start" not in untaught:
        out["start"] = F.binary_cross_entropy_with_logits(c["start"].squeeze(-1)[known], batch["soft_start"][known])
    return out


def named_soft(losses):
    return {"soft_" + k: v for k, v in losses.items()}


def ud_losses(model, batch, soft_weight=0.5, untaught=()):
    """The total and its parts; `soft_weight` is the share of the teacher's word where there is one, the treebank's has the rest."""
    c = word_scores(model, batch)
    out = {}
    for key in PLAIN:
        if (batch[key] != IGNORE).any():
            out[key] = F.cross_entropy(c[key].flatten(0, 1), batch[key].flatten(), ignore_index=IGNORE)
    known = batch["start"] != IGNORE
    out["start"] = F.binary_cross_entropy_with_logits(c["start"].squeeze(-1)[known], batch["start"][known].float())
    real = batch["head"] != IGNORE
    arcs = arc_scores(model, c, batch["sentence"])
    out["arc"] = F.cross_entropy(arcs[real], batch["head"][real])
    labels = label_scores(model, c, batch["head"].clamp(min=0), real)
    out["label"] = F.cross_entropy(labels, batch["label"][real], ignore_index=IGNORE)
    soft = soft_losses(model, c, batch, arcs, untaught) if "soft_arc" in batch else {}
    total = 0.0
    for key, weight in WEIGHTS.items():
        if key in out:
            share = soft_weight if key in soft else 0.0
            total = total + weight * (1 - share) * out[key]
        if key in soft:
            # what the treebank says nothing about (names in EWT), the teacher alone says
            total = total + weight * (soft_weight if key in out else 1.0) * soft[key]
    return total, {**out, **named_soft(soft)}


def polnear_losses(model, batch, soft_weight=1.0, untaught=()):
    """The total and its parts; the teacher's word on trees, tags and names, where there is one, counts `soft_weight` times."""
    c = word_scores(model, batch)
    kinds = batch["anchor"]
    n = max(int((kinds > 0).sum()), 1)
    out = {"anchor": F.cross_entropy(c["anchor"].flatten(0, 1), kinds.flatten(), ignore_index=IGNORE, reduction="sum") / n}
    if "tags" in batch:
        row, place = batch["row"], batch["place"]
        distance = torch.arange(kinds.shape[1]).unsqueeze(0) - place.unsqueeze(1)
        scores = model.attribution_scores(c["attribution_anchor"][row, place], c["attribution_word"][row], distance, batch["paragraph"])
        marked = max(int((batch["tags"] > 0).sum()), 1)
        loss = F.cross_entropy(scores.flatten(0, 1), batch["tags"].flatten(), ignore_index=IGNORE, reduction="sum")
        out["tags"] = loss / marked
    total = 0.5 * out["anchor"] + 2.0 * out.get("tags", 0.0)
    if "soft_arc" in batch and soft_weight > 0:
        soft = soft_losses(model, c, batch, arc_scores(model, c, batch["soft_sentence"]), untaught)
        total = total + soft_weight * sum(WEIGHTS[k] * v for k, v in soft.items())
        out.update(named_soft(soft))
    return total, out
