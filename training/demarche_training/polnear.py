"""Reads PolNeAR: news articles with hand-marked attributions (brat stand-off), and cuts them into words."""

import glob
import os
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

ROLES = ("source", "cue", "content")
TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ANCHORS = ["none", "cue", "content"]

ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Jr|Sr|St|Inc|Co|Corp|Ltd|vs|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|"
    "Prof|Rev|Hon|Pres|Capt|Cmdr|Adm|Maj|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Kan|Ky|La|Md|Mich|Minn|Mo|Mont|Neb|Nev|"
    "Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wis|Wyo|etc"
)
WORD = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[A-Za-z]\.){2,}"
    rf"|(?:{ABBREVIATIONS})\."
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|[#@]\w+"
    r"|\d+(?:[.,:]\d+)+"
    r"|[OD]['’][A-Z]\w+"
    r"|\w+?(?=n['’]t\b)|n['’]t\b"
    r"|['’](?:s|ll|re|ve|d|m|S)\b"
    r"|\w+|\.{2,}|-{2,}|``|''|[^\w\s]"
)


@dataclass
class Article:
    """An article's words (offsets into its text), where paragraphs begin, and each annotator's attributions.

    An attribution is {role: [(first word, last word) of each part]}, parts in order.
    """

    name: str
    text: str
    words: list
    forms: list
    newpar: list
    quoted: list
    annotations: list


def attributions_of(path):
    """[{role: [(start, end) in the text]}] of one stand-off file."""
    spans, out = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 2:
                continue
            if fields[0].startswith("T"):
                role, _, where = fields[1].partition(" ")
                spans[fields[0]] = [tuple(map(int, part.split())) for part in where.split(";")]
            elif fields[0].startswith("E"):
                found = {role: [] for role in ROLES}
                for argument in fields[1].split():
                    name, _, key = argument.partition(":")
                    name = name.rstrip("0123456789").lower()
                    if name in found and key in spans:
                        found[name] += spans[key]
                if found["content"]:
                    out.append(found)
    return out


def runs(indices):
    """Sorted word numbers as maximal runs of neighbours."""
    out = []
    for i in sorted(indices):
        if out and out[-1][1] == i - 1:
            out[-1][1] = i
        else:
            out.append([i, i])
    return [tuple(run) for run in out]


def to_words(attribution, words):
    """An attribution's parts as runs of words; edge marks of parts that touch are kept together."""
    starts, ends = [s for s, _ in words], [e for _, e in words]
    return {role: runs({i for start, end in attribution[role] for i in range(bisect_right(ends, start), bisect_left(starts, end))}) for role in ROLES}


def read_article(text_path, folder, with_annotations=True):
    from .pieces import quoted

    with open(text_path, encoding="utf-8", newline="") as file:
        text = file.read()
    name = os.path.basename(text_path)[:-4]
    words = [m.span() for m in WORD.finditer(text)]
    forms = [text[s:e] for s, e in words]
    newpar = [i == 0 or "\n" in text[words[i - 1][1] : s] for i, (s, e) in enumerate(words)]
    annotations = []
    if with_annotations:
        pattern = os.path.join(glob.escape(os.path.join(folder, "attributions")), glob.escape(name) + "*.ann")
        for path in sorted(glob.glob(pattern)):
            found = [to_words(a, words) for a in attributions_of(path)]
            annotations.append([a for a in found if a["content"]])
    return Article(name, text, words, forms, newpar, quoted(forms, newpar), annotations)


def read_polnear(folder):
    """The articles of a folder with text/ and attributions/ that have at least one annotator."""
    articles = [read_article(path, folder) for path in sorted(glob.glob(os.path.join(folder, "text", "*.txt")))]
    return [a for a in articles if a.annotations]


SENTENCE_END = {".", "?", "!", "”", '"'}


def windows_of(article, lengths, limit, first_limit=None):
    """Cuts an article into windows [begin, end) of whole paragraphs of at most `limit` pieces.

    `lengths` are the words' piece counts. A paragraph that is too long by itself is cut after the last sentence-like end
    that fits, or where it must. `first_limit` makes the first window shorter, so that the cuts fall elsewhere in training.
    """
    n = len(article.forms)
    starts = [i for i in range(n) if article.newpar[i]] + [n]
    blocks = []
    for begin, end in zip(starts, starts[1:]):
        while sum(lengths[begin:end]) > limit:
            total, cut, hard = 0, None, begin
            for i in range(begin, end):
                total += lengths[i]
                if total > limit:
                    break
                hard = i + 1
                if article.forms[i] in SENTENCE_END and i + 1 < end and article.forms[i + 1] not in ("”", '"', "''"):
                    cut = i + 1
            cut = cut or max(hard, begin + 1)
            blocks.append((begin, cut))
            begin = cut
        if begin < end:
            blocks.append((begin, end))
    out, room = [], first_limit or limit
    total = 0
    for begin, end in blocks:
        size = sum(lengths[begin:end])
        if out and total and total + size <= room:
            out[-1] = (out[-1][0], end)
            total += size
        else:
            if out:
                room = limit
            out.append((begin, end))
            total = size
    return out


def anchored(annotation, begin, end):
    """[(anchor word, anchor class, tags of the window's words)] of the attributions anchored in the window."""
    found = {}
    for a in annotation:
        kind = 1 if a["cue"] else 2
        anchor = (a["cue"] or a["content"])[0][0]
        if not begin <= anchor < end:
            continue
        tags = found.setdefault((anchor - begin, kind), [0] * (end - begin))
        for role, offset in (("content", 5), ("source", 1), ("cue", 3)):
            for first, last in a[role]:
                for i in range(max(first, begin), min(last + 1, end)):
                    tags[i - begin] = offset if i == max(first, begin) else offset + 1
    seen, out = set(), []
    for (anchor, kind), tags in sorted(found.items()):
        if anchor not in seen:
            seen.add(anchor)
            out.append((anchor, kind, tags))
    return out
