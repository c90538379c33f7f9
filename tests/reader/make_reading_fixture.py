#!/usr/bin/env python3
"""Writes reading.conllu: sentences of our own as the Python decoder of training/ reads them with the model, for the test of the C++ decoder.

usage: PYTHONPATH=training make_reading_fixture.py > reading.conllu
To be run again whenever model/ changes. Needs the packages of training/requirements.txt. Word numbers in comments are those of the document, from 0.
"""
import os

import numpy as np

from demarche_training import decode, evaluate
from demarche_training.batches import window_arrays
from demarche_training.export import Exported
from demarche_training.lexicon import Lexicon
from demarche_training.pieces import Pieces, quoted

SHARED = 160  # pieces of a window, as in src/reader/session.cpp

# One sentence a line, words between blanks; an empty line ends a paragraph.
TEXT = """Foreign Minister Elena Markovic flew to Valdoria on Tuesday to talk about the border .
“ We will not withdraw a single soldier , ” she told reporters in Port Sant , “ until the shelling stops . ”

The government of Norland denied that its troops had crossed the river and accused the rebels of staging the attack .
According to two officials who spoke on condition of anonymity , President Okafor has asked the United Nations for observers .
Did n't he say on 3 May 2019 that talks were “ pointless ” ?
He did .

Opposition leader Tomas Brandt , who was released from prison last week , called on his supporters to march on parliament .
Police said 1,200 people had been arrested ; a human rights group put the number at more than 3,000 .
" This is n't a negotiation , " Brandt wrote on his website .
" It 's a surrender . "

Norland 's central bank raised its key rate to 7.5 % , the highest since 2008 , because the crown kept falling .
Analysts at Hartwell & Co. believe that the move came too late .
The European Union , the African Union and NATO welcomed the cease - fire , though none of them promised any money .
Asked whether she would resign , Markovic laughed .

U.S. Secretary of State Dana Whitfield warned Kesh not to arm the militias , saying Washington would answer with sanctions .
Kesh 's ambassador rejected the warning as " an insult to a sovereign nation " and walked out of the Security Council .
It is said that the general had been bribed .
I CAN NOT BELIEVE THEY DID THIS AGAIN !!!
more at http://example.org/news , or write to desk@example.org
Reportedly , the Élysée and the Kremlin have been in touch since Friday 's explosion near Čelje , which killed at least 14 and wounded dozens more .

The agreement , signed in Geneva by all of the parties but one , obliges them to hand over their heavy weapons , to let aid convoys through and to free the prisoners whom they have been holding since the war began , although nobody could say on Sunday night who would watch over it , who would pay for it or what was to happen if one of the sides broke it .
Fighting went on .
""".split("\n")


def documents():
    """[(words, does a paragraph begin)] by sentence."""
    out, begins = [], True
    for line in TEXT:
        if line:
            out.append((line.split(), begins))
        begins = not line
    return out


def ranges(parts, base):
    return " ".join(f"{a + base}-{b + base}" for a, b in parts) or "_"


def main():
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "model")
    model, pieces = Exported(folder, 1), Pieces()
    lexicon = Lexicon.read(os.path.join(folder, "lemmas.tsv"))
    labels, columns, arrays = model.labels, model.columns, model.arrays
    sentences = documents()
    forms = [f for s, _ in sentences for f in s]
    newpar = [start and i == 0 for s, start in sentences for i in range(len(s))]
    marks = quoted(forms, newpar)
    ends = list(np.cumsum([len(s) for s, _ in sentences]))
    begins = [0] + ends[:-1]

    windows, size = [], 0
    for i, (words, _) in enumerate(sentences):
        n = sum(len(pieces(f)) for f in words)
        if not windows or size + n > SHARED:
            windows.append([])
            size = 2
        windows[-1].append(i)
        size += n
    spans = [(begins[w[0]], ends[w[-1]]) for w in windows]
    read = evaluate.run_windows(model.run, columns, [window_arrays(pieces, forms[a:b], marks[a:b]) for a, b in spans])

    root = labels["label"].index("root")
    rows, names, attributions = [], [], []
    for window, (base, end), c in zip(windows, spans, read):
        for anchor, kind in decode.anchors(c, model.thresholds):
            found = decode.attribution(decode.tag_scores(c, arrays, anchor, newpar[base:end]), anchor, kind, labels["tag"])
            if found:
                parts = " ".join(role + " " + ranges(found[role], base) for role in ("source", "cue", "content"))
                attributions.append((anchor + base, f"{anchor + base} {parts}"))
        for i in window:
            a, b = begins[i] - base, ends[i] - base
            heads = decode.tree(decode.head_scores(c, arrays, a, b))
            chosen = decode.choose_labels(decode.label_scores(c, arrays, heads, a), heads, root)
            tags = {k: [labels[k][j] for j in c[k][a:b].argmax(axis=1)] for k in ("upos", "xpos", "feats")}
            for j in range(b - a):
                form, upos = forms[base + a + j], tags["upos"][j]
                lemma = lexicon.lemma(form, upos, decode.scripts(c["lemma"][a + j], labels["lemma"]))
                rows.append([form, lemma, upos, tags["xpos"][j], tags["feats"][j], str(heads[j]), labels["label"][chosen[j]], "_", "_"])
            for first, last, kind in decode.spans([labels["name"][j] for j in decode.viterbi(c["name"][a:b], labels["name"])]):
                names.append((first + a + base, f"{kind} {first + a + base}-{last + a + base}"))

    print("# newdoc id = own")
    for i, (words, start) in enumerate(sentences):
        if start:
            print("# newpar")
        for kind, items in (("name", names), ("attribution", attributions)):
            for at, text in items:
                if begins[i] <= at < ends[i]:
                    print(f"# {kind} = {text}")
        for j in range(len(words)):
            print(j + 1, *rows[begins[i] + j], sep="\t")
        print()


if __name__ == "__main__":
    main()
