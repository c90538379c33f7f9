"""Reads treebanks of Universal Dependencies (CoNLL-U), with the names that GUM marks."""

import re
from dataclasses import dataclass, field

NAME_TYPES = ["person", "place", "organization", "event", "other"]
NAME_TAGS = ["O"] + [f"{part}-{kind}" for kind in NAME_TYPES for part in "BI"]
ENTITY = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")
INSIDE_NAMES = {"of", "the", "for", "de", "la", "du", "and", "&", "in", "on", "to", "'s", "’s", "'", "-", "–", ".", "von", "van", "der"}


@dataclass
class Sentence:
    """One sentence; heads count from 0, −1 is the root; names are tags, or None where the treebank marks none."""

    document: str
    newpar: bool
    forms: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    labels: list = field(default_factory=list)
    misc: list = field(default_factory=list)
    names: list = None
    quoted: list = None


def read_conllu(path):
    """The sentences of a treebank, in order."""
    sentences, document, newpar, current, has_entities = [], "", True, None, False
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, newpar = line.partition("=")[2].strip(), True
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                newpar = True
            elif line.startswith("# global.Entity"):
                has_entities = True
            elif not line:
                if current:
                    sentences.append(current)
                current = None
            elif not line.startswith("#"):
                c = line.split("\t")
                if not c[0].isdigit():
                    continue
                if current is None:
                    current = Sentence(document, newpar)
                    newpar = False
                current.forms.append(c[1])
                current.lemmas.append(c[2])
                current.upos.append(c[3])
                current.xpos.append(c[4])
                current.feats.append(c[5])
                current.heads.append(int(c[6]) - 1)
                current.labels.append(c[7])
                current.misc.append(c[9])
    if current:
        sentences.append(current)
    if has_entities:
        for sentence in sentences:
            sentence.names = name_tags(sentence)
    return sentences


def entity_spans(sentence):
    """[(first word, last word, type, has a Wikipedia link)] of a sentence's Entity= marks."""
    spans, stack = [], []
    for i, misc in enumerate(sentence.misc):
        marks = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
        for opened, closed_too, closed in ENTITY.findall(marks):
            if opened:
                fields = opened.split("-", 7)
                if len(fields) < 2:
                    continue
                entry = (fields[0].split("[")[0], fields[1], i, len(fields) > 7 and bool(fields[7]))
                if closed_too:
                    spans.append((i, i, entry[1], entry[3]))
                else:
                    stack.append(entry)
            elif closed:
                key = closed.split("[")[0]
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == key:
                        spans.append((stack[k][2], i, stack[k][1], stack[k][3]))
                        del stack[k]
                        break
    return spans


def name_tags(sentence):
    """BIO tags of the proper names: spans with a PROPN as head, cut down to the name itself, outermost first."""
    n = len(sentence.forms)
    tags = ["O"] * n

    def named(i):
        return sentence.upos[i] == "PROPN" or sentence.xpos[i].startswith("NNP") or (
            sentence.forms[i][:1].isupper() and sentence.upos[i] in ("NOUN", "ADJ", "X", "VERB", "ADV")) or (
            sentence.upos[i] == "NUM" and sentence.forms[i][:1].isdigit())

    for first, last, kind, _ in sorted(entity_spans(sentence), key=lambda s: (s[0] - s[1], s[0])):
        head = next((i for i in range(first, last + 1) if not first <= sentence.heads[i] <= last), None)
        if head is None or sentence.upos[head] != "PROPN":
            continue
        begin = end = head
        while begin > first:
            if named(begin - 1):
                begin -= 1
                continue
            bridge = begin - 1  # at most two small words between named ones, as in "Bank of the West"
            while bridge >= first and begin - bridge <= 2 and sentence.forms[bridge].lower() in INSIDE_NAMES and not named(bridge):
                bridge -= 1
            if bridge < first or bridge == begin - 1 or not named(bridge):
                break
            begin = bridge
        while end < last:
            if named(end + 1):
                end += 1
                continue
            bridge = end + 1
            while bridge <= last and bridge - end <= 2 and not named(bridge) and (
                    sentence.forms[bridge].lower() in INSIDE_NAMES and sentence.forms[bridge].lower() not in ("and", "&", "'s", "’s")):
                bridge += 1
            if bridge > last or bridge == end + 1 or not named(bridge):
                break
            end = bridge
        if any(tag != "O" for tag in tags[begin : end + 1]):
            continue
        kind = kind if kind in NAME_TYPES else "other"
        tags[begin : end + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (end - begin)
    return tags


def documents(sentences):
    """Sentences grouped by document; each sentence's quoted marks are filled in on the way."""
    from .pieces import quoted

    groups = []
    for sentence in sentences:
        if not groups or groups[-1][0].document != sentence.document:
            groups.append([])
        groups[-1].append(sentence)
    for group in groups:
        words = [form for s in group for form in s.forms]
        starts = [s.newpar and i == 0 for s in group for i in range(len(s.forms))]
        marks = quoted(words, starts)
        at = 0
        for s in group:
            s.quoted = marks[at : at + len(s.forms)]
            at += len(s.forms)
    return groups
