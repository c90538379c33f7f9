"""The network: a BERT encoder with two small input features, and all heads in one linear map.

What runs inside the exported network is `Reader.forward` (pieces to `scores` and `hidden`); what is computed outside of it, for
chosen words only, are `root`, `label_scores` and `attribution_scores`.
"""

import math
import os

import torch
from torch import nn
from torch.nn import functional as F

ARC, LABEL, ATTRIBUTION = 192, 128, 128
# upper ends of the distance buckets: |w − a| ≤ end; the last bucket is open
DISTANCE_ENDS = [0, 1, 2, 3, 4, 6, 9, 14, 22, 34, 54, 89]
DISTANCES = 2 * len(DISTANCE_ENDS) + 1


def distance_bucket(d):
    """The bucket of signed distances w − a (a tensor): 0 for 0, 2k−1 for the k-th ring before the anchor, 2k after it."""
    ends = torch.tensor(DISTANCE_ENDS, device=d.device)
    ring = torch.bucketize(d.abs(), ends)
    return torch.where(d == 0, torch.zeros_like(ring), torch.where(d < 0, 2 * ring - 1, 2 * ring))


def attention(q, k, v, mask):
    """Means of `v` [batch, heads, pieces, width], weighed by what `q` finds in `k`. `mask`: as of Layer."""
    if not torch.is_autocast_enabled("cpu"):  # what is exported: OpenVINO knows this operation
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask if mask.dtype == torch.bool else mask.to(q.dtype))
    # torch's own kernel for processors takes two to three times as long in bf16 as plain products do
    b, heads, t, width = q.shape
    add = torch.where(mask, 0.0, -1e4) if mask.dtype == torch.bool else mask
    add = add.to(q.dtype).expand(b, heads, t, t).reshape(b * heads, t, t)
    q, k, v = (x.reshape(b * heads, t, width) for x in (q, k, v))
    scores = torch.baddbmm(add, q, k.transpose(1, 2), alpha=width**-0.5)
    return (scores.softmax(-1) @ v).view(b, heads, t, width)


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, width, inner, heads, dropout, eps=1e-12):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)

    def forward(self, x, mask):
        """`mask`: true for what may be seen, or numbers that are added to the scores of attention."""
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        a = self.out(attention(q, k, v, mask).transpose(1, 2).reshape(b, t, w))
        x = self.norm1(x + F.dropout(a, self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


def through(layers, x, mask, middle=None):
    """The last states; with `middle`, the states behind that layer (1: the first) as well."""
    for number, layer in enumerate(layers, 1):
        x = layer(x, mask)
        if number == middle:
            between = x
    return x if middle is None else (x, between)


def layer_weights(saved, count, qkv, names):
    """The weights of `count` layers under our names. `qkv`: what the file calls the maps to queries, keys and values; `names`: our part → its."""
    own = {}
    for i in range(count):
        for part in ("weight", "bias"):
            own[f"layers.{i}.qkv.{part}"] = torch.cat([saved[f"encoder.layer.{i}.{n}.{part}"] for n in qkv])
            for ours, theirs in names.items():
                own[f"layers.{i}.{ours}.{part}"] = saved[f"encoder.layer.{i}.{theirs}.{part}"]
    return own


def take_over(encoder, weights):
    """Puts pretrained weights into an encoder, which has all of them but those of its own two features."""
    missing, unexpected = encoder.load_state_dict(weights, strict=False)
    assert not unexpected and set(missing) == {"casing.weight", "quoted.weight"}, (missing, unexpected)


class Encoder(nn.Module):
    """BERT, with the casing and quotation features added to its input embeddings."""

    def __init__(self, vocabulary=30522, width=384, inner=1536, layers=6, heads=12, positions=512, dropout=0.1):
        super().__init__()
        self.width = width
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.types = nn.Embedding(2, width)
        self.casing = nn.Embedding(6, width)
        self.quoted = nn.Embedding(2, width)
        nn.init.normal_(self.casing.weight, std=1e-3)
        nn.init.normal_(self.quoted.weight, std=1e-3)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(width, inner, heads, dropout) for _ in range(layers)])
        self.dropout = dropout

    def forward(self, ids, attention_mask, casing, quoted, middle=None):
        """The last states; with `middle`, the states behind that layer (1: the first) as well."""
        positions = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = self.words(ids) + self.positions(positions) + self.types.weight[0] + self.casing(casing) + self.quoted(quoted)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = attention_mask[:, None, None, :].bool()
        return through(self.layers, x, mask, middle)

    def load_pretrained(self, folder):
        """Takes over the weights of a BertModel saved as safetensors."""
        from safetensors.torch import load_file

        s = load_file(os.path.join(folder, "model.safetensors"))
        s = {k.removeprefix("bert."): v for k, v in s.items()}
        e = "embeddings."
        own = {
            "words.weight": s[e + "word_embeddings.weight"],
            "positions.weight": s[e + "position_embeddings.weight"],
            "types.weight": s[e + "token_type_embeddings.weight"],
            "norm.weight": s[e + "LayerNorm.weight"],
            "norm.bias": s[e + "LayerNorm.bias"],
        }
        names = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
                 "down": "output.dense", "norm2": "output.LayerNorm"}
        own.update(layer_weights(s, len(self.layers), [f"attention.self.{n}" for n in ("query", "key", "value")], names))
        take_over(self, own)


