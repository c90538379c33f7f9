"""The losses of a batch of treebank windows and of a batch of PolNeAR windows."""

import torch
from torch.nn import functional as F

from .batches import IGNORE
from .network import ARC_SCALE

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


def ud_losses(model, batch):
    c = word_scores(model, batch)
    out = {}
    for key in ("upos", "xpos", "feats", "lemma", "name"):
        if (batch[key] != IGNORE).any():
            out[key] = F.cross_entropy(c[key].flatten(0, 1), batch[key].flatten(), ignore_index=IGNORE)
    known = batch["start"] != IGNORE
    out["start"] = F.binary_cross_entropy_with_logits(c["start"].squeeze(-1)[known], batch["start"][known].float())
    real = batch["head"] != IGNORE
    arcs = arc_scores(model, c, batch["sentence"])
    out["arc"] = F.cross_entropy(arcs[real], batch["head"][real])
    head = batch["head"].clamp(min=0)
    rows = torch.cat([model.root_label.expand(len(head), 1, -1), c["label_head"]], dim=1)
    rows = rows.gather(1, head.unsqueeze(-1).expand(-1, -1, rows.shape[-1]))
    labels = model.label_scores(c["label_dep"][real], rows[real])
    out["label"] = F.cross_entropy(labels, batch["label"][real], ignore_index=IGNORE)
    return sum(WEIGHTS[k] * v for k, v in out.items()), out


def polnear_losses(model, batch):
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
    return 0.5 * out["anchor"] + 2.0 * out.get("tags", 0.0), out
