"""The lemma lexicon: forms whose lemma the training data settles."""

import os
from collections import Counter, defaultdict

from .ud import read_conllu

LEAST, SHARE = 2, 0.9  # how often a form must be seen with a tag, and how far its commonest lemma must lead


def lexicon(sentences, least=LEAST, share=SHARE):
    """{(form, upos): lemma} of the pairs seen often enough with one lemma."""
    seen = defaultdict(Counter)
    for s in sentences:
        for form, upos, lemma in zip(s.forms, s.upos, s.lemmas):
            seen[form, upos][lemma] += 1
    out = {}
    for key, lemmas in seen.items():
        lemma, n = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if total >= least and n >= share * total and "\t" not in key[0] + lemma:
            out[key] = lemma
    return out


def lexicon_from_training(folder, labels):
    """The lexicon of both training treebanks, without punctuation and numbers, where scripts suffice."""
    sentences = [s for n in ("ewt", "gum") for s in read_conllu(os.path.join(folder, "ud", n + "-train.conllu"))]
    known = set(labels["upos"])
    return {(f, u): l for (f, u), l in lexicon(sentences).items() if u in known and u not in ("PUNCT", "NUM", "SYM")}


def write_lexicon(path, entries):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for (form, upos), lemma in sorted(entries.items()):
            file.write(f"{form}\t{upos}\t{lemma}\n")