def keep_layers(encoder, numbers):
    """Leaves the encoder these layers alone (1: the first), in this order: a faster network, to be trained on."""
    encoder.layers = nn.ModuleList([encoder.layers[n - 1] for n in numbers])


def keep_inner(encoder, count):
    """Leaves the feed-forward part of each layer `count` units, those with the largest weights in and out: likewise."""
    for layer in encoder.layers:
        up, down = layer.up, layer.down
        kept = (up.weight.norm(dim=1) * down.weight.norm(dim=0)).topk(count).indices.sort().values
        layer.up, layer.down = nn.Linear(up.in_features, count), nn.Linear(count, down.out_features)
        with torch.no_grad():
            layer.up.weight.copy_(up.weight[kept])
            layer.up.bias.copy_(up.bias[kept])
            layer.down.weight.copy_(down.weight[:, kept])
            layer.down.bias.copy_(down.bias)


def shape_like(encoder, weights):
    """Leaves the encoder as many layers and feed-forward units as a checkpoint's weights have (`encoder.layers.0.up.weight`: a tensor, …);
    which ones does not matter, since the weights are to be loaded."""
    count = len({key.split(".")[2] for key in weights if key.startswith("encoder.layers.")})
    keep_layers(encoder, range(1, count + 1))
    keep_inner(encoder, len(weights["encoder.layers.0.up.weight"]))


ENCODERS = ("minilm", "mpnet")  # the reader's own, and the teacher's


def make_encoder(name, dropout):
    """An encoder without its pretrained weights."""
    if name == "minilm":
        return Encoder(dropout=dropout)
    from .mpnet import MpnetEncoder

    return MpnetEncoder(dropout=dropout)


class Reader(nn.Module):
    """An encoder and its heads. `sizes` are the inventories' sizes: upos, xpos, feats, lemma, name, anchor, label, tag; `encoder`
    is a key of ENCODERS."""

    def __init__(self, sizes, dropout=0.1, encoder="minilm"):
        super().__init__()
        self.sizes = dict(sizes)
        self.encoder = make_encoder(encoder, dropout)
        self.dropout = dropout
        width = self.encoder.width
        # plain columns of the fused map, in order; the arcs' two parts go through a ReLU
        self.plain = [(k, sizes[k]) for k in ("upos", "xpos", "feats", "lemma")] + [("start", 1)]
        self.plain += [(k, sizes[k]) for k in ("name", "anchor")]
        self.plain += [("label_dep", LABEL), ("label_head", LABEL), ("attribution_anchor", ATTRIBUTION), ("attribution_word", ATTRIBUTION)]
        self.linear = nn.Linear(width, sum(n for _, n in self.plain))
        self.arcs = nn.Linear(width, 2 * ARC)
        self.bilinear = nn.Linear(ARC, ARC, bias=False)
        self.head_bias = nn.Linear(ARC, 1)
        with torch.no_grad():
            self.bilinear.weight.mul_(0.3)
        self.root_arc = nn.Parameter(torch.randn(ARC) * 0.05)
        self.root_bias = nn.Parameter(torch.zeros(1))
        self.root_label = nn.Parameter(torch.randn(LABEL) * 0.05)
        self.label_out = nn.Linear(LABEL, sizes["label"])
        self.distance = nn.Embedding(DISTANCES, ATTRIBUTION)
        self.paragraph = nn.Embedding(3, ATTRIBUTION)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.paragraph.weight, std=0.1)
        self.attribution_out = nn.Linear(ATTRIBUTION, sizes["tag"])

    def columns(self):
        """name → [begin, end) in `scores`."""
        out, at = {}, 0
        for name, size in self.plain + [("arc_dep", ARC), ("arc_head", ARC), ("arc_bias", 1)]:
            out[name] = [at, at + size]
            at += size
        return out

    def forward(self, input_ids, attention_mask, casing, quoted):
        hidden = self.encoder(input_ids, attention_mask, casing, quoted)
        return self.heads(hidden), hidden

    def heads(self, hidden):
        """All fused heads at each piece or word."""
        x = F.dropout(hidden, self.dropout, self.training)
        dep, head = F.relu(self.arcs(x)).split(ARC, dim=-1)
        dep = F.dropout(dep, self.dropout, self.training)
        head = F.dropout(head, self.dropout, self.training)
        return torch.cat([self.linear(x), self.bilinear(dep), head, self.head_bias(head)], dim=-1)

    def label_scores(self, dep, head):
        """Scores of the labels, for words' `label_dep` and their heads' `label_head` (or `root_label`)."""
        return self.label_out(F.dropout(F.relu(dep + head), self.dropout, self.training))

    def attribution_scores(self, anchor, words, distance, paragraph):
        """Scores [N, W, 7] of the tags of all words for each anchor; distance = w − a; paragraph 0 same, 1 before, 2 after."""
        x = anchor.unsqueeze(1) + words + self.distance(distance_bucket(distance)) + self.paragraph(paragraph)
        return self.attribution_out(F.dropout(F.relu(x), self.dropout, self.training))


def frozen(name):
    """Parameters that fine-tuning leaves as they are."""
    return name in {f"encoder.{part}.weight" for part in ("words", "positions", "types", "relative")}


ARC_SCALE = 1 / math.sqrt(ARC)
